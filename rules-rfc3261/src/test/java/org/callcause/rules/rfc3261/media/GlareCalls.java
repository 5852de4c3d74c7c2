package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls in which both sides change the session at once. */
final class GlareCalls {

    private GlareCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/glare", "The call is ended over a 491", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE
                    10.001 callee -> caller INVITE
                    10.020 callee -> caller 491
                    10.021 caller -> callee 491
                    10.030 caller -> callee ACK
                    10.031 callee -> caller ACK
                    10.500 caller -> callee BYE
                    10.510 callee -> caller 200
                    """),
                fires("rfc3261/glare", "The side that made the call tries again too early", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE
                    10.020 callee -> caller 491
                    10.030 caller -> callee ACK
                    10.500 caller -> callee INVITE
                    10.520 callee -> caller 200
                    10.530 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/glare", "The side that made the call waits for three seconds", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE
                    10.020 callee -> caller 491
                    10.030 caller -> callee ACK
                    13.020 caller -> callee INVITE
                    13.040 callee -> caller 200
                    13.050 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/glare-given-up", "Both sides hold at once, and neither tries again", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    10.002 callee -> caller INVITE | sdp: PCMU; sendonly
                    10.010 callee -> caller 491
                    10.011 caller -> callee 491
                    10.020 caller -> callee ACK
                    10.021 callee -> caller ACK
                    38.000 caller -> callee BYE
                    38.010 callee -> caller 200
                    """),
                silent("rfc3261/glare-given-up", "The callee tries again after a second and gets through", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    10.002 callee -> caller INVITE | sdp: PCMU; sendonly
                    10.010 callee -> caller 491
                    10.011 caller -> callee 491
                    10.020 caller -> callee ACK
                    10.021 callee -> caller ACK
                    11.000 callee -> caller INVITE | sdp: PCMU; sendonly
                    11.020 caller -> callee 200
                    11.030 callee -> caller ACK
                    38.000 caller -> callee BYE
                    38.010 callee -> caller 200
                    """),
                silent("rfc3261/glare-given-up", "The call ends within the waiting times", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    10.002 callee -> caller INVITE | sdp: PCMU; sendonly
                    10.010 callee -> caller 491
                    10.011 caller -> callee 491
                    10.020 caller -> callee ACK
                    10.021 callee -> caller ACK
                    13.500 caller -> callee BYE
                    13.510 callee -> caller 200
                    """),
                silent("rfc3261/glare-given-up", "The capture ends after the two refusals", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    10.002 callee -> caller INVITE | sdp: PCMU; sendonly
                    10.010 callee -> caller 491
                    10.011 caller -> callee 491
                    10.020 caller -> callee ACK
                    10.021 callee -> caller ACK
                    until 12
                    """),
                silent("rfc3261/glare-given-up", "Two refreshes that change nothing meet", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: PCMU; sendrecv
                    10.002 callee -> caller INVITE | sdp: PCMU; sendrecv
                    10.010 callee -> caller 491
                    10.011 caller -> callee 491
                    10.020 caller -> callee ACK
                    10.021 callee -> caller ACK
                    38.000 caller -> callee BYE
                    38.010 callee -> caller 200
                    """));
    }
}
