package org.callcause.rules.rfc3261.routing;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that a proxy answers with a code of its own making. */
final class ProxyCodeCalls {

    private ProxyCodeCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/name-not-resolved", "A federation edge finds no record of the caller's domain", """
                    0.000 caller -> edge   INVITE
                    0.180 edge   -> caller 504 | ms-diagnostics: 1008;reason="Unable to resolve DNS SRV record";domain="example.com"
                    0.182 caller -> edge   ACK
                    """),
                silent("rfc3261/name-not-resolved", "A federation edge has another complaint", """
                    0.000 caller -> edge   INVITE
                    0.180 edge   -> caller 504 | ms-diagnostics: 1009;reason="No match for domain in DNS SRV results"
                    0.182 caller -> edge   ACK
                    """),
                fires("rfc3261/proxy-could-not-send", "The connection to the phone is gone", """
                    0.000 caller -> proxy  INVITE
                    0.002 proxy  -> caller 100
                    0.011 proxy  -> caller 477 Unfortunately error on sending to next hop occurred (477/TM)
                    0.013 caller -> proxy  ACK
                    """),
                fires("rfc3261/proxy-could-not-send", "OpenSIPS has the same for it in other words", """
                    0.000 caller -> proxy  INVITE
                    0.011 proxy  -> caller 477 Send failed (477/TM)
                    0.013 caller -> proxy  ACK
                    """),
                fires("rfc3261/proxy-could-not-send", "The name of the next hop has no address", """
                    0.000 caller -> proxy  INVITE
                    0.120 proxy  -> caller 478 Unresolvable destination (478/TM)
                    0.122 caller -> proxy  ACK
                    """),
                fires("rfc3261/proxy-could-not-send", "The browser's Contact is asked of DNS", """
                    callee is sip:x7a1@k39f.invalid
                    0.000 caller -> proxy  INVITE
                    0.120 proxy  -> caller 478 Unresolvable destination (478/SL)
                    0.122 caller -> proxy  ACK
                    """),
                silent("rfc3261/proxy-could-not-send", "A carrier gives 477 another meaning", """
                    0.000 caller -> trunk  INVITE
                    0.120 trunk  -> caller 477 Account suspended
                    0.122 caller -> trunk  ACK
                    """),
                silent("rfc3261/proxy-could-not-send", "The phrase stands beside a code of the standard", """
                    0.000 caller -> trunk  INVITE
                    0.120 trunk  -> caller 404 Unresolvable destination
                    0.122 caller -> trunk  ACK
                    """),
                silent("rfc3261/proxy-could-not-send", "The proxy tries another way after the first failed", """
                    0.000 caller -> proxy  INVITE
                    0.011 proxy  -> caller 477 Send failed (477/TM)
                    0.013 caller -> proxy  ACK
                    0.020 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    3.000 proxy  -> caller 200
                    3.020 caller -> proxy  ACK
                    33.00 caller -> proxy  BYE
                    33.01 proxy  -> caller 200
                    """));
    }
}
