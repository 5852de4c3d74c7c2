package org.callcause.rules.rfc3261.dialog;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose messages lack a header that they need. */
final class MandatoryHeaderCalls {

    private MandatoryHeaderCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/mandatory-header-missing", "The INVITE has no Max-Forwards", """
                    0.000 caller -> callee INVITE | -Max-Forwards
                    0.100 callee -> caller 486
                    0.110 caller -> callee ACK
                    """),
                fires("rfc3261/mandatory-header-missing", "The INVITE has no To, and the server answers 400", """
                    0.000 caller -> callee INVITE | -To
                    0.100 callee -> caller 400
                    0.110 caller -> callee ACK
                    """),
                silent("rfc3261/mandatory-header-missing", "All six are there, and the server refuses the body", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 400
                    0.110 caller -> callee ACK
                    """),
                fires("rfc3261/contact-missing", "The 200 has no Contact", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200 | -Contact
                    3.010 caller -> callee ACK
                    60.00 callee -> caller BYE
                    60.01 caller -> callee 200
                    """),
                fires("rfc3261/contact-missing", "The INVITE has no Contact", """
                    0.000 caller -> callee INVITE | -Contact
                    0.100 callee -> caller 486
                    0.110 caller -> callee ACK
                    """),
                fires("rfc3261/contact-missing", "A reliable 183 has no Contact for its PRACK", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 183 | reliable | -Contact
                    0.110 caller -> callee PRACK
                    0.120 callee -> caller 200 (PRACK)
                    3.000 callee -> caller 486
                    3.010 caller -> callee ACK
                    """),
                silent("rfc3261/contact-missing", "A 180 has no Contact, and nothing is sent there", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180 | -Contact
                    3.000 callee -> caller 486
                    3.010 caller -> callee ACK
                    """),
                silent("rfc3261/contact-missing", "A refusal has no Contact and needs none", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 486 | -Contact
                    3.010 caller -> callee ACK
                    """));
    }
}
