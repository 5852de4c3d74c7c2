package org.callcause.rules.rfc3261.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void whoRejectsFasterThanAPersonGoesByARule() {
        Diagnosis first = report("""
            0.000 caller -> gateway INVITE
            0.009 gateway -> caller 403 | Reason: Q.850;cause=21
            0.050 caller -> gateway ACK
            """).diagnosis().orElseThrow();

        assertThat(first.cause()).isEqualTo(Cause.BLOCKED_BY_POLICY);
        assertThat(first.title()).contains("by a rule");
    }

    @Test
    void aDeviceThatDidNotEvenReactIsNoPhoneThatRang() {
        CallReport report = report("""
            0.000 caller -> pbx INVITE
            32.02 pbx -> caller 503 | Reason: Q.850;cause=18
            32.03 caller -> pbx ACK
            """);

        assertThat(report.disposition().kind()).isEqualTo(Disposition.Kind.UNREACHABLE);
        assertThat(report.diagnosis().orElseThrow().cause()).isEqualTo(Cause.NO_RESPONSE);
    }

    @ParameterizedTest
    @CsvSource({"100, no-response", "180, no-answer"})
    void whatAsteriskNotesAsNoReactionIsReadByWhetherItRang(String progress, String cause) {
        assertThat(report("""
            0.000 caller -> pbx INVITE
            0.100 pbx -> caller %s
            10.02 pbx -> caller 503 | X-Asterisk-HangupCauseCode: 18
            10.03 caller -> pbx ACK
            """.formatted(progress)).diagnoses())
                .filteredOn(diagnosis -> diagnosis.rule().equals("rfc3261/asterisk-cause"))
                .extracting(diagnosis -> diagnosis.cause().word())
                .containsExactly(cause);
    }

    @Test
    void theCauseThatAsteriskNotesReplacesItToo() {
        assertThat(report("""
            0.000 caller -> callee INVITE
            0.530 callee -> caller 503 | X-Asterisk-HangupCauseCode: 27
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

    @ParameterizedTest
    @CsvSource({"34,20", "38,20", "42,120", "41,600", "47,0"})
    void aRetryAfterBesideACauseIsToldAndIsNoReadingOfItsOwn(int cause, int seconds) {
        CallReport report = report("""
            0.000 caller -> callee INVITE
            0.030 callee -> caller 503 | Reason: Q.850;cause=%d | Retry-After: %d
            0.032 caller -> callee ACK
            """.formatted(cause, seconds));

        assertThat(report.diagnoses()).extracting(Diagnosis::rule).containsExactly("rfc3261/q850-release");
        assertThat(report.diagnosis().orElseThrow().explanation()).contains("It asks to wait " + seconds + " s");
    }

    @Test
    void ofACauseWithoutAStatusNobodyIsSaidToHaveChangedIt() {
        assertThat(report("""
            0.000 caller -> callee INVITE
            0.530 callee -> caller 503 | Reason: Q.850;cause=44
            0.532 caller -> callee ACK
            """).diagnosis().orElseThrow().explanation())
                .contains("for which RFC 3398 names none")
                .doesNotContain("changed the code");
    }

    @Test
    void theCauseThatAsteriskNotesReplacesThatItWasRefusedAtOnceToo() {
        assertThat(report("""
            0.000 caller -> callee INVITE
            0.030 callee -> caller 503 | X-Asterisk-HangupCauseCode: 38
            0.032 caller -> callee ACK
            """).diagnoses()).extracting(Diagnosis::rule).containsExactly("rfc3261/asterisk-cause");
    }

    @Test
    void whatRangByItsCauseAloneIsNotSaidToHaveNotRung() {
        assertThat(report("""
            0.000 caller -> callee INVITE
            25.020 callee -> caller 480 | Reason: Q.850;cause=19
            25.022 caller -> callee ACK
            """).diagnosis().orElseThrow().explanation())
                .startsWith("The called side answered 480 Temporarily Unavailable 25 s after the INVITE. Its Reason")
                .doesNotContain("without any ringing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:200@example.com>;index=1, <sip:300@example.com;cause=302>;index=1.1",
                "<sip:200@example.com?Reason=SIP%3Bcause%3D302>;index=1, <sip:300@example.com>;index=1.1"
            })
    void whoForwardedStandsBeforeTheCauseAndWithTheReason(String history) {
        assertThat(report("""
            0.000 caller -> gateway INVITE sip:300@example.com | History-Info: %s
            0.900 gateway -> caller 404
            0.910 caller -> gateway ACK
            """.formatted(history)).diagnoses())
                .filteredOn(diagnosis -> diagnosis.rule().equals("rfc3261/diverted-to-failure"))
                .singleElement()
                .satisfies(diagnosis -> assertThat(diagnosis.explanation()).contains("forwarded by 200,"));
    }

    @Test
    void progressBeforeA480IsNotSaidToBeRinging() {
        Diagnosis first = report("""
            0.000 caller -> callee INVITE
            0.100 callee -> caller 183 | sdp: PCMU
            6.000 callee -> caller 480
            6.010 caller -> callee ACK
            """).diagnosis().orElseThrow();

        assertThat(first.title()).startsWith("Nobody answered, or an announcement");
        assertThat(first.explanation()).contains("A 183 need not be ringing").doesNotContain("The ringing was short");
    }
}
