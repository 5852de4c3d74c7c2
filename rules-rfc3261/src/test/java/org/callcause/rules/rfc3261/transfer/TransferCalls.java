package org.callcause.rules.rfc3261.transfer;

import static org.callcause.rules.rfc3261.transfer.HeldCall.BUSY;
import static org.callcause.rules.rfc3261.transfer.HeldCall.HELD;
import static org.callcause.rules.rfc3261.transfer.HeldCall.HUNG_UP;
import static org.callcause.rules.rfc3261.transfer.HeldCall.REFERRED;
import static org.callcause.rules.rfc3261.transfer.HeldCall.TRANSFERRED;
import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with transfers. */
public final class TransferCalls {

    private TransferCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/transfer-failed",
                        "The target of the transfer is busy",
                        HELD + REFERRED + BUSY + """
                            5.000 caller -> callee INVITE | sdp: PCMU | new
                            5.010 callee -> caller 200
                            5.020 caller -> callee ACK
                            """ + HUNG_UP),
                silent("rfc3261/transfer-failed", "The target of the transfer answers", TRANSFERRED),
                fires("rfc3261/refer-refused", "The carrier takes no REFER", HELD + """
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 405
                    """ + HUNG_UP),
                silent("rfc3261/refer-refused", "The REFER is accepted", TRANSFERRED),
                fires("rfc3261/refer-without-notify", "The transfer is accepted and never reported", HELD + """
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 200
                    16.000 caller -> callee BYE
                    16.010 callee -> caller 200
                    """),
                silent("rfc3261/refer-without-notify", "The transferor asked for no report", HELD + """
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com> | Refer-Sub: false
                    4.010 callee -> caller 200
                    16.000 caller -> callee BYE
                    16.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/transfer-result-unknown",
                        "The transferor hangs up on the first progress",
                        HELD + REFERRED + HUNG_UP),
                silent("rfc3261/transfer-result-unknown", "The outcome is reported", TRANSFERRED),
                fires(
                        "rfc3261/transfer-left-on-hold",
                        "The transfer fails, and nobody takes the call back",
                        HELD + REFERRED + BUSY + HUNG_UP),
                silent(
                        "rfc3261/transfer-left-on-hold",
                        "The transfer fails, and the transferor takes the call back",
                        HELD + REFERRED + BUSY + """
                            5.000 caller -> callee INVITE | sdp: PCMU | new
                            5.010 callee -> caller 200
                            5.020 caller -> callee ACK
                            """ + HUNG_UP),
                fires("rfc3261/replaces-no-match", "The far side does not know the call to be replaced", """
                    0.000 caller -> callee INVITE | Replaces: other@192.0.2.9;to-tag=11;from-tag=22
                    0.020 callee -> caller 481
                    0.030 caller -> callee ACK
                    """),
                silent("rfc3261/replaces-no-match", "The far side lets the call be replaced", """
                    0.000 caller -> callee INVITE | Replaces: other@192.0.2.9;to-tag=11;from-tag=22
                    0.200 callee -> caller 200
                    0.210 caller -> callee ACK
                    5.000 caller -> callee BYE
                    5.010 callee -> caller 200
                    """),
                fires("rfc3261/replaces-terminated", "The call to be replaced has just been hung up", """
                    0.000 caller -> callee INVITE | Replaces: other@192.0.2.9;to-tag=11;from-tag=22
                    0.020 callee -> caller 603
                    0.030 caller -> callee ACK
                    """),
                silent("rfc3261/replaces-terminated", "An ordinary call is declined", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    4.200 callee -> caller 603
                    4.210 caller -> callee ACK
                    """),
                fires("rfc3261/replaces-already-answered", "A pickup comes too late", """
                    0.000 caller -> callee INVITE | Replaces: other@192.0.2.9;to-tag=11;from-tag=22;early-only
                    0.020 callee -> caller 486
                    0.030 caller -> callee ACK
                    """),
                silent("rfc3261/replaces-already-answered", "An ordinary call finds the line busy", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 486
                    0.210 caller -> callee ACK
                    """),
                fires("rfc3261/replaces-misplaced", "One INVITE would replace two calls", """
                    0.000 caller -> callee INVITE | Replaces: other@192.0.2.9;to-tag=11;from-tag=22 | +Replaces: more@192.0.2.9;to-tag=33;from-tag=44
                    0.020 callee -> caller 400
                    0.030 caller -> callee ACK
                    """),
                silent("rfc3261/replaces-misplaced", "One INVITE replaces one call", """
                    0.000 caller -> callee INVITE | Replaces: other@192.0.2.9;to-tag=11;from-tag=22
                    0.200 callee -> caller 200
                    0.210 caller -> callee ACK
                    5.000 caller -> callee BYE
                    5.010 callee -> caller 200
                    """));
    }
}
