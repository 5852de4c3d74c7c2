package org.callcause.rules.rfc3261;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Origin;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** 64·T1 is 32 s, and many things end then: each is told for what it is. */
class ThirtyTwoSecondsTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static Optional<String> firstRule(String script) {
        return STANDARD.analyze(CallScript.of(script).messages())
                .get(0)
                .diagnosis()
                .map(Diagnosis::rule);
    }

    @Test
    void aPersonWhoHangsUpAfter32SecondsIsHealthy() {
        assertThat(firstRule("""
            0.000 caller -> callee INVITE
            0.100 callee -> caller 180
            5.000 callee -> caller 200
            5.010 caller -> callee ACK
            37.00 callee -> caller BYE
            37.01 caller -> callee 200
            """)).isEmpty();
    }

    @Test
    void anAnswerWithoutAcknowledgementIsNoEndByANetwork() {
        assertThat(firstRule("""
            0.000 caller -> callee INVITE
            0.100 callee -> caller 180
            5.000 callee -> caller 200
            5.500 callee -> caller 200
            6.500 callee -> caller 200
            8.500 callee -> caller 200
            12.50 callee -> caller 200
            16.50 callee -> caller 200
            20.50 callee -> caller 200
            37.00 callee -> caller BYE | Reason: Q.850;cause=102;text="RECOVERY_ON_TIMER_EXPIRE"
            37.01 caller -> callee 200
            """)).hasValue("rfc3261/missing-ack");
    }

    @Test
    void anAcknowledgementThatWentToTheCalleeIsNotTheCallersFault() {
        Diagnosis first = STANDARD.analyze(CallScript.of("""
            0.000 caller -> callee INVITE
            5.000 callee -> caller 200
            5.010 caller -> callee ACK
            5.500 callee -> caller 200
            5.510 caller -> callee ACK
            6.500 callee -> caller 200
            8.500 callee -> caller 200
            12.50 callee -> caller 200
            16.50 callee -> caller 200
            20.50 callee -> caller 200
            24.50 callee -> caller 200
            37.00 callee -> caller BYE
            37.01 caller -> callee 200
            """).messages())
                .get(0)
                .diagnosis()
                .orElseThrow();

        assertThat(first.rule()).isEqualTo("rfc3261/missing-ack");
        assertThat(first.origin().party()).isEqualTo(Origin.NETWORK);
    }

    @Test
    void anAnswerWithAPrivateContactIsNotTheFaultOfWhoCannotReachIt() {
        Diagnosis first = STANDARD.analyze(CallScript.of("""
            0.000 caller -> callee INVITE
            5.000 callee -> caller 200 | Contact: <sip:bob@192.168.1.10:5060>
            5.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.10:5060>
            6.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.10:5060>
            8.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.10:5060>
            12.50 callee -> caller 200 | Contact: <sip:bob@192.168.1.10:5060>
            24.50 callee -> caller 200 | Contact: <sip:bob@192.168.1.10:5060>
            37.00 callee -> caller BYE
            37.01 caller -> callee 200
            """).messages())
                .get(0)
                .diagnosis()
                .orElseThrow();

        assertThat(first.rule()).isEqualTo("rfc3261/missing-ack");
        assertThat(first.origin().party()).isEqualTo(Origin.CALLED_SIDE);
    }

    @Test
    void aRefusalForWantOfAFittingPrackComesFromNobodyBehind() {
        assertThat(firstRule("""
            0.000 caller -> callee INVITE | Supported: 100rel
            0.300 callee -> caller 183 | reliable
            0.310 caller -> callee PRACK | RAck: 7 1 INVITE
            0.320 callee -> caller 481 (PRACK)
            0.800 callee -> caller 183 | reliable
            1.800 callee -> caller 183 | reliable
            3.800 callee -> caller 183 | reliable
            32.31 callee -> caller 500 (INVITE) | Reason: SIP;cause=504;text="PRACK timeout"
            32.32 caller -> callee ACK
            """)).hasValue("rfc3261/prack-refused");
    }

    @Test
    void aHostThatNeverAnswersEndsTimerB() {
        assertThat(firstRule("""
            0.000 caller -> callee INVITE
            0.500 caller -> callee INVITE
            1.500 caller -> callee INVITE
            3.500 caller -> callee INVITE
            7.500 caller -> callee INVITE
            15.50 caller -> callee INVITE
            31.50 caller -> callee INVITE
            until 70
            """)).hasValue("rfc3261/no-response");
    }

    @Test
    void aProxyThatFoundNobodyAnswers408() {
        assertThat(firstRule("""
            0.000 caller -> proxy INVITE
            0.010 proxy -> caller 100
            32.01 proxy -> caller 408
            32.02 caller -> proxy ACK
            """)).hasValue("rfc3261/stuck-behind-next-hop");
    }

    @Test
    void anAnswerWithoutAckIsGivenUp() {
        assertThat(firstRule("""
            0.000 caller -> callee INVITE
            0.100 callee -> caller 180
            5.000 callee -> caller 200
            5.010 caller -> callee ACK | not captured
            5.500 callee -> caller 200
            6.500 callee -> caller 200
            8.500 callee -> caller 200
            12.50 callee -> caller 200
            16.50 callee -> caller 200
            20.50 callee -> caller 200
            24.50 callee -> caller 200
            28.50 callee -> caller 200
            32.50 callee -> caller 200
            36.50 callee -> caller 200
            37.00 callee -> caller BYE
            37.01 caller -> callee 481
            """)).hasValue("rfc3261/missing-ack");
    }

    @Test
    void aChangeThatNobodyAnswersEndsTheCall() {
        assertThat(firstRule("""
            0.000 caller -> callee INVITE
            0.100 callee -> caller 180
            5.000 callee -> caller 200
            5.010 caller -> callee ACK
            60.0 caller -> callee INVITE
            60.5 caller -> callee INVITE
            61.5 caller -> callee INVITE
            63.5 caller -> callee INVITE
            67.5 caller -> callee INVITE
            75.5 caller -> callee INVITE
            91.5 caller -> callee INVITE
            92.0 caller -> callee BYE
            92.1 callee -> caller 200
            """)).hasValue("rfc3261/change-unanswered");
    }

    @Test
    void aReliableResponseWithoutPrackEndsTheCall() {
        assertThat(firstRule("""
            0.000 caller -> callee INVITE
            0.010 callee -> caller 100
            0.100 callee -> caller 183 | reliable
            0.600 callee -> caller 183
            1.600 callee -> caller 183
            3.600 callee -> caller 183
            7.600 callee -> caller 183
            15.60 callee -> caller 183
            31.60 callee -> caller 183
            32.10 callee -> caller 504
            32.11 caller -> callee ACK
            """)).hasValue("rfc3261/missing-prack");
    }

    @Test
    void aByeThatNobodyAnswersIsLost() {
        assertThat(firstRule("""
            0.000 caller -> callee INVITE
            0.100 callee -> caller 180
            5.000 callee -> caller 200
            5.010 caller -> callee ACK
            20.0 caller -> callee BYE
            20.5 caller -> callee BYE
            21.5 caller -> callee BYE
            23.5 caller -> callee BYE
            27.5 caller -> callee BYE
            31.5 caller -> callee BYE
            35.5 caller -> callee BYE
            until 60
            """)).hasValue("rfc3261/bye-unanswered");
    }

    @Test
    void aShortSessionTimerRunsOutWithoutRefresh() {
        assertThat(firstRule("""
            0.000 caller -> callee INVITE | Session-Expires: 90;refresher=uac
            0.100 callee -> caller 180
            5.000 callee -> caller 200 | Session-Expires: 90;refresher=uac | Require: timer
            5.010 caller -> callee ACK
            65.00 callee -> caller BYE
            65.01 caller -> callee 200
            """)).hasValue("rfc3261/session-expired");
    }
}
