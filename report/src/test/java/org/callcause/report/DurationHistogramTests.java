package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationHistogramTests {

    private final DurationHistogram histogram = new DurationHistogram();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 20, 200, 1_010, 59_999, 86_400_000, 172_800_000})
    void aLengthThatAllHaveIsTheirPercentile(long millis) {
        for (int i = 0; i < 100; i++) {
            histogram.add(Duration.ofMillis(millis));
        }

        assertThat(histogram.percentile(50)).contains(Duration.ofMillis(millis));
        assertThat(histogram.percentile(95)).contains(Duration.ofMillis(millis));
        assertThat(histogram.mean()).contains(Duration.ofMillis(millis));
    }

    @Test
    void soManyOfAHundredDoNotExceedAPercentileAndItIsCloseToTheExactOne() {
        List<Duration> lengths = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            lengths.add(Duration.ofNanos((long) (1e6 * Math.exp(12 * random.nextDouble()))));
        }
        lengths.forEach(histogram::add);
        Collections.sort(lengths);

        for (int percent : new int[] {1, 25, 50, 75, 95, 99, 100}) {
            Duration told = histogram.percentile(percent).orElseThrow();
            Duration exact = lengths.get(lengths.size() * percent / 100 - 1);
            assertThat(told).as("%d %%", percent).isGreaterThanOrEqualTo(exact);
            assertThat(told.toNanos()).isLessThanOrEqualTo((long) (exact.toNanos() * 1.05) + 1_000_000);
        }
    }

    @Test
    void ofNothingNothingIsTold() {
        assertThat(histogram.percentile(50)).isEmpty();
        assertThat(histogram.mean()).isEmpty();
    }

    @Test
    void aLengthBetweenTwoMillisecondsIsRoundedUp() {
        histogram.add(Duration.ofNanos(200_000_001));

        assertThat(histogram.percentile(50)).contains(Duration.ofMillis(201));
    }
}
