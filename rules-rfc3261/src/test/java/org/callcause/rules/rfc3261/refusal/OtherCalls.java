package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls refused with a code of one plain reading, answers without ACK, and releases by the telephone network. */
final class OtherCalls {

    private OtherCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/refused", "The callee cannot decrypt the body", """
                    0.000 caller -> callee INVITE
                    0.030 callee -> caller 493
                    0.032 caller -> callee ACK
                    """),
                fires("rfc3261/refused", "The registrar cannot store the binding", """
                    0.000 phone -> registrar REGISTER
                    0.040 registrar -> phone 500
                    """),
                silent("rfc3261/refused", "The session timer is raised, and the call is answered", """
                    0.000 caller -> callee INVITE | Session-Expires: 60
                    0.030 callee -> caller 422 | Min-SE: 90
                    0.032 caller -> callee ACK
                    0.040 caller -> callee INVITE | Session-Expires: 90
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/missing-ack", "The answer is sent again and again, and no ACK comes", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.500 callee -> caller 200
                    3.500 callee -> caller 200
                    5.500 callee -> caller 200
                    34.00 callee -> caller BYE
                    34.02 caller -> callee 200
                    """),
                silent("rfc3261/missing-ack", "One ACK is lost, and the next one repairs it", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    2.500 callee -> caller 200
                    2.510 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                silent("rfc3261/missing-ack", "The ACK was not captured, and the answer is not repeated", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK not captured
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/q850-release",
                        "The telephone network rejects the call, and the gateway makes 480 of it",
                        """
                        0.000 caller -> gateway INVITE
                        0.030 gateway -> caller 100
                        1.200 gateway -> caller 183
                        1.240 gateway -> caller 480 | Reason: Q.850;cause=21;text="Call rejected"
                        1.250 caller -> gateway ACK
                        """),
                silent("rfc3261/q850-release", "The cause says no more than the status", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.300 gateway -> caller 180
                    40.24 gateway -> caller 480 | Reason: Q.850;cause=19;text="No answer"
                    40.25 caller -> gateway ACK
                    """));
    }
}
