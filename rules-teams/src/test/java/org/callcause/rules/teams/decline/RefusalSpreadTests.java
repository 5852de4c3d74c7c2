package org.callcause.rules.teams.decline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.rules.teams.Scenes.EDGE;
import static org.callcause.testkit.CallScript.BEGIN;

import org.callcause.rules.teams.Shown;
import org.junit.jupiter.api.Test;

class RefusalSpreadTests {

    private static RefusalSpread after(int refusals, boolean sameCallee) {
        StringBuilder script = new StringBuilder(EDGE);
        for (int i = 0; i < refusals; i++) {
            script.append("call n").append(i).append('\n');
            script.append("sbc is sip:+1555020").append(sameCallee ? 0 : i).append("@sbc1.example.com\n");
            script.append(i * 10).append(".000 teams -> sbc INVITE\n");
            script.append(i * 10).append(".300 sbc -> teams 603\n");
            script.append(i * 10).append(".320 teams -> sbc ACK\n");
        }
        RefusalSpread spread = new RefusalSpread();
        Shown.calls(refusals, script.toString()).forEach(spread::add);
        return spread;
    }

    @Test
    void instantRefusalsOfManyCalleesAreABlock() {
        assertThat(after(6, false).at(BEGIN.plusSeconds(60))).hasValueSatisfying(spread -> {
            assertThat(spread.callees()).isEqualTo(6);
            assertThat(spread.isBlock()).isTrue();
        });
    }

    @Test
    void oneCalleeWhoAlwaysRefusesIsNoBlock() {
        assertThat(after(6, true).at(BEGIN.plusSeconds(60))).hasValueSatisfying(spread -> {
            assertThat(spread.refusals()).isEqualTo(6);
            assertThat(spread.callees()).isEqualTo(1);
            assertThat(spread.isBlock()).isFalse();
        });
    }

    @Test
    void refusalsOfLongAgoAreForgotten() {
        assertThat(after(6, false).at(BEGIN.plusSeconds(3_600))).isEmpty();
    }
}
