package org.callcause.rules.rfc3261.rtp;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with ICE or DTLS on the sockets of their media. */
final class MediaSetupCalls {

    private MediaSetupCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/ice-failed", "Nobody answers the checks of the caller", """
                        party caller = 192.0.2.10:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | sdp: PCMU; a=ice-ufrag:aaaa; a=candidate:1 1 UDP 2130706431 192.0.2.10 40000 typ host
                        2.000 callee -> caller 200 | sdp: PCMU; a=ice-ufrag:bbbb; a=candidate:1 1 UDP 2130706431 198.51.100.20 40000 typ host
                        2.010 caller -> callee ACK
                        signal 2.1 to 9.0 caller -> callee check
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                fires("rfc3261/ice-failed", "Each side knows another password than the other gave", """
                        party caller = 192.0.2.10:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | sdp: PCMU; a=ice-ufrag:aaaa; a=candidate:1 1 UDP 2130706431 192.0.2.10 40000 typ host
                        2.000 callee -> caller 200 | sdp: PCMU; a=ice-ufrag:bbbb; a=candidate:1 1 UDP 2130706431 198.51.100.20 40000 typ host
                        2.010 caller -> callee ACK
                        signal 2.1 to 9.0 caller -> callee check
                        signal 2.1 to 9.0 callee -> caller check-refused 401
                        signal 2.1 to 9.0 callee -> caller check
                        signal 2.1 to 9.0 caller -> callee check-refused 401
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                fires("rfc3261/ice-failed", "A relay of the caller may carry the media, unseen: not checked", """
                        party caller = 192.0.2.10:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | sdp: PCMU; a=candidate:1 1 UDP 2130706431 192.0.2.10 40000 typ host; a=candidate:2 1 UDP 99 203.0.113.3 50000 typ relay raddr 192.0.2.10 rport 40000
                        2.000 callee -> caller 200 | sdp: PCMU; a=candidate:1 1 UDP 2130706431 10.0.0.20 40000 typ host; a=candidate:2 1 UDP 1694498815 198.51.100.20 40000 typ srflx raddr 10.0.0.20 rport 40000
                        2.010 caller -> callee ACK
                        signal 2.1 to 9.0 caller -> callee check
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                fires(
                        "rfc3261/ice-failed",
                        "The caller's relay checks too, out of sight of the capture: not checked",
                        """
                        party caller = 192.0.2.10:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | sdp: PCMU; a=candidate:1 1 UDP 2130706431 192.0.2.10 40000 typ host; a=candidate:2 1 UDP 99 203.0.113.3 50000 typ relay raddr 192.0.2.10 rport 40000
                        2.000 callee -> caller 200 | sdp: PCMU; a=candidate:1 1 UDP 2130706431 10.0.0.20 40000 typ host
                        2.010 caller -> callee ACK
                        signal 2.1 to 9.0 caller -> 10.0.0.20:40000 check
                        signal 2.1 to 9.0 192.0.2.10:40001 -> 203.0.113.3:50000 check
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                fires(
                        "rfc3261/ice-failed",
                        "Both have candidates for TCP, by which the media may go: not checked",
                        """
                        party caller = 192.0.2.10:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | sdp: PCMU; a=candidate:1 1 UDP 2130706431 192.0.2.10 40000 typ host; a=candidate:2 1 TCP 2105524479 192.0.2.10 9 typ host tcptype active
                        2.000 callee -> caller 200 | sdp: PCMU; a=candidate:1 1 UDP 2130706431 198.51.100.20 40000 typ host; a=candidate:2 1 TCP 2105524479 198.51.100.20 8443 typ host tcptype passive
                        2.010 caller -> callee ACK
                        signal 2.1 to 9.0 caller -> callee check
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                silent(
                        "rfc3261/ice-failed",
                        "Early checks are lost, a later one is answered, and the talk begins late",
                        """
                        party caller = 192.0.2.10:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | sdp: PCMU; a=candidate:1 1 UDP 2130706431 192.0.2.10 40000 typ host
                        2.000 callee -> caller 200 | sdp: PCMU; a=candidate:1 1 UDP 2130706431 198.51.100.20 40000 typ host
                        2.010 caller -> callee ACK
                        signal 1.0 to 7.0 caller -> callee check
                        signal 7.1 to 12.0 caller -> callee check
                        signal 7.1 to 12.0 callee -> caller check-answered
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                silent(
                        "rfc3261/ice-failed",
                        "A server with ICE lite never checks, and answers from behind its NAT",
                        """
                        party caller = 192.0.2.10:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | sdp: PCMU; a=candidate:1 1 UDP 2130706431 192.0.2.10 40000 typ host
                        2.000 callee -> caller 200 | sdp: PCMU; a=ice-lite; a=candidate:1 1 UDP 2130706431 198.51.100.20 40000 typ host
                        2.010 caller -> callee ACK
                        signal 2.1 to 12.0 203.0.113.9:61000 -> callee check
                        signal 2.1 to 12.0 callee -> 203.0.113.9:61000 check-answered
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                silent("rfc3261/ice-failed", "The media flow all the same", """
                        party caller = 192.0.2.10:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | sdp: PCMU; a=candidate:1 1 UDP 2130706431 192.0.2.10 40000 typ host
                        2.000 callee -> caller 200 | sdp: PCMU; a=candidate:1 1 UDP 2130706431 198.51.100.20 40000 typ host
                        2.010 caller -> callee ACK
                        signal 2.1 to 9.0 caller -> callee check
                        rtp 2.1 to 12.0 caller -> callee
                        rtp 2.1 to 12.0 callee -> caller
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                silent("rfc3261/ice-failed", "The callee does not use ICE, so that the checks count for nothing", """
                        0.000 caller -> callee INVITE | sdp: PCMU; a=candidate:1 1 UDP 2130706431 192.0.2.10 40000 typ host
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        signal 2.1 to 9.0 caller -> callee check
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                silent(
                        "rfc3261/ice-failed",
                        "The candidates come by and by, and none of them is in a session description",
                        """
                        party caller = 192.0.2.10:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | sdp: PCMU; a=ice-options:trickle; a=candidate:1 1 UDP 2130706431 192.0.2.10 40000 typ host
                        2.000 callee -> caller 200 | sdp: PCMU; a=ice-options:trickle; a=candidate:1 1 UDP 2130706431 198.51.100.20 40000 typ host
                        2.010 caller -> callee ACK
                        2.020 caller -> callee INFO | Content-Type: application/trickle-ice-sdpfrag | body: a=candidate:2 1 UDP 99 203.0.113.3 50000 typ relay
                        2.030 callee -> caller 200 (INFO)
                        signal 2.1 to 9.0 caller -> callee check
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                fires("rfc3261/dtls-failed", "The ClientHello is repeated, and nothing comes back", """
                        0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.000 callee -> caller 200 | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.010 caller -> callee ACK
                        signal 2.1 to 18.0 callee -> caller client-hello
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                fires("rfc3261/dtls-failed", "The callee refuses the caller's certificate", """
                        0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.000 callee -> caller 200 | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.010 caller -> callee ACK
                        signal 2.1 to 2.2 callee -> caller client-hello
                        signal 2.15 to 2.25 caller -> callee server-hello
                        signal 2.3 to 2.4 callee -> caller dtls-alert 42
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                fires("rfc3261/dtls-failed", "The two have no cipher suite in common", """
                        0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.000 callee -> caller 200 | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.010 caller -> callee ACK
                        signal 2.1 to 2.2 callee -> caller client-hello
                        signal 2.3 to 2.4 caller -> callee dtls-alert 40
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                fires("rfc3261/dtls-failed", "The answers of the server do not reach the client", """
                        0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.000 callee -> caller 200 | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.010 caller -> callee ACK
                        signal 2.1 to 18.0 callee -> caller client-hello
                        signal 2.2 to 18.1 caller -> callee server-hello
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                silent(
                        "rfc3261/dtls-failed",
                        "The offer has keys of its own, and only the callee means DTLS: it is the answer that does not fit",
                        """
                        0.000 caller -> callee INVITE | sdp: PCMU; RTP/SAVP; a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj
                        2.000 callee -> caller 200 | sdp: PCMU; RTP/SAVP; a=fingerprint:sha-256 AA:BB; a=setup:active
                        2.010 caller -> callee ACK
                        signal 2.1 to 18.0 callee -> caller client-hello
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """),
                silent(
                        "rfc3261/dtls-failed",
                        "The handshake succeeds when its begin has been repeated a few times",
                        """
                        0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.000 callee -> caller 200 | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.010 caller -> callee ACK
                        signal 2.1 to 9.0 callee -> caller client-hello
                        signal 9.0 to 9.1 caller -> callee server-hello
                        signal 9.1 to 9.2 callee -> caller dtls-protected
                        signal 9.1 to 9.2 caller -> callee dtls-protected
                        12.000 caller -> callee BYE
                        12.010 callee -> caller 200
                        """),
                silent("rfc3261/dtls-failed", "The media flow, and an alert ends the session", """
                        0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.000 callee -> caller 200 | sdp: PCMU; UDP/TLS/RTP/SAVP
                        2.010 caller -> callee ACK
                        signal 2.1 to 2.2 callee -> caller client-hello
                        signal 2.15 to 2.25 caller -> callee server-hello
                        rtp 2.5 to 20.0 callee -> caller
                        rtp 2.5 to 20.0 caller -> callee
                        signal 19.9 to 19.95 callee -> caller dtls-alert 80
                        20.000 caller -> callee BYE
                        20.010 callee -> caller 200
                        """));
    }
}
