package org.callcause.capture.source;

import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure;

/** Takes the bytes of each SIP message found, before they are parsed. The bytes are only lent for the call. */
public interface RawMessageSink {

    /** The time of a message whose source gave none. */
    long NO_TIME = Long.MIN_VALUE;

    /**
     * Takes one message.
     *
     * @param nanos since 1970-01-01T00:00:00Z, or {@link #NO_TIME}
     */
    void message(long nanos, Endpoint from, Endpoint to, Transport transport, byte[] bytes, int offset, int length);

    /**
     * Says how far the input went, messages or not; at its end.
     *
     * @param nanos since 1970-01-01T00:00:00Z, or {@link #NO_TIME}
     */
    void observedUntil(long nanos);

    /**
     * Takes what was seen of RTP and of the signals beside it since it was last told, some seconds of it; a source without
     * packets has none.
     */
    void rtp(MediaSighting seen);

    /** Takes a connection that failed before anything could be sent on it; a source without packets has none. */
    void failed(FailedConnection failure);

    /**
     * Takes that a connection came about.
     *
     * @param client the host that opened it, without a port
     * @param secured whether a TLS session came about on it
     */
    void connected(long nanos, Endpoint client, Endpoint server, boolean secured);

    /**
     * Takes what was told of a message that was not delivered; nothing where no message that came before fits.
     *
     * @param reporter who tells it; {@link Endpoint#UNKNOWN} where that is the sender's own log
     * @param words what it says, on one line
     */
    void undelivered(UndeliveredMessage which, TransportFailure.Kind kind, Endpoint reporter, String words);
}
