package org.callcause.rules.rfc3261.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Violation;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** A client that repeats its INVITE although it got the response broke a rule, and its calls failed for other reasons. */
class RetransmissionTests {

    private static final String RULE = "rfc3261/retransmit-after-response";

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static void isOnlyAViolation(String script) {
        CallReport report = STANDARD.analyze(CallScript.of(script).messages()).get(0);

        assertThat(report.diagnoses()).extracting(Diagnosis::rule).doesNotContain(RULE);
        assertThat(report.violations()).extracting(Violation::rule).contains(RULE);
    }

    /** RFC 3261 9.1: a client may send the CANCEL only once it has a provisional response. */
    @Test
    void responsesReachACallerWhoTellsThatAnotherDeviceAnswered() {
        isOnlyAViolation("""
            0.000 caller -> callee INVITE
            0.010 callee -> caller 100
            0.500 caller -> callee INVITE
            1.500 caller -> callee INVITE
            2.000 callee -> caller 180
            5.000 caller -> callee CANCEL | Reason: SIP;cause=200;text="Call completed elsewhere"
            5.010 callee -> caller 200 (CANCEL)
            5.020 callee -> caller 487
            5.030 caller -> callee ACK
            """);
    }

    @Test
    void responsesReachACallerWhoAcknowledgesTheRefusal() {
        isOnlyAViolation("""
            0.000 caller -> callee INVITE
            0.010 callee -> caller 100
            0.500 caller -> callee INVITE
            1.500 caller -> callee INVITE
            2.000 callee -> caller 486
            2.010 caller -> callee ACK
            """);
    }

    @Test
    void nothingIsSaidOfTheResponsesWhereTheCaptureEndsEarly() {
        isOnlyAViolation("""
            0.000 caller -> callee INVITE
            0.010 callee -> caller 100
            0.500 caller -> callee INVITE
            1.500 caller -> callee INVITE
            2.000 callee -> caller 180
            """);
    }
}
