package org.callcause.dialog;

import org.callcause.message.SipMessage;
import org.callcause.message.Via;

/** What carried a message between two endpoints. */
public enum Transport {
    /** User datagrams: messages may be lost, doubled or reordered. */
    UDP(false),
    /** A byte stream. */
    TCP(true),
    /** A TLS stream, seen in clear because one end wrote the log. */
    TLS(true),
    /** SCTP, RFC 4168. */
    SCTP(true),
    /** WebSocket, RFC 7118. */
    WS(true),
    /** WebSocket over TLS, RFC 7118. */
    WSS(true),
    /** The source did not say. */
    UNKNOWN(false);

    private final boolean reliable;

    Transport(boolean reliable) {
        this.reliable = reliable;
    }

    /**
     * What the topmost Via says, which names the transport of the hop that a message was seen on (RFC 3261 18.1.1): for
     * sources that do not tell it themselves.
     */
    static Transport ofTopVia(SipMessage message) {
        return message.topVia().map(Via::transport).map(Transport::named).orElse(UNKNOWN);
    }

    private static Transport named(String name) {
        for (Transport known : values()) {
            if (known.name().equalsIgnoreCase(name)) {
                return known;
            }
        }
        return UNKNOWN;
    }

    /** Whether the transport repeats lost data itself, so that SIP does not (RFC 3261 17.1.1.1). */
    public boolean isReliable() {
        return reliable;
    }
}
