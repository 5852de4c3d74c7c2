package org.callcause.capture.text.wrapped;

import org.callcause.capture.source.RawMessageSink;
import org.callcause.capture.text.LogClock;
import org.callcause.capture.text.SinceEpoch;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.PartialTime;

/** Reads the times of entries. What lacks the year counts as none: the lines of the entry may have a better one. */
final class EntryTime {

    private static final int LONGEST = 60;

    private final LogClock clock = new LogClock();

    /** A date and time, or a number since 1970; {@link RawMessageSink#NO_TIME} where it is neither. */
    long of(String written) {
        if (written.length() > LONGEST) {
            return RawMessageSink.NO_TIME;
        }
        return complete(written.indexOf(':') < 0 ? SinceEpoch.nanos(written) : clock.find(written));
    }

    /** The date and time with which a line of a log begins, or {@link RawMessageSink#NO_TIME}. */
    long atStartOf(String line) {
        return LogClock.begins(line)
                ? complete(clock.find(line.substring(0, Math.min(line.length(), LONGEST))))
                : RawMessageSink.NO_TIME;
    }

    private static long complete(long nanos) {
        boolean partial = nanos != RawMessageSink.NO_TIME && PartialTime.isPartial(EpochNanos.toInstant(nanos));
        return partial ? RawMessageSink.NO_TIME : nanos;
    }
}
