package org.callcause.dialog;

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

    /** Whether the transport repeats lost data itself, so that SIP does not (RFC 3261 17.1.1.1). */
    public boolean isReliable() {
        return reliable;
    }
}
