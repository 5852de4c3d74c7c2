package org.callcause.rules.rfc3261.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.Callcause;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** What a CANCEL gives as its reason is told as it gives it. */
class RequestTerminatedTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static String cancelled(String reason) {
        return STANDARD.analyze(CallScript.of("""
                0.000 caller -> callee INVITE
                0.100 callee -> caller 180
                30.10 caller -> callee CANCEL | Reason: %s
                30.12 callee -> caller 200 (CANCEL)
                30.14 callee -> caller 487 (INVITE)
                30.16 caller -> callee ACK
                """.formatted(reason)).messages())
                .get(0)
                .diagnosis()
                .orElseThrow()
                .explanation();
    }

    @Test
    void aCauseOfTelephoneNetworksNamesNoTimer() {
        assertThat(cancelled("Q.850;cause=19"))
                .contains("gave as its reason that nobody had answered")
                .doesNotContain("a timer ran out");
    }

    @Test
    void aTimeoutIsATimer() {
        assertThat(cancelled("SIP;cause=408;text=\"Agent no answer timeout\""))
                .contains("gave as its reason that a timer ran out");
    }
}
