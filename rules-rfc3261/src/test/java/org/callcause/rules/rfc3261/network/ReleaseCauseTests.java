package org.callcause.rules.rfc3261.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** What is made of the Q.850 cause of a refusal, and of the code beside it. */
class ReleaseCauseTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static CallReport report(String script) {
        return STANDARD.analyze(CallScript.of(script).messages()).get(0);
    }

    @Test
    void aCauseOfCongestionReplacesTheReadingThatTheServerIsOutOfService() {
        CallReport report = report("""
            0.000 caller -> callee INVITE
            0.530 callee -> caller 503 | Reason: Q.850;cause=34
            0.532 caller -> callee ACK
            """);

        assertThat(report.diagnoses()).extracting(Diagnosis::rule).containsExactly("rfc3261/q850-release");
        assertThat(report.diagnosis().orElseThrow().cause()).isEqualTo(Cause.CAPACITY_EXCEEDED);
    }

    @Test
    void theCauseThatAsteriskNotesReplacesItToo() {
        assertThat(report("""
            0.000 caller -> callee INVITE
            0.530 callee -> caller 503 | X-Asterisk-HangupCauseCode: 34
            0.532 caller -> callee ACK
            """).diagnoses()).extracting(Diagnosis::rule).containsExactly("rfc3261/asterisk-cause");
    }

    @Test
    void aCodeThatDoesNotFitItsCauseIsToldOnce() {
        CallReport report = report("""
            0.000 caller -> callee INVITE
            0.530 callee -> caller 500 | Reason: Q.850;cause=34
            0.532 caller -> callee ACK
            """);

        assertThat(report.diagnoses())
                .extracting(Diagnosis::rule)
                .contains("rfc3261/q850-release")
                .doesNotContain("rfc3261/q850-conflict");
        assertThat(report.diagnosis().orElseThrow().explanation()).contains("not as RFC 3398 has it");
    }

    @Test
    void aRejectionAfterA183IsNotSaidToHaveRung() {
        assertThat(report("""
            0.000 caller -> callee INVITE
            1.000 callee -> caller 183
            5.020 callee -> caller 403 | Reason: Q.850;cause=21
            5.022 caller -> callee ACK
            """).diagnosis().orElseThrow().explanation()).doesNotContain("A phone rang");
    }
}
