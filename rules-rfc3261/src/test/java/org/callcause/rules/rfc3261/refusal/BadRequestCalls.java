package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls refused with 400, with and without a fault in the INVITE. */
final class BadRequestCalls {

    private BadRequestCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/400-fault-found", "The INVITE has an impossible Max-Forwards", """
                    0.000 caller -> proxy  INVITE | Max-Forwards: 999
                    0.004 proxy  -> caller 400
                    0.010 caller -> proxy  ACK
                    """),
                silent("rfc3261/400-fault-found", "Nothing is wrong with the INVITE", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 400
                    0.010 caller -> proxy  ACK
                    """),
                fires("rfc3261/400-without-fault", "The registrar of both does not know the caller", """
                    caller is sip:tablet@home.example
                    callee is sip:anna@home.example
                    0.000 caller -> proxy  INVITE
                    0.001 proxy  -> caller 400
                    0.030 caller -> proxy  ACK
                    """),
                silent("rfc3261/400-without-fault", "A foreign server refuses, which knows no callers", """
                    caller is sip:alice@example.com
                    callee is sip:bob@example.net
                    0.000 caller -> proxy  INVITE
                    0.001 proxy  -> caller 400
                    0.030 caller -> proxy  ACK
                    """),
                silent("rfc3261/400-without-fault", "The 400 says what it means", """
                    caller is sip:tablet@home.example
                    callee is sip:anna@home.example
                    0.000 caller -> proxy  INVITE
                    0.001 proxy  -> caller 400 | Warning: 399 home.example "Missing P-Asserted-Identity"
                    0.030 caller -> proxy  ACK
                    """),
                silent("rfc3261/400-without-fault", "The phrase of the 400 says what is wrong", """
                    caller is sip:recorder@home.example
                    callee is sip:anna@home.example
                    0.000 caller -> proxy  INVITE
                    0.001 proxy  -> caller 400 Bad Request - Invalid metadata
                    0.030 caller -> proxy  ACK
                    """),
                silent("rfc3261/400-without-fault", "It came from further on, after a while", """
                    caller is sip:tablet@home.example
                    callee is sip:anna@home.example
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    0.900 proxy  -> caller 400
                    0.930 caller -> proxy  ACK
                    """));
    }
}
