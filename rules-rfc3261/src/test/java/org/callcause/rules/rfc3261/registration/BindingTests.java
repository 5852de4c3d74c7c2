package org.callcause.rules.rfc3261.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** What is said of bindings and of the time they are asked for. */
class BindingTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static CallReport report(String script) {
        return STANDARD.analyze(CallScript.of(script).messages()).get(0);
    }

    @Test
    void anInstanceWithoutARegIdMayKeepSeveralBindings() {
        CallReport report = report("""
            0.000 phone -> registrar REGISTER
            0.004 registrar -> phone 200 | Contact: <sip:alice@192.0.2.30:5060>;+sip.instance="<urn:uuid:1>";expires=600, <sip:alice@192.0.2.30:5099>;+sip.instance="<urn:uuid:1>";expires=60
            """);

        assertThat(report.violations()).isEmpty();
        assertThat(report.notChecked()).extracting("rule").contains("rfc3261/stale-bindings");
    }

    @Test
    void aTimeThatWasNotNamedIsNotQuoted() {
        assertThat(report("""
            0.000 phone -> registrar REGISTER | Contact: <sip:alice@192.0.2.30:5060> | -Expires
            0.030 registrar -> phone 423 | Min-Expires: 7200
            """).diagnosis().orElseThrow().explanation()).startsWith("The device named no time");
    }
}
