package org.callcause.rules.rfc3261.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** What is said of requests that ran out of hops or came twice. */
class LoopTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static CallReport report(String script) {
        return STANDARD.analyze(CallScript.of(script).messages()).get(0);
    }

    @Test
    void aLoopThatWasCapturedIsToldOnce() {
        assertThat(report("""
            0.000 caller -> first INVITE
            0.001 first -> second INVITE
            0.002 second -> first INVITE
            0.003 first -> second INVITE
            0.004 second -> first 482
            0.005 first -> second 482
            0.006 second -> first 482
            0.007 first -> caller 482
            """).diagnoses()).extracting(Diagnosis::rule).containsExactly("rfc3261/loop");
    }

    @Test
    void aCallerThatAllowsOneHopNeedsNoLoop() {
        Diagnosis first = report("""
            0.000 caller -> callee INVITE | Max-Forwards: 1
            0.030 callee -> caller 483
            0.031 caller -> callee ACK
            """).diagnosis().orElseThrow();

        assertThat(first.likelihood()).isEqualTo(Likelihood.POSSIBLE);
        assertThat(first.explanation()).contains("with 1 where 70 is usual").contains("or it had gone a long way");
    }

    @Test
    void theRequestThatIsTheFirstAndTheFurthestIsQuotedOnce() {
        assertThat(report("""
            0.000 caller -> callee INVITE
            0.030 callee -> caller 483
            0.031 caller -> callee ACK
            """).diagnosis().orElseThrow().evidence()).doesNotHaveDuplicates();
    }
}
