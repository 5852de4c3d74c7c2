package org.callcause.report;

import java.time.Duration;
import java.util.Optional;

/**
 * Lengths counted in a fixed number of classes, each a twentieth longer than the one before, from a millisecond to a day: a
 * percentile is right to a few hundredths, however many lengths there are.
 */
final class DurationHistogram {

    private static final double GROWTH = Math.log(1.05);
    private static final int CLASSES = 376;

    private final long[] counts = new long[CLASSES];
    private long all;
    private long sumMillis;

    void add(Duration length) {
        long millis = Math.max(0, length.toMillis());
        int number = millis < 1 ? 0 : (int) (Math.log((double) millis) / GROWTH) + 1;
        counts[Math.min(number, CLASSES - 1)]++;
        all++;
        sumMillis += millis;
    }

    boolean isEmpty() {
        return all == 0;
    }

    /** The mean, which is exact; absent of nothing. */
    Optional<Duration> mean() {
        return isEmpty() ? Optional.empty() : Optional.of(Duration.ofMillis(sumMillis / all));
    }

    /** The length that so many of a hundred do not exceed; absent of nothing. */
    Optional<Duration> percentile(double percent) {
        long wanted = (long) Math.ceil(all * percent / 100);
        long seen = 0;
        for (int i = 0; i < CLASSES; i++) {
            seen += counts[i];
            if (seen >= wanted && counts[i] > 0) {
                return Optional.of(Duration.ofMillis(i == 0 ? 0 : Math.round(Math.exp((i - 0.5) * GROWTH))));
            }
        }
        return Optional.empty();
    }
}
