package org.callcause.rules.rfc3261.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.Callcause;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** What is said of a busy callee, by how the call went before. */
class BusyWordsTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static String explanation(String script) {
        return STANDARD.analyze(CallScript.of(script).messages())
                .get(0)
                .diagnosis()
                .orElseThrow()
                .explanation();
    }

    @Test
    void doNotDisturbIsNoRefusalFromBehind() {
        assertThat(explanation("""
            0.000 caller -> callee INVITE
            0.050 callee -> caller 486 | Reason: SIP;cause=480;text="Do Not Disturb"
            0.060 caller -> callee ACK
            """)).contains("do not disturb").doesNotContain("from behind");
    }

    @Test
    void anAnswerAtOnceIsAMachines() {
        assertThat(explanation("""
            0.000 caller -> callee INVITE
            0.040 callee -> caller 486
            0.050 caller -> callee ACK
            """)).contains("Nobody reacts so fast");
    }

    @Test
    void anAnswerOfATelephoneNetworkAfterSecondsIsNotSaidToBeFast() {
        assertThat(explanation("""
            0.000 caller -> gateway INVITE
            0.030 gateway -> caller 183
            5.500 gateway -> caller 486
            5.510 caller -> gateway ACK
            """)).doesNotContain("so fast").contains("a line in use is likelier");
    }

    @Test
    void withoutTimesNothingIsSaidOfSpeed() {
        assertThat(explanation("""
            caller -> callee INVITE
            callee -> caller 486
            caller -> callee ACK
            """)).doesNotContain("so fast");
    }
}
