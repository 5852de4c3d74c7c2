package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls in which media may flow in one direction only, and calls on hold. */
final class DirectionCalls {

    private DirectionCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/answer-direction", "An offer to send only is answered with send only", """
                    0.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; sendonly
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/answer-direction", "An offer to send only is answered with receive only", """
                    0.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; recvonly
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/one-way-answer", "The callee sends and does not listen, and the caller hangs up", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; sendonly
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/one-way-answer", "The callee sends and does not listen, and the call lasts", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; sendonly
                    2.010 caller -> callee ACK
                    90.000 caller -> callee BYE
                    90.010 callee -> caller 200
                    """),
                silent("rfc3261/one-way-answer", "The callee opens the other direction a little later", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; sendonly
                    2.010 caller -> callee ACK
                    3.000 callee -> caller INVITE | sdp: PCMU; sendrecv
                    3.020 caller -> callee 200 | sdp: PCMU
                    3.030 callee -> caller ACK
                    12.000 caller -> callee BYE
                    12.010 callee -> caller 200
                    """),
                fires("rfc3261/null-media-address", "The callee answers with the null address", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; at 0.0.0.0
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                silent(
                        "rfc3261/null-media-address",
                        "The caller offers the null address, as a third party that sets up a call does",
                        """
                        0.000 caller -> callee INVITE | sdp: PCMU; at 0.0.0.0
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200 | sdp: PCMU; at 0.0.0.0
                        2.010 caller -> callee ACK
                        8.000 caller -> callee BYE
                        8.010 callee -> caller 200
                        """),
                silent("rfc3261/null-media-address", "The address is still to be found by ICE", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | Content-Type: application/sdp | body: v=0\\no=- 7 7 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 0.0.0.0\\nt=0 0\\nm=audio 9 RTP/AVP 0\\na=ice-ufrag:abcd\\na=ice-pwd:abcdabcdabcdabcdabcdabcd\\na=ice-options:trickle\\na=sendrecv\\n
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """));
    }
}
