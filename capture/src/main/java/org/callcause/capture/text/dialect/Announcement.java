package org.callcause.capture.text.dialect;

import org.callcause.capture.source.Direction;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.PartialTime;
import org.callcause.dialog.Transport;

/**
 * What the lines before a message tell about it.
 *
 * @param nanos the time, or {@link RawMessageSink#NO_TIME}
 */
public record Announcement(long nanos, Endpoint from, Endpoint to, Transport transport, Direction direction) {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    // Two clocks of one time zone are not further apart than this.
    private static final long MOST_APART = 1_800 * SECOND;

    /** Nothing is told. */
    public static final Announcement NONE = at(RawMessageSink.NO_TIME);

    /** A message of which only the time is told. */
    public static Announcement at(long nanos) {
        return new Announcement(nanos, Endpoint.UNKNOWN, Endpoint.UNKNOWN, Transport.UNKNOWN, Direction.UNKNOWN);
    }

    /** A message between two ends, of which one may be unknown yet: then it says nothing of the other. */
    static Announcement between(Endpoint from, Endpoint to, Transport transport) {
        boolean masked = from.equals(to) && EndpointText.isMasked(from);
        return new Announcement(
                RawMessageSink.NO_TIME,
                masked ? Endpoint.UNKNOWN : from,
                masked ? Endpoint.UNKNOWN : to,
                transport,
                Direction.UNKNOWN);
    }

    /** A message that the element that writes the log sent; either end may be unknown. */
    static Announcement sent(Endpoint local, Endpoint receiver, Transport transport) {
        return new Announcement(RawMessageSink.NO_TIME, local, receiver, transport, Direction.SENT);
    }

    /** A message that the element that writes the log received; either end may be unknown. */
    static Announcement received(Endpoint sender, Endpoint local, Transport transport) {
        return new Announcement(RawMessageSink.NO_TIME, sender, local, transport, Direction.RECEIVED);
    }

    /** Whether it tells more than the time, and the time too. */
    public boolean isComplete() {
        boolean more = from.isKnown() || to.isKnown() || direction != Direction.UNKNOWN;
        return more && nanos != RawMessageSink.NO_TIME;
    }

    /**
     * With a time that is more exact than the one it has. When that one has the year and the other lacks it, the year is
     * kept.
     */
    public Announcement refinedTo(long exact) {
        if (exact == RawMessageSink.NO_TIME
                || nanos == RawMessageSink.NO_TIME
                || isPartial(nanos)
                || !isPartial(exact)) {
            return and(at(exact));
        }
        long refined = nanos - Math.floorMod(nanos, DAY) + Math.floorMod(exact, DAY);
        return Math.abs(refined - nanos) < MOST_APART ? and(at(refined)) : this;
    }

    private static boolean isPartial(long nanos) {
        return PartialTime.isPartial(EpochNanos.toInstant(nanos));
    }

    /** This and a later line about the same message; what the later one tells counts. */
    public Announcement and(Announcement later) {
        boolean both = later.direction != Direction.UNKNOWN || (later.from.isKnown() && later.to.isKnown());
        return new Announcement(
                later.nanos == RawMessageSink.NO_TIME ? nanos : later.nanos,
                both || later.from.isKnown() ? later.from : from,
                both || later.to.isKnown() ? later.to : to,
                later.transport == Transport.UNKNOWN ? transport : later.transport,
                later.direction == Direction.UNKNOWN ? direction : later.direction);
    }
}
