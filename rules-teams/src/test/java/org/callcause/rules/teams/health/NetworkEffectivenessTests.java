package org.callcause.rules.teams.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkEffectivenessTests {

    private static final String SBC = "sbc1.example.com";

    private final NetworkEffectiveness ratio = new NetworkEffectiveness();

    @Test
    void ratioIsTheShareOfCallsThatWereDelivered() {
        ratio.add(SBC, true);
        ratio.add(SBC, true);
        ratio.add(SBC, true);
        ratio.add(SBC, false);

        assertThat(ratio.percent(SBC)).hasValue(75.0);
        assertThat(ratio.calls(SBC)).isEqualTo(4);
        assertThat(ratio.percent("other.example.com")).isEmpty();
    }

    @Test
    void ratioIsReliableFromAHundredCalls() {
        for (int i = 0; i < 99; i++) {
            ratio.add(SBC, true);
        }
        assertThat(ratio.isReliable(SBC)).isFalse();

        ratio.add(SBC, true);
        assertThat(ratio.isReliable(SBC)).isTrue();
    }
}
