package org.callcause.rules.rfc3261.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.incident.Incident;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.IncidentExamination;
import org.callcause.testkit.TrafficScript;
import org.junit.jupiter.api.Test;

/** Whom an outage is blamed on. */
class OutageTests {

    private static IncidentExamination examine(String script) {
        return IncidentExamination.of(
                TrafficScript.of(script),
                RuleSet.builder().add(new StandardRules()).build());
    }

    @Test
    void aTrunkIsNamedAndNotTheElementThatPassesItsFailuresOn() {
        IncidentExamination found = examine("""
            0      20 calls every 6 from phone*8 to +493012340*20 over 192.0.2.10: answered 40
            0.02   20 calls every 6 from phone*8 at 192.0.2.10 to +493012340*20 over 198.51.100.7: answered 40
            120    10 calls every 6 from phone*8 to +493012340*20 over 192.0.2.10: 503
            120.02 10 calls every 6 from phone*8 at 192.0.2.10 to +493012340*20 over 198.51.100.7: 503
            """);

        assertThat(found.by("rfc3261/sudden-outage"))
                .extracting(Incident::scope)
                .extracting(Object::toString)
                .containsExactly("peer 198.51.100.7:5060");
    }

    @Test
    void twoTrunksThatAreOutAtOnceAreAll() {
        IncidentExamination found = examine("""
            0    20 calls every 6 from phone*8 to +493012340*20 over 198.51.100.7: answered 40
            3    20 calls every 6 from phone*8 to +494012340*20 over 198.51.100.8: answered 40
            120  10 calls every 6 from phone*8 to +493012340*20 over 198.51.100.7: 503
            123  10 calls every 6 from phone*8 to +494012340*20 over 198.51.100.8: 503
            """);

        assertThat(found.by("rfc3261/sudden-outage"))
                .extracting(Incident::scope)
                .extracting(Object::toString)
                .containsExactly("all");
    }

    @Test
    void whoDialsManyNumbersThatDoNotExistIsNamedAndNotThePeerThatSaysSo() {
        IncidentExamination found = examine("""
            0    60 calls every 6 from phone*8 to +493012340*20 over 198.51.100.7: answered 40
            3    60 calls every 6 from carol to +4989555*60 over 198.51.100.8: 404
            """);

        assertThat(found.by("rfc3261/sudden-outage")).isEmpty();
        assertThat(found.by("rfc3261/failing-party"))
                .extracting(Incident::scope)
                .extracting(Object::toString)
                .containsExactly("caller carol@example.com");
    }
}
