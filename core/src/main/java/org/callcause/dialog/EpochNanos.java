package org.callcause.dialog;

import java.time.Instant;

/**
 * Times as nanoseconds since 1970-01-01T00:00:00Z, in which they are compared and counted. They reach from 1678 to 2262;
 * what lies beyond counts as the nearest of these.
 */
public final class EpochNanos {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Days before the last that fit, so that timers may be added. */
    private static final long LATEST_SECOND =
            Instant.parse("2262-01-01T00:00:00Z").getEpochSecond();

    private static final long EARLIEST_SECOND =
            Instant.parse("1678-01-01T00:00:00Z").getEpochSecond();

    private EpochNanos() {}

    /** The nanoseconds of a time. */
    public static long of(Instant time) {
        long second = time.getEpochSecond();
        if (second >= LATEST_SECOND) {
            return LATEST_SECOND * NANOS_PER_SECOND;
        }
        return second < EARLIEST_SECOND
                ? EARLIEST_SECOND * NANOS_PER_SECOND
                : second * NANOS_PER_SECOND + time.getNano();
    }

    /** The time of so many nanoseconds. */
    public static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }
}
