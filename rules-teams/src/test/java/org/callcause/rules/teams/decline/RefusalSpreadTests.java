package org.callcause.rules.teams.decline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.callcause.rules.teams.decline.RefusalSpread.Reach;
import org.callcause.rules.teams.decline.RefusalSpread.Refusal;
import org.junit.jupiter.api.Test;

class RefusalSpreadTests {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private final RefusalSpread spread = new RefusalSpread();

    private void refused(int second, String caller, String callee, boolean rang) {
        spread.add(new Refusal(BEGIN.plusSeconds(second), caller, callee, rang));
    }

    private Reach reach() {
        return spread.at(BEGIN.plusSeconds(60)).orElseThrow().reach();
    }

    @Test
    void instantRefusalsOfManyCallersByManyCalleesAreABlock() {
        for (int i = 0; i < 6; i++) {
            refused(i * 10, "caller" + i % 2, "callee" + i, false);
        }

        assertThat(reach()).isEqualTo(Reach.MANY);
    }

    @Test
    void oneCallerWhomManyCalleesRefuseIsLookedAtFirst() {
        for (int i = 0; i < 6; i++) {
            refused(i * 10, "caller", "callee" + i, false);
        }

        assertThat(reach()).isEqualTo(Reach.ONE_CALLER);
    }

    @Test
    void oneCalleeWhoAlwaysRefusesIsNoBlockOfTheCarrier() {
        for (int i = 0; i < 6; i++) {
            refused(i * 10, "caller" + i, "callee", false);
        }

        assertThat(reach()).isEqualTo(Reach.ONE_CALLEE);
    }

    @Test
    void peopleWhoDeclineAfterRingingAreNoBlock() {
        for (int i = 0; i < 6; i++) {
            refused(i * 10, "caller", "callee" + i, i % 2 == 0);
        }

        assertThat(reach()).isEqualTo(Reach.NONE);
    }

    @Test
    void refusalsOfLongAgoAreForgotten() {
        refused(0, "caller", "callee", false);

        assertThat(spread.at(BEGIN.plusSeconds(3_600))).isEmpty();
    }
}
