package org.callcause.rules.rfc3261.transaction;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with contradicting, late and needless final responses. */
final class FinalResponseCalls {

    private FinalResponseCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/two-final-responses", "The proxy sends 486 and then 480 for one INVITE", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    0.300 proxy  -> caller 180
                    4.000 proxy  -> caller 486
                    4.010 caller -> proxy  ACK
                    4.300 proxy  -> caller 480 Temporarily Unavailable to INVITE
                    4.310 caller -> proxy  ACK
                    """),
                fires("rfc3261/two-final-responses", "The server refuses what it has answered before", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    4.000 proxy  -> caller 200
                    4.010 caller -> proxy  ACK
                    4.300 proxy  -> caller 487 to INVITE
                    9.000 caller -> proxy  BYE
                    9.010 proxy  -> caller 200
                    """),
                silent("rfc3261/two-final-responses", "Two phones of a fork answer at once", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> desk   INVITE
                    0.006 proxy  -> mobile INVITE
                    5.000 mobile -> proxy  200
                    5.001 desk   -> proxy  200
                    5.002 proxy  -> caller 200
                    5.030 caller -> proxy  ACK
                    5.032 proxy  -> mobile ACK
                    44.00 caller -> proxy  BYE
                    44.01 proxy  -> mobile BYE
                    44.03 mobile -> proxy  200
                    44.04 proxy  -> caller 200
                    """),
                fires("rfc3261/non-invite-408", "The proxy answers a BYE with 408", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    4.000 proxy  -> caller 200
                    4.010 caller -> proxy  ACK
                    9.000 caller -> proxy  BYE
                    9.500 caller -> proxy  BYE
                    20.00 proxy  -> caller 408
                    """),
                silent("rfc3261/non-invite-408", "The proxy answers the INVITE with 408", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    32.10 proxy  -> caller 408
                    32.11 caller -> proxy  ACK
                    """),
                fires("rfc3261/late-response", "An INFO within the call is answered after 40 s", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    4.000 callee -> caller 200
                    4.010 caller -> callee ACK
                    9.000 caller -> callee INFO
                    49.00 callee -> caller 200
                    60.00 caller -> callee BYE
                    60.01 callee -> caller 200
                    """),
                silent("rfc3261/late-response", "A BYE is answered after its third repeat", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    4.000 callee -> caller 200
                    4.010 caller -> callee ACK
                    9.000 caller -> callee BYE
                    9.500 caller -> callee BYE
                    10.50 caller -> callee BYE
                    12.50 caller -> callee BYE
                    12.60 callee -> caller 200
                    """));
    }
}
