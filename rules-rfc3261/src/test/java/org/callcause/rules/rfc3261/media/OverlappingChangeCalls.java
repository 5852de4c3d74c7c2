package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls in which one side changes the session again too soon. */
final class OverlappingChangeCalls {

    private OverlappingChangeCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/overlapping-change", "A second UPDATE leaves before the first is answered", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee UPDATE | sdp: PCMU
                    10.010 caller -> callee UPDATE | sdp: PCMA | new
                    10.020 callee -> caller 500 | Retry-After: 3
                    10.030 callee -> caller 200 | sdp: PCMU
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/overlapping-change", "The second UPDATE waits for the answer to the first", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee UPDATE | sdp: PCMU
                    10.010 callee -> caller 200 | sdp: PCMU
                    10.020 caller -> callee UPDATE | sdp: PCMA
                    10.030 callee -> caller 200 | sdp: PCMA
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/overlapping-change",
                        "The resume leaves before the ACK of the hold, and the call is ended",
                        """
                    0.000 caller -> callee INVITE not captured
                    2.000 callee -> caller 200 not captured
                    2.010 caller -> callee ACK not captured
                    12.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    12.020 callee -> caller 200 | sdp: PCMU; recvonly
                    12.028 caller -> callee INVITE | sdp: PCMU; sendrecv
                    12.029 caller -> callee ACK
                    12.030 callee -> caller 500 | Retry-After: 3
                    12.040 caller -> callee ACK
                    12.050 callee -> caller BYE
                    12.080 caller -> callee 200
                    """),
                silent(
                        "rfc3261/overlapping-change",
                        "The resume follows the ACK of the hold, and fails for another reason",
                        """
                    0.000 caller -> callee INVITE
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    12.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    12.020 callee -> caller 200 | sdp: PCMU; recvonly
                    12.025 caller -> callee ACK
                    12.028 caller -> callee INVITE | sdp: PCMU; sendrecv
                    12.029 callee -> caller 500
                    12.030 caller -> callee ACK
                    12.050 callee -> caller BYE
                    12.080 caller -> callee 200
                    """));
    }
}
