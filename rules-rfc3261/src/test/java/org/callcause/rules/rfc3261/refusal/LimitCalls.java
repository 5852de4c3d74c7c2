package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls refused because of a limit that the refusal names. */
final class LimitCalls {

    private LimitCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/limit-stated", "All channels of the trunk are taken, says the Warning of a 480", """
                    0.000 caller -> trunk  INVITE
                    0.090 trunk  -> caller 100
                    0.210 trunk  -> caller 480 | Warning: 399 trunk.example.com "Channel capacity exceeded: 24 of 24"
                    0.220 caller -> trunk  ACK
                    """),
                fires("rfc3261/limit-stated", "An account may have so many calls at a time and no more", """
                    0.000 caller -> trunk  INVITE
                    0.120 trunk  -> caller 403 User channel limit exceeded
                    0.130 caller -> trunk  ACK
                    """),
                fires("rfc3261/limit-stated", "The switch gives busy and says why in a Reason", """
                    0.000 caller -> trunk  INVITE
                    0.120 trunk  -> caller 486 | Reason: Q.850;cause=17;text="Max concurrent calls reached"
                    0.130 caller -> trunk  ACK
                    """),
                fires("rfc3261/limit-stated", "Too many calls", """
                    0.000 caller -> trunk  INVITE
                    0.120 trunk  -> caller 488 Too many concurrent calls
                    0.130 caller -> trunk  ACK
                    """),
                fires("rfc3261/limit-stated", "Calls are sent faster than the carrier takes them", """
                    0.000 caller -> trunk  INVITE
                    0.020 trunk  -> caller 480 Calls per second limit exceeded
                    0.030 caller -> trunk  ACK
                    """),
                silent("rfc3261/limit-stated", "The callee cannot be reached on any line", """
                    0.000 caller -> trunk  INVITE
                    0.320 trunk  -> caller 480 Called party could not be reached
                    0.330 caller -> trunk  ACK
                    """),
                silent("rfc3261/limit-stated", "All circuits are busy, which a switch says of any congestion", """
                    0.000 caller -> trunk  INVITE
                    0.320 trunk  -> caller 480 All circuits are busy now
                    0.330 caller -> trunk  ACK
                    """),
                silent("rfc3261/limit-stated", "The credit of the account is used up", """
                    0.000 caller -> trunk  INVITE
                    0.320 trunk  -> caller 403 Call credit limit reached
                    0.330 caller -> trunk  ACK
                    """),
                silent("rfc3261/limit-stated", "The callee is busy", """
                    0.000 caller -> callee INVITE
                    0.320 callee -> caller 486 Line in use
                    0.330 caller -> callee ACK
                    """));
    }
}
