package org.callcause.rules.rfc3261.transaction;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that nobody answered. */
final class NoResponseCalls {

    private NoResponseCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/no-response", "Seven INVITEs leave, and nothing comes back", """
                        0.000 caller -> proxy  INVITE
                        0.500 caller -> proxy  INVITE
                        1.500 caller -> proxy  INVITE
                        3.500 caller -> proxy  INVITE
                        7.500 caller -> proxy  INVITE
                        15.500 caller -> proxy  INVITE
                        31.500 caller -> proxy  INVITE
                        until 40
                        """),
                fires("rfc3261/no-response", "A REGISTER over TCP is never answered", """
                        transport TCP
                        0.000 phone -> registrar REGISTER
                        until 40
                        """),
                silent("rfc3261/no-response", "Two INVITEs are lost, the third is answered", """
                        0.000 caller -> proxy  INVITE
                        0.500 caller -> proxy  INVITE
                        1.500 caller -> proxy  INVITE
                        1.520 proxy  -> caller 100
                        2.000 proxy  -> caller 180
                        5.000 proxy  -> caller 200
                        5.010 caller -> proxy  ACK
                        9.000 caller -> proxy  BYE
                        9.010 proxy  -> caller 200
                        """),
                silent("rfc3261/no-response", "The capture ends a second after the INVITE", """
                        0.000 caller -> proxy  INVITE
                        0.500 caller -> proxy  INVITE
                        until 1.0
                        """),
                fires("rfc3261/stuck-behind-next-hop", "The proxy takes the call, finds nobody and answers 408", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.005 proxy  -> callee INVITE
                        0.505 proxy  -> callee INVITE
                        1.505 proxy  -> callee INVITE
                        32.10 proxy  -> caller 408
                        32.11 caller -> proxy  ACK
                        """),
                silent("rfc3261/stuck-behind-next-hop", "The phone rings, and the proxy ends it with 408", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.300 proxy  -> caller 180
                        60.10 proxy  -> caller 408
                        60.11 caller -> proxy  ACK
                        """),
                fires("rfc3261/408-rang-out", "The phone rings, and the proxy ends it with 408", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.300 proxy  -> caller 180
                        60.10 proxy  -> caller 408
                        60.11 caller -> proxy  ACK
                        """),
                silent("rfc3261/408-rang-out", "Nothing ever rang", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        32.10 proxy  -> caller 408
                        32.11 caller -> proxy  ACK
                        """));
    }
}
