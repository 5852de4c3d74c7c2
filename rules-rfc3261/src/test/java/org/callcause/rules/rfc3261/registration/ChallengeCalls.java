package org.callcause.rules.rfc3261.registration;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Challenges in the wrong place. */
final class ChallengeCalls {

    private ChallengeCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/challenge-header", "A 401 asks in the header of proxies", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401 | -WWW-Authenticate | +Proxy-Authenticate: Digest realm="example.com", nonce="n1"
                    until 40
                    """),
                silent("rfc3261/challenge-header", "A 401 asks as it should", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 200
                    """),
                fires("rfc3261/cancel-challenged", "The proxy wants credentials for the CANCEL", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    3.000 caller -> proxy  CANCEL
                    3.010 proxy  -> caller 407 to CANCEL
                    9.000 proxy  -> caller 480 to INVITE
                    9.010 caller -> proxy  ACK
                    """),
                silent("rfc3261/cancel-challenged", "Only the INVITE is challenged", """
                    0.000 caller -> proxy  INVITE
                    0.003 proxy  -> caller 407
                    0.005 caller -> proxy  ACK
                    0.010 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    3.000 caller -> proxy  CANCEL
                    3.010 proxy  -> caller 200 (CANCEL)
                    3.020 proxy  -> caller 487 to INVITE
                    3.030 caller -> proxy  ACK
                    """));
    }
}
