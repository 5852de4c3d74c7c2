package org.callcause.rules.teams.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkEffectivenessTests {

    private final NetworkEffectiveness ratio = new NetworkEffectiveness();

    @Test
    void withoutCallsThereIsNoRatio() {
        assertThat(ratio.percent()).isEmpty();
    }

    @Test
    void ratioIsTheShareOfCallsThatWereDelivered() {
        ratio.add(true);
        ratio.add(true);
        ratio.add(true);
        ratio.add(false);

        assertThat(ratio.percent()).hasValue(75.0);
        assertThat(ratio.calls()).isEqualTo(4);
    }

    @Test
    void ratioIsReliableFromAHundredCalls() {
        for (int i = 0; i < 99; i++) {
            ratio.add(true);
        }
        assertThat(ratio.isReliable()).isFalse();

        ratio.add(true);
        assertThat(ratio.isReliable()).isTrue();
    }
}
