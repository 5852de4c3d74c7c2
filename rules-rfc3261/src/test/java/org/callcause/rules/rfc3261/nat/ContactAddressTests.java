package org.callcause.rules.rfc3261.nat;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** A URI has its IPv6 address in brackets, and the place that a request went to has not. */
class ContactAddressTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    @Test
    void anAcknowledgementOnItsWayToAPrivateIpv6ContactIsCertainlyMisdirected() {
        Diagnosis first = STANDARD.analyze(CallScript.of("""
                        party caller = [2001:db8::7]:5060
                        party callee = [2001:db8::20]:5060
                        party nowhere = [fd00::20]:5060
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200 | Contact: <sip:bob@[FD00:0::20]:5060> | -Record-Route
                        2.010 caller -> nowhere ACK
                        2.500 callee -> caller 200 | Contact: <sip:bob@[FD00:0::20]:5060> | -Record-Route
                        2.510 caller -> nowhere ACK
                        3.500 callee -> caller 200 | Contact: <sip:bob@[FD00:0::20]:5060> | -Record-Route
                        3.510 caller -> nowhere ACK
                        5.500 callee -> caller 200 | Contact: <sip:bob@[FD00:0::20]:5060> | -Record-Route
                        34.000 callee -> caller BYE
                        34.010 caller -> callee 200
                        """).messages())
                .get(0)
                .diagnosis()
                .orElseThrow();

        assertThat(first.rule()).isEqualTo("rfc3261/contact-unreachable");
        assertThat(first.likelihood()).isEqualTo(Likelihood.CERTAIN);
    }
}
