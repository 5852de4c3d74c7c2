package org.callcause.rules.rfc3261.dialog;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls in which a request was refused, and what the parties made of that. */
final class DialogEffectCalls {

    private DialogEffectCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/dialog-kept", "The caller goes on after a 481", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee INVITE
                    60.01 callee -> caller 481
                    60.02 caller -> callee ACK
                    75.00 caller -> callee INVITE
                    75.01 callee -> caller 481
                    75.02 caller -> callee ACK
                    """),
                fires("rfc3261/dialog-kept", "Nobody ends the call after a 404 to its refresh", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee INVITE
                    60.01 callee -> caller 404
                    60.02 caller -> callee ACK
                    until 120
                    """),
                silent("rfc3261/dialog-kept", "The caller hangs up after a 481", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee INVITE
                    60.01 callee -> caller 481
                    60.02 caller -> callee ACK
                    60.05 caller -> callee BYE
                    60.06 callee -> caller 481
                    until 120
                    """),
                silent("rfc3261/dialog-kept", "A 488 to a change ends nothing, and the call goes on", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee INVITE
                    60.01 callee -> caller 488
                    60.02 caller -> callee ACK
                    90.00 caller -> callee BYE
                    90.01 callee -> caller 200
                    until 130
                    """),
                silent("rfc3261/dialog-kept", "A 481 to an OPTIONS says nothing of the call", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee OPTIONS
                    60.01 callee -> caller 481
                    190.0 caller -> callee BYE
                    190.1 callee -> caller 200
                    """),
                fires("rfc3261/left-for-refusal", "The gateway hangs up when its INFO is refused", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    20.00 caller -> callee INFO
                    20.02 callee -> caller 415
                    20.06 caller -> callee BYE
                    20.08 callee -> caller 200
                    """),
                silent("rfc3261/left-for-refusal", "The INFO is refused, and the call goes on", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    20.00 caller -> callee INFO
                    20.02 callee -> caller 415
                    44.06 caller -> callee BYE
                    44.08 callee -> caller 200
                    """),
                silent(
                        "rfc3261/left-for-refusal",
                        "Of many refused key tones the last comes just before the end",
                        """
                        0.000 caller -> callee INVITE
                        0.100 callee -> caller 180
                        3.000 callee -> caller 200
                        3.010 caller -> callee ACK
                        20.00 caller -> callee INFO
                        20.02 callee -> caller 415
                        30.00 caller -> callee INFO | CSeq: 7 INFO
                        30.02 callee -> caller 415
                        30.20 caller -> callee BYE | CSeq: 8 BYE
                        30.22 callee -> caller 200
                        """));
    }
}
