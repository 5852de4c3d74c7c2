package org.callcause.capture.source;

/** Ports on which SIP is at home. They only decide how doubtful bytes are read: SIP is found on any port. */
public final class SipPorts {

    private SipPorts() {}

    /** 5060 and 5061 (RFC 3261 19.1.2) and the neighbours that servers take when they need more than one. */
    public static boolean isSip(int port) {
        return port >= 5060 && port <= 5099;
    }
}
