package org.callcause.capture.text;

import org.callcause.capture.source.RawMessageSink;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/**
 * What the lines before a message tell about it.
 *
 * @param nanos the time, or {@link RawMessageSink#NO_TIME}
 */
record Announcement(long nanos, Endpoint from, Endpoint to, Transport transport) {

    static final Announcement NONE =
            new Announcement(RawMessageSink.NO_TIME, Endpoint.UNKNOWN, Endpoint.UNKNOWN, Transport.UNKNOWN);

    static Announcement at(long nanos) {
        return new Announcement(nanos, Endpoint.UNKNOWN, Endpoint.UNKNOWN, Transport.UNKNOWN);
    }

    /** This and a later line about the same message; what the later one tells counts. */
    Announcement and(Announcement later) {
        boolean ends = later.from.isKnown() || later.to.isKnown();
        return new Announcement(
                later.nanos == RawMessageSink.NO_TIME ? nanos : later.nanos,
                ends ? later.from : from,
                ends ? later.to : to,
                later.transport == Transport.UNKNOWN ? transport : later.transport);
    }
}
