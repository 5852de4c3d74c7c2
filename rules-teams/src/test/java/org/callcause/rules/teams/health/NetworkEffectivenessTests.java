package org.callcause.rules.teams.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.rules.teams.Scenes.EDGE;

import org.callcause.rules.teams.Shown;
import org.junit.jupiter.api.Test;

class NetworkEffectivenessTests {

    @Test
    void busyAndDeclinedCallsWereDeliveredAndOneThatTheSbcCouldNotCarryWasNot() {
        NetworkEffectiveness ratio = new NetworkEffectiveness();
        Shown.calls(4, EDGE + """
            call one
            0.000 teams -> sbc INVITE
            0.080 sbc -> teams 486
            0.100 teams -> sbc ACK
            call two
            1.000 teams -> sbc INVITE
            2.080 sbc -> teams 180
            4.080 sbc -> teams 603
            4.100 teams -> sbc ACK
            call three
            10.000 teams -> sbc INVITE
            10.080 sbc -> teams 504
            10.100 teams -> sbc ACK
            call four
            20.000 teams -> sbc INVITE
            22.080 sbc -> teams 200
            22.100 teams -> sbc ACK
            32.100 teams -> sbc BYE
            32.150 sbc -> teams 200
            """).forEach(ratio::add);

        assertThat(ratio.percent("198.51.100.7")).hasValue(75.0);
        assertThat(ratio.calls("198.51.100.7")).isEqualTo(4);
        assertThat(ratio.isReliable("198.51.100.7")).isFalse();
        assertThat(ratio.percent("192.0.2.99")).isEmpty();
    }

    @Test
    void ratioIsReliableFromAHundredCalls() {
        StringBuilder script = new StringBuilder(EDGE);
        for (int i = 0; i < 100; i++) {
            script.append("call n").append(i).append('\n');
            script.append(i).append(".000 teams -> sbc INVITE\n");
            script.append(i).append(".080 sbc -> teams 486\n");
            script.append(i).append(".100 teams -> sbc ACK\n");
        }
        NetworkEffectiveness ratio = new NetworkEffectiveness();
        Shown.calls(100, script.toString()).forEach(ratio::add);

        assertThat(ratio.isReliable("198.51.100.7")).isTrue();
        assertThat(ratio.percent("198.51.100.7")).hasValue(100.0);
    }
}
