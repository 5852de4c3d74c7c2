package org.callcause.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochNanosTests {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-28T18:40:00.123456789Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z"})
    void aTimeComesBackAsItWas(Instant time) {
        assertThat(EpochNanos.toInstant(EpochNanos.of(time))).isEqualTo(time);
    }

    @Test
    void timesBeyondTheReachCountAsTheNearest() {
        assertThat(EpochNanos.toInstant(EpochNanos.of(Instant.MAX))).isEqualTo("2262-01-01T00:00:00Z");
        assertThat(EpochNanos.toInstant(EpochNanos.of(Instant.MIN))).isEqualTo("1678-01-01T00:00:00Z");
    }

    @Test
    void timersCanBeAddedToTheLatestTime() {
        assertThat(EpochNanos.of(Instant.MAX) + Duration.ofDays(30).toNanos()).isPositive();
    }
}
