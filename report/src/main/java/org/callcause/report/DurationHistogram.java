package org.callcause.report;

import java.time.Duration;
import java.util.Optional;

/**
 * Lengths counted in a fixed number of classes, each a twentieth longer than the one before, from a millisecond to a day, with
 * the longest of each class. A percentile is the longest length of its class, so that no fewer stay within it than it says;
 * it is exact where the class holds one length, and at most a twentieth above the exact one.
 */
final class DurationHistogram {

    private static final double GROWTH = Math.log(1.05);
    private static final int CLASSES = 376;
    private static final long NANOS_PER_MILLISECOND = 1_000_000;

    private final long[] counts = new long[CLASSES];
    private final long[] longestMillis = new long[CLASSES];
    private long all;
    private Duration sum = Duration.ZERO;

    void add(Duration length) {
        Duration known = length.isNegative() ? Duration.ZERO : length;
        // A length of a millisecond and a bit does not stay within a millisecond.
        long millis = known.plusNanos(NANOS_PER_MILLISECOND - 1).toMillis();
        int number = Math.min(millis < 1 ? 0 : (int) (Math.log((double) millis) / GROWTH) + 1, CLASSES - 1);
        counts[number]++;
        longestMillis[number] = Math.max(longestMillis[number], millis);
        all++;
        sum = sum.plus(known);
    }

    boolean isEmpty() {
        return all == 0;
    }

    /** The mean, which is exact; absent of nothing. */
    Optional<Duration> mean() {
        return isEmpty() ? Optional.empty() : Optional.of(sum.dividedBy(all));
    }

    /** A length that so many of a hundred do not exceed; absent of nothing. */
    Optional<Duration> percentile(double percent) {
        long wanted = (long) Math.ceil(all * percent / 100);
        long seen = 0;
        for (int i = 0; i < CLASSES; i++) {
            seen += counts[i];
            if (seen >= wanted && counts[i] > 0) {
                return Optional.of(Duration.ofMillis(longestMillis[i]));
            }
        }
        return Optional.empty();
    }
}
