package org.callcause.rules.teams.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.rules.teams.Scenes.EDGE;
import static org.callcause.testkit.CallScript.BEGIN;

import java.time.Duration;
import java.util.List;
import org.callcause.call.Call;
import org.callcause.rules.teams.Shown;
import org.callcause.rules.teams.health.OptionsTimeline.Gap;
import org.callcause.rules.teams.health.OptionsTimeline.Health;
import org.junit.jupiter.api.Test;

class OptionsTimelineTests {

    private static final String SBC = "198.51.100.7";

    private final OptionsTimeline timeline = new OptionsTimeline();

    private List<Call> optionsAt(int... seconds) {
        StringBuilder script = new StringBuilder(EDGE);
        for (int second : seconds) {
            script.append("call at").append(second).append('\n');
            script.append(second).append(".000 sbc -> teams OPTIONS\n");
            script.append(second).append(".080 teams -> sbc 200\n");
        }
        List<Call> calls = Shown.calls(seconds.length, script.toString());
        calls.forEach(timeline::add);
        return calls;
    }

    @Test
    void sbcThatAsksEachMinuteIsHealthyThroughout() {
        optionsAt(0, 60, 120, 180);

        assertThat(timeline.sbcs()).containsExactly(SBC);
        assertThat(timeline.gaps(SBC)).isEmpty();
        assertThat(timeline.at(SBC, BEGIN.plusSeconds(100))).isEqualTo(Health.HEALTHY);
    }

    @Test
    void betweenThreeAndFiveMinutesTheDocumentsDisagree() {
        optionsAt(0, 240);

        assertThat(timeline.gaps(SBC))
                .singleElement()
                .satisfies(gap -> assertThat(gap.length()).isEqualTo(Duration.ofMinutes(4)))
                .extracting(Gap::worst)
                .isEqualTo(Health.GREY_ZONE);
        assertThat(timeline.at(SBC, BEGIN.plusSeconds(180))).isEqualTo(Health.HEALTHY);
        assertThat(timeline.at(SBC, BEGIN.plusSeconds(181))).isEqualTo(Health.GREY_ZONE);
    }

    @Test
    void beyondFiveMinutesTheSbcIsDemotedUntilItAsksAgain() {
        optionsAt(0, 60, 500, 560);

        assertThat(timeline.gaps(SBC)).extracting(Gap::worst).containsExactly(Health.DEMOTED);
        assertThat(timeline.at(SBC, BEGIN.plusSeconds(400))).isEqualTo(Health.DEMOTED);
        assertThat(timeline.at(SBC, BEGIN.plusSeconds(501))).isEqualTo(Health.HEALTHY);
    }

    @Test
    void whatWasNotCapturedIsNotJudged() {
        optionsAt(60, 120);

        assertThat(timeline.at(SBC, BEGIN.plusSeconds(10))).isEqualTo(Health.UNKNOWN);
        assertThat(timeline.at(SBC, BEGIN.plusSeconds(4_000))).isEqualTo(Health.UNKNOWN);
        assertThat(timeline.at("192.0.2.99", BEGIN)).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void failedCallInsideAnUnhealthySpanSaysSo() {
        List<Call> shown = Shown.calls(3, EDGE + """
            call one
            0.000 sbc -> teams OPTIONS
            0.080 teams -> sbc 200
            call two
            400.000 teams -> sbc INVITE
            400.080 sbc -> teams 480
            400.100 teams -> sbc ACK
            call three
            480.000 sbc -> teams OPTIONS
            480.080 teams -> sbc 200
            """);
        shown.forEach(timeline::add);

        assertThat(timeline.beside(shown.get(1)).orElse("")).contains("demoted");
        assertThat(timeline.beside(shown.get(0))).isEmpty();
    }

    @Test
    void unansweredOptionsDoNotCount() {
        Shown.calls(1, EDGE + """
            0.000 sbc -> teams OPTIONS
            until 120
            """).forEach(timeline::add);

        assertThat(timeline.sbcs()).isEmpty();
    }
}
