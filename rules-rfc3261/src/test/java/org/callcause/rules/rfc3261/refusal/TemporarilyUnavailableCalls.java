package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that ended with 480. */
final class TemporarilyUnavailableCalls {

    private TemporarilyUnavailableCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/480-not-registered", "The proxy knows the callee and has no contact to ring", """
                    0.000 caller -> proxy  INVITE
                    0.003 proxy  -> caller 480
                    0.005 caller -> proxy  ACK
                    """),
                silent("rfc3261/480-not-registered", "The phone rings, and a server timer ends it with 480", """
                    0.000 caller -> proxy  INVITE
                    0.100 proxy  -> caller 180
                    30.20 proxy  -> caller 480
                    30.21 caller -> proxy  ACK
                    """),
                silent("rfc3261/480-not-registered", "A proxy refuses a sips address with 480 and Warning 380", """
                    0.000 caller -> proxy  INVITE
                    0.003 proxy  -> caller 480 | Warning: 380 proxy.example.com "SIPS Not Allowed"
                    0.005 caller -> proxy  ACK
                    """),
                fires("rfc3261/480-rang-out", "The phone rings, and a server timer ends it with 480", """
                    0.000 caller -> proxy  INVITE
                    0.100 proxy  -> caller 180
                    30.20 proxy  -> caller 480
                    30.21 caller -> proxy  ACK
                    """),
                fires("rfc3261/480-not-registered", "An announcement says that the mobile phone is off", """
                    0.000 caller -> trunk  INVITE
                    0.800 trunk  -> caller 183 sdp
                    13.90 trunk  -> caller 480 | Reason: Q.850;cause=20;text="subscriber absent"
                    13.91 caller -> trunk  ACK
                    """),
                silent("rfc3261/480-rang-out", "An announcement says that the mobile phone is off", """
                    0.000 caller -> trunk  INVITE
                    0.800 trunk  -> caller 183 sdp
                    13.90 trunk  -> caller 480 | Reason: Q.850;cause=20;text="subscriber absent"
                    13.91 caller -> trunk  ACK
                    """),
                silent("rfc3261/480-rang-out", "The proxy has no contact to ring", """
                    0.000 caller -> proxy  INVITE
                    0.003 proxy  -> caller 480
                    0.005 caller -> proxy  ACK
                    """),
                silent("rfc3261/480-not-registered", "The telephone network says that the callee did not answer", """
                    0.000 caller -> callee INVITE
                    25.020 callee -> caller 480 | Reason: Q.850;cause=19
                    25.022 caller -> callee ACK
                    """),
                fires(
                        "rfc3261/480-rang-out",
                        "The telephone network says that the callee did not answer, and sent no 180",
                        """
                        0.000 caller -> callee INVITE
                        25.020 callee -> caller 480 | Reason: Q.850;cause=19
                        25.022 caller -> callee ACK
                        """),
                silent(
                        "rfc3261/480-not-registered",
                        "The connection to the callee is gone, which its own code says",
                        """
                        0.000 caller -> callee INVITE
                        0.020 callee -> caller 430
                        0.022 caller -> callee ACK
                        """));
    }
}
