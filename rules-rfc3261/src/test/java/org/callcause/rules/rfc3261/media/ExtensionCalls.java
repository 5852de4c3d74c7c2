package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with preconditions and with fax. */
final class ExtensionCalls {

    private ExtensionCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/precondition-failed", "The access network grants no bearer", """
                    0.000 caller -> callee INVITE | Require: precondition
                    0.300 callee -> caller 580
                    0.310 caller -> callee ACK
                    """),
                silent("rfc3261/precondition-failed", "The called side fails for another reason", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 500
                    0.310 caller -> callee ACK
                    """),
                fires("rfc3261/fax-refused", "The gateway does not do T.38, and the fax hangs up", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 callee -> caller INVITE | sdp: image t38
                    10.020 caller -> callee 488
                    10.030 callee -> caller ACK
                    14.000 callee -> caller BYE
                    14.010 caller -> callee 200
                    """),
                fires("rfc3261/fax-refused", "The fax falls back to audio", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 callee -> caller INVITE | sdp: image t38
                    10.020 caller -> callee 488
                    10.030 callee -> caller ACK
                    11.000 callee -> caller INVITE | sdp: PCMA
                    11.020 caller -> callee 200 | sdp: PCMA
                    11.030 callee -> caller ACK
                    90.000 callee -> caller BYE
                    90.010 caller -> callee 200
                    """),
                silent("rfc3261/fax-refused", "T.38 is accepted", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 callee -> caller INVITE | sdp: image t38
                    10.020 caller -> callee 200 | sdp: image t38
                    10.030 callee -> caller ACK
                    90.000 callee -> caller BYE
                    90.010 caller -> callee 200
                    """));
    }
}
