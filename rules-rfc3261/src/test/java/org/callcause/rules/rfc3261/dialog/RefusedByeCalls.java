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
                fires("rfc3261/bye-behind-text", "A keep-alive is glued to the BYE", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee HELLOBYE | CSeq: 2 BYE
                    9.120 callee -> caller 501
                    27.00 callee -> caller BYE
                    27.01 caller -> callee 200
                    """),
                silent("rfc3261/bye-behind-text", "A method that really is called so", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee GOODBYE
                    9.120 callee -> caller 501
                    27.00 callee -> caller BYE
                    27.01 caller -> callee 200
                    """),
                fires("rfc3261/bye-refused-without-tags", "The BYE has no To tag and is refused", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee BYE | To: <sip:bob@example.com>
                    9.120 callee -> caller 481
                    until 50
                    """),
                fires(
                        "rfc3261/bye-refused-without-tags",
                        "The capture shows no more than such a BYE and its refusal",
                        """
                    0.000 caller -> callee BYE | To: <sip:bob@example.com>
                    0.010 callee -> caller 481
                    """),
                silent("rfc3261/bye-refused-without-tags", "The callee takes such a BYE all the same", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee BYE | To: <sip:bob@example.com>
                    9.120 callee -> caller 200
                    until 50
                    """),
                fires("rfc3261/bye-refused", "The proxy challenges the BYE, and it is not sent again", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    3.000 proxy  -> caller 200
                    3.010 caller -> proxy  ACK
                    23.000 caller -> proxy  BYE
                    23.020 proxy  -> caller 407
                    until 300
                    """),
                fires("rfc3261/bye-refused", "The callee's server fails on the BYE", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    23.000 caller -> callee BYE
                    23.020 callee -> caller 500
                    until 300
                    """),
                fires("rfc3261/bye-refused", "The callee refuses the BYE, and hangs up an hour later", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    23.000 caller -> callee BYE
                    23.020 callee -> caller 500
                    3623.000 callee -> caller BYE
                    3623.010 caller -> callee 481
                    until 3700
                    """),
                silent("rfc3261/bye-refused", "The challenged BYE is sent again with credentials", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    3.000 proxy  -> caller 200
                    3.010 caller -> proxy  ACK
                    23.000 caller -> proxy  BYE
                    23.020 proxy  -> caller 407
                    23.030 caller -> proxy  BYE
                    23.050 proxy  -> caller 200
                    until 300
                    """),
                silent("rfc3261/bye-refused", "The other side hangs up after it refused a BYE", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    23.000 caller -> callee BYE
                    23.020 callee -> caller 500
                    40.000 callee -> caller BYE
                    40.010 caller -> callee 200
                    until 300
                    """),
                silent("rfc3261/bye-refused", "The call is gone on the other side", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    23.000 caller -> callee BYE
                    23.020 callee -> caller 481
                    until 300
                    """),
                silent("rfc3261/bye-refused", "The capture ends soon after the challenge", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    3.000 proxy  -> caller 200
                    3.010 caller -> proxy  ACK
                    23.000 caller -> proxy  BYE
                    23.020 proxy  -> caller 407
                    until 24
                    """));
    }
}
