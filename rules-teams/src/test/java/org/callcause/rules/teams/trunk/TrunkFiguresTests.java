package org.callcause.rules.teams.trunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.rules.teams.Scenes.EDGE;

import java.util.List;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

class TrunkFiguresTests {

    private static List<TrunkReview> reviews(String script) {
        TrunkFigures figures = new TrunkFigures();
        CallScript told = CallScript.of(script);
        try (CallStream calls = Callcause.with(RuleSet.builder().build()).stream(figures::add)) {
            told.messages().forEach(calls::add);
            told.observedUntil().ifPresent(calls::advanceTo);
        }
        return figures.reviews();
    }

    private static String calls(int count, String outcome) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < count; i++) {
            script.append("call of").append(outcome).append("n").append(i).append('\n');
            script.append(i * 60).append(".000 teams -> sbc INVITE\n");
            script.append(i * 60).append(".080 sbc -> teams ").append(outcome).append('\n');
            script.append(i * 60).append(".100 teams -> sbc ACK\n");
        }
        return script.toString();
    }

    private static String options(int... seconds) {
        StringBuilder script = new StringBuilder();
        for (int second : seconds) {
            script.append("call at").append(second).append('\n');
            script.append(second).append(".000 sbc -> teams OPTIONS | Contact: <sip:sbc1.example.com:5061>\n");
            script.append(second).append(".080 teams -> sbc 200\n");
        }
        return script.toString();
    }

    @Test
    void busyCallsWereDeliveredAndThoseThatTheSbcCouldNotCarryWereNot() {
        assertThat(reviews(EDGE + calls(15, "486") + calls(5, "504")))
                .singleElement()
                .satisfies(review -> {
                    assertThat(review.sbc()).isEqualTo("198.51.100.7");
                    assertThat(review.effectiveness()).hasValue(75.0);
                    assertThat(review.isEffectivenessReliable()).isFalse();
                    assertThat(review.sentences()).anyMatch(sentence -> sentence.contains("unreliable"));
                });
    }

    @Test
    void aFewCallsSayNoMoreThanOneByOne() {
        assertThat(reviews(EDGE + calls(3, "486"))).isEmpty();
    }

    @Test
    void timesWithoutOptionsAreATimeline() {
        assertThat(reviews(EDGE + options(0, 60, 120, 480, 540)))
                .singleElement()
                .satisfies(review -> {
                    assertThat(review.heading()).isEqualTo("sbc1.example.com (198.51.100.7)");
                    assertThat(review.options()).isEqualTo(5);
                    assertThat(review.timeline())
                            .containsExactly(
                                    "2026-01-01T00:02:00Z to 2026-01-01T00:08:00Z  demoted by every edition of the"
                                            + " documents, at the longest 6 min without an OPTIONS");
                });
    }

    @Test
    void anSbcThatAsksEachMinuteIsSaidToBeHealthy() {
        assertThat(reviews(EDGE + options(0, 60, 120))).singleElement().satisfies(review -> {
            assertThat(review.timeline()).isEmpty();
            assertThat(review.sentences()).anyMatch(sentence -> sentence.contains("healthy throughout"));
        });
    }

    @Test
    void callsThatOverlapNeedTwoPortsEach() {
        StringBuilder script = new StringBuilder(EDGE);
        for (int i = 0; i < 3; i++) {
            script.append("call n").append(i).append('\n');
            script.append(i).append(".000 sbc -> teams INVITE | sdp: PCMA; RTP/SAVP; port 20000\n");
            script.append(i).append(".500 teams -> sbc 200 | sdp: PCMA; RTP/SAVP; port 50010\n");
            script.append(i).append(".600 sbc -> teams ACK\n");
            script.append(i + 60).append(".000 sbc -> teams BYE\n");
            script.append(i + 60).append(".100 teams -> sbc 200\n");
        }

        assertThat(reviews(script.toString())).singleElement().satisfies(review -> {
            assertThat(review.mostCallsAtATime()).isEqualTo(3);
            assertThat(review.sentences()).anyMatch(sentence -> sentence.contains("2 ports where 6 are needed"));
        });
    }

    @Test
    void callsToOtherAddressesSayNothing() {
        assertThat(reviews(calls(30, "486"))).isEmpty();
    }
}
