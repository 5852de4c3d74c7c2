package org.callcause.rules.rfc3261.transaction;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that stay unanswered behind an element on the way, or altogether. */
final class SilentHopCalls {

    private SilentHopCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/no-response-behind",
                        "The gateway behind the proxy is silent, and the proxy answers 408",
                        """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.005 proxy  -> gateway INVITE
                        0.505 proxy  -> gateway INVITE
                        1.505 proxy  -> gateway INVITE
                        3.505 proxy  -> gateway INVITE
                        32.10 proxy  -> caller 408
                        32.11 caller -> proxy  ACK
                        """),
                fires(
                        "rfc3261/no-response-behind",
                        "The registrar behind the edge is silent, and the edge answers 504",
                        """
                    0.000 caller -> proxy     REGISTER
                    0.003 proxy  -> registrar REGISTER
                    0.503 proxy  -> registrar REGISTER
                    1.503 proxy  -> registrar REGISTER
                    3.503 proxy  -> registrar REGISTER
                    31.80 proxy  -> caller    504
                    """),
                silent("rfc3261/no-response-behind", "The registrar behind the edge answers the second copy", """
                    0.000 caller -> proxy     REGISTER
                    0.003 proxy  -> registrar REGISTER
                    0.503 proxy  -> registrar REGISTER
                    0.520 registrar -> proxy  200
                    0.522 proxy  -> caller    200
                    """),
                silent("rfc3261/no-response-behind", "One branch is dead, and the other answers", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    0.005 proxy  -> desk   INVITE
                    0.006 proxy  -> mobile INVITE
                    0.200 mobile -> proxy  180
                    0.202 proxy  -> caller 180
                    0.505 proxy  -> desk   INVITE
                    1.505 proxy  -> desk   INVITE
                    3.505 proxy  -> desk   INVITE
                    5.000 mobile -> proxy  200
                    5.002 proxy  -> caller 200
                    5.030 caller -> proxy  ACK
                    5.032 proxy  -> mobile ACK
                    44.00 caller -> proxy  BYE
                    44.01 proxy  -> mobile BYE
                    44.03 mobile -> proxy  200
                    44.04 proxy  -> caller 200
                    """),
                silent("rfc3261/no-response-behind", "One branch is dead, and the other is busy", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    0.005 proxy  -> desk   INVITE
                    0.006 proxy  -> mobile INVITE
                    0.200 mobile -> proxy  486
                    0.201 proxy  -> mobile ACK
                    0.505 proxy  -> desk   INVITE
                    1.505 proxy  -> desk   INVITE
                    3.505 proxy  -> desk   INVITE
                    9.000 proxy  -> caller 486
                    9.010 caller -> proxy  ACK
                    """),
                fires("rfc3261/transport-error-unseen", "A REGISTER over TCP is never answered", """
                    transport TCP
                    0.000 phone -> registrar REGISTER
                    until 40
                    """),
                silent("rfc3261/transport-error-unseen", "The proxy answers 503", """
                    0.000 caller -> proxy  INVITE
                    0.010 proxy  -> caller 503
                    0.020 caller -> proxy  ACK
                    """));
    }
}
