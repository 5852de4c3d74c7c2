package org.callcause.rules.rfc3261.transfer;

/** Pieces of the call that most examples of transfers are: answered, held, transferred, hung up. */
final class HeldCall {

    /** It is answered, and the caller holds it. */
    static final String HELD = """
        0.000 caller -> callee INVITE
        0.200 callee -> caller 180
        2.000 callee -> caller 200
        2.010 caller -> callee ACK
        3.000 caller -> callee INVITE | sdp: PCMU; sendonly
        3.010 callee -> caller 200 | sdp: PCMU; recvonly
        3.020 caller -> callee ACK
        """;

    /** The caller transfers it to Carol, and hears that she is tried. */
    static final String REFERRED = """
        4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
        4.010 callee -> caller 200
        4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
        4.030 caller -> callee 200
        """;

    /** Carol answers. */
    static final String REACHED = """
        4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
        4.510 caller -> callee 200
        """;

    /** Carol is busy. */
    static final String BUSY = """
        4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 486 Busy Here
        4.510 caller -> callee 200
        """;

    /** The caller hangs up. */
    static final String HUNG_UP = """
        6.000 caller -> callee BYE
        6.010 callee -> caller 200
        """;

    /** All of a transfer that goes well. */
    static final String TRANSFERRED = HELD + REFERRED + REACHED + HUNG_UP;

    private HeldCall() {}
}
