package org.callcause.rules.rfc3261.network;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that an Asterisk refused with the cause of the leg behind it. */
final class AsteriskCauseCalls {

    private AsteriskCauseCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/asterisk-cause", "The callee declined, and Asterisk makes 403 of it", """
                    pbx runs Asterisk PBX 18.15.1
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 100
                    0.300 pbx    -> caller 180
                    6.200 pbx    -> caller 403 | X-Asterisk-HangupCause: Call Rejected | X-Asterisk-HangupCauseCode: 21
                    6.210 caller -> pbx    ACK
                    """),
                fires("rfc3261/asterisk-cause", "All channels behind the Asterisk are taken", """
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 100
                    0.900 pbx    -> caller 503 | X-Asterisk-HangupCause: Circuit/channel congestion | X-Asterisk-HangupCauseCode: 34
                    0.910 caller -> pbx    ACK
                    """),
                silent("rfc3261/asterisk-cause", "The extension does not exist, and both say so", """
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 404 | X-Asterisk-HangupCause: Unallocated (unassigned) number | X-Asterisk-HangupCauseCode: 1
                    0.010 caller -> pbx    ACK
                    """),
                silent("rfc3261/asterisk-cause", "A Reason says it already", """
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 100
                    0.900 pbx    -> caller 503 | Reason: Q.850;cause=34 | X-Asterisk-HangupCauseCode: 34
                    0.910 caller -> pbx    ACK
                    """));
    }
}
