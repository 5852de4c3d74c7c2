package org.callcause.capture.source;

import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

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
}
