package org.callcause.dialog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times of logs that give no year, or no date at all. They are kept as instants all the same, so that the distances between
 * messages hold, in years that no SIP message is from: a time of day in 1970, on its first day and those after it; a day of
 * a month in 1972, which has a 29 February, and the years after it.
 */
public final class PartialTime {

    /** The year that stands for an unknown one. */
    public static final int UNKNOWN_YEAR = 1972;

    private static final Instant WITH_MONTH_AND_DAY =
            LocalDate.of(UNKNOWN_YEAR, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant COMPLETE =
            LocalDate.of(1980, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private PartialTime() {}

    /** Whether the source gave no year, and with it no zone. */
    public static boolean isPartial(Instant time) {
        return time.isBefore(COMPLETE);
    }

    /** Whether the source gave a time of day and nothing else. */
    public static boolean isTimeOfDay(Instant time) {
        return time.isBefore(WITH_MONTH_AND_DAY);
    }

    /** The days since the first time of day of the log; 0 on the first. */
    public static long daysSinceFirst(Instant timeOfDay) {
        return LocalDateTime.ofInstant(timeOfDay, ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
