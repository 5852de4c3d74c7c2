package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that are put on hold and taken off it again. */
final class HoldCalls {

    private HoldCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/hold-not-released", "The call cannot be taken off hold", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU PCMA; sendonly
                    10.020 callee -> caller 200
                    10.030 caller -> callee ACK
                    20.000 caller -> callee INVITE | sdp: PCMU PCMA; sendrecv
                    20.020 callee -> caller 488
                    20.030 caller -> callee ACK
                    25.000 caller -> callee BYE
                    25.010 callee -> caller 200
                    """),
                fires("rfc3261/hold-not-released", "The side on hold hangs up after a minute", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU PCMA; sendonly
                    10.020 callee -> caller 200
                    10.030 caller -> callee ACK
                    70.000 callee -> caller BYE
                    70.010 caller -> callee 200
                    """),
                silent("rfc3261/hold-not-released", "The call is taken off hold", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU PCMA; sendonly
                    10.020 callee -> caller 200
                    10.030 caller -> callee ACK
                    20.000 caller -> callee INVITE | sdp: PCMU PCMA; sendrecv
                    20.020 callee -> caller 200
                    20.030 caller -> callee ACK
                    70.000 callee -> caller BYE
                    70.010 caller -> callee 200
                    """),
                silent("rfc3261/hold-not-released", "The holding side hangs up at once", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU PCMA; sendonly
                    10.020 callee -> caller 200
                    10.030 caller -> callee ACK
                    12.000 caller -> callee BYE
                    12.010 callee -> caller 200
                    """),
                silent(
                        "rfc3261/hold-not-released",
                        "A refresh without a description is refused while the call is on hold",
                        """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        10.000 caller -> callee INVITE | sdp: PCMU; sendonly
                        10.020 callee -> caller 200 | sdp: PCMU; recvonly
                        10.030 caller -> callee ACK
                        30.000 caller -> callee UPDATE | no sdp
                        30.020 callee -> caller 500
                        50.000 caller -> callee BYE
                        50.010 callee -> caller 200
                        """),
                silent("rfc3261/hold-not-released", "A later offer by ICE has the null address and is no hold", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    6.000 callee -> caller INVITE | Content-Type: application/sdp | body: v=0\\no=- 7 7 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 0.0.0.0\\nt=0 0\\nm=audio 9 RTP/AVP 0\\na=ice-ufrag:abcd\\na=ice-pwd:abcdabcdabcdabcdabcdabcd\\na=sendrecv\\n
                    6.020 caller -> callee 200
                    6.030 callee -> caller ACK
                    52.000 caller -> callee BYE
                    52.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/resume-answered-one-way",
                        "The offer that ends the hold is answered as during the hold",
                        """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    10.020 callee -> caller 200 | sdp: PCMU; recvonly
                    10.030 caller -> callee ACK
                    20.000 caller -> callee INVITE | sdp: PCMU; sendrecv
                    20.020 callee -> caller 200 | sdp: PCMU; recvonly
                    20.030 caller -> callee ACK
                    37.000 caller -> callee BYE
                    37.050 callee -> caller 200
                    """),
                fires("rfc3261/resume-answered-one-way", "The call goes on for long with one direction only", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    10.020 callee -> caller 200 | sdp: PCMU; recvonly
                    10.030 caller -> callee ACK
                    20.000 caller -> callee INVITE | sdp: PCMU; sendrecv
                    20.020 callee -> caller 200 | sdp: PCMU; recvonly
                    20.030 caller -> callee ACK
                    137.000 caller -> callee BYE
                    137.050 callee -> caller 200
                    """),
                silent(
                        "rfc3261/resume-answered-one-way",
                        "The offer that ends the hold is answered with both directions",
                        """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    10.020 callee -> caller 200 | sdp: PCMU; recvonly
                    10.030 caller -> callee ACK
                    20.000 caller -> callee INVITE | sdp: PCMU; sendrecv
                    20.020 callee -> caller 200 | sdp: PCMU; sendrecv
                    20.030 caller -> callee ACK
                    37.000 caller -> callee BYE
                    37.050 callee -> caller 200
                    """),
                silent("rfc3261/resume-answered-one-way", "The callee had put the call on hold itself", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    8.000 callee -> caller INVITE | sdp: PCMU; sendonly
                    8.020 caller -> callee 200 | sdp: PCMU; recvonly
                    8.030 callee -> caller ACK
                    10.000 caller -> callee INVITE | sdp: PCMU; inactive
                    10.020 callee -> caller 200 | sdp: PCMU; inactive
                    10.030 caller -> callee ACK
                    20.000 caller -> callee INVITE | sdp: PCMU; sendrecv
                    20.020 callee -> caller 200 | sdp: PCMU; sendonly
                    20.030 caller -> callee ACK
                    37.000 caller -> callee BYE
                    37.050 callee -> caller 200
                    """),
                silent("rfc3261/resume-answered-one-way", "The call ends right after the hold", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    10.020 callee -> caller 200 | sdp: PCMU; recvonly
                    10.030 caller -> callee ACK
                    20.000 caller -> callee INVITE | sdp: PCMU; sendrecv
                    20.020 callee -> caller 200 | sdp: PCMU; recvonly
                    20.030 caller -> callee ACK
                    22.000 caller -> callee BYE
                    22.050 callee -> caller 200
                    """),
                silent(
                        "rfc3261/resume-answered-one-way",
                        "A later offer opens the direction that the answer had left shut",
                        """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    10.020 callee -> caller 200 | sdp: PCMU; recvonly
                    10.030 caller -> callee ACK
                    20.000 caller -> callee INVITE | sdp: PCMU; sendrecv
                    20.020 callee -> caller 200 | sdp: PCMU; recvonly
                    20.030 caller -> callee ACK
                    21.000 callee -> caller INVITE | sdp: PCMU; sendrecv
                    21.020 caller -> callee 200 | sdp: PCMU; sendrecv
                    21.030 callee -> caller ACK
                    37.000 caller -> callee BYE
                    37.050 callee -> caller 200
                    """));
    }
}
