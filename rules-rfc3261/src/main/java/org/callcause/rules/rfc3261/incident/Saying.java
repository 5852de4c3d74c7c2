package org.callcause.rules.rfc3261.incident;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.EpochNanos;

/** Figures of many calls in words. */
final class Saying {

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;

    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Saying() {}

    /** {@code 09:14:05}, in UTC. */
    static String at(long nanos) {
        return TIME_OF_DAY.format(EpochNanos.toInstant(nanos));
    }

    /** {@code 4.1 s}, {@code 12 min 3 s}. */
    static String lasting(long nanos) {
        return Sentences.time(Duration.ofNanos(Math.max(0, nanos)));
    }

    /** {@code 1 call}, {@code 1,200 calls}. */
    static String count(long number, String singular) {
        return count(number, singular, singular + "s");
    }

    static String count(long number, String singular, String plural) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? singular : plural);
    }
}
