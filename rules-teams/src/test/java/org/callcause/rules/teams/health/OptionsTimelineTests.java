package org.callcause.rules.teams.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.callcause.rules.teams.health.OptionsTimeline.Gap;
import org.callcause.rules.teams.health.OptionsTimeline.Health;
import org.junit.jupiter.api.Test;

class OptionsTimelineTests {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private final OptionsTimeline timeline = new OptionsTimeline();

    private static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }

    private void optionsAt(int... seconds) {
        for (int second : seconds) {
            timeline.add(at(second));
        }
    }

    @Test
    void sbcThatAsksEachMinuteIsHealthyThroughout() {
        optionsAt(0, 60, 120, 180);

        assertThat(timeline.gaps(at(240))).isEmpty();
        assertThat(timeline.at(at(100))).isEqualTo(Health.HEALTHY);
    }

    @Test
    void betweenThreeAndFiveMinutesTheDocumentsDisagree() {
        optionsAt(0, 240);

        assertThat(timeline.gaps(at(240)))
                .singleElement()
                .satisfies(gap -> assertThat(gap.length()).isEqualTo(Duration.ofMinutes(4)))
                .extracting(Gap::worst)
                .isEqualTo(Health.GREY_ZONE);
        assertThat(timeline.at(at(180))).isEqualTo(Health.HEALTHY);
        assertThat(timeline.at(at(181))).isEqualTo(Health.GREY_ZONE);
    }

    @Test
    void beyondFiveMinutesTheSbcIsDemotedUntilItAsksAgain() {
        optionsAt(0, 60, 500, 560);

        assertThat(timeline.gaps(at(560))).extracting(Gap::worst).containsExactly(Health.DEMOTED);
        assertThat(timeline.at(at(400))).isEqualTo(Health.DEMOTED);
        assertThat(timeline.at(at(501))).isEqualTo(Health.HEALTHY);
    }

    @Test
    void gapsThatFollowOnEachOtherAreOne() {
        optionsAt(0, 240, 600, 660);

        List<Gap> gaps = timeline.gaps(at(660));
        assertThat(gaps).singleElement().satisfies(gap -> {
            assertThat(gap.length()).isEqualTo(Duration.ofMinutes(10));
            assertThat(gap.longest()).isEqualTo(Duration.ofMinutes(6));
            assertThat(gap.isOpen()).isFalse();
        });
    }

    @Test
    void rhythmThatStopsIsAGapThatIsStillOpen() {
        optionsAt(0, 60);

        assertThat(timeline.gaps(at(240))).isEmpty();
        assertThat(timeline.gaps(at(600))).singleElement().satisfies(gap -> {
            assertThat(gap.isOpen()).isTrue();
            assertThat(gap.worst()).isEqualTo(Health.DEMOTED);
        });
    }

    @Test
    void oneOptionsAloneIsNoRhythm() {
        optionsAt(0);

        assertThat(timeline.gaps(at(600))).isEmpty();
    }

    @Test
    void whatWasNotCapturedIsNotJudged() {
        assertThat(timeline.at(at(10))).isEqualTo(Health.UNKNOWN);

        optionsAt(60, 120);

        assertThat(timeline.at(at(10))).isEqualTo(Health.UNKNOWN);
        assertThat(timeline.at(at(4_000))).isEqualTo(Health.UNKNOWN);
    }
}
