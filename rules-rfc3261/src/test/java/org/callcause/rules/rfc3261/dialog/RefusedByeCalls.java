package org.callcause.rules.rfc3261.dialog;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose BYE did not name them. */
final class RefusedByeCalls {

    private RefusedByeCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/bye-refused-without-tags", "The BYE has no To tag and is refused", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee BYE | To: <sip:bob@example.com>
                    9.120 callee -> caller 481
                    until 50
                    """),
                silent("rfc3261/bye-refused-without-tags", "The callee takes such a BYE all the same", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee BYE | To: <sip:bob@example.com>
                    9.120 callee -> caller 200
                    until 50
                    """));
    }
}
