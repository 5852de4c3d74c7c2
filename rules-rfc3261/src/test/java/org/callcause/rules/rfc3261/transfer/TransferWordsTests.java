package org.callcause.rules.rfc3261.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** What is said of a refused REFER, by what the side that refused it had said that it takes. */
class TransferWordsTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static Diagnosis refused(String answer) {
        String script = """
            0.000 caller -> callee INVITE
            0.300 callee -> caller 180
            3.000 callee -> caller 200%s
            3.010 caller -> callee ACK
            14.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
            14.020 callee -> caller 403
            23.000 caller -> callee BYE
            23.020 callee -> caller 200
            """.formatted(answer);
        return STANDARD.analyze(CallScript.of(script).messages())
                .get(0)
                .diagnosis()
                .orElseThrow();
    }

    @Test
    void whoAllowsReferDoesNotTakeThisOne() {
        Diagnosis diagnosis = refused(" | Allow: INVITE, ACK, CANCEL, BYE, REFER");

        assertThat(diagnosis.explanation()).contains("lists REFER, so it is this one that it does not take");
        assertThat(diagnosis.evidence()).anyMatch(line -> line.header().equals("Allow"));
        assertThat(diagnosis.confirm()).noneMatch(confirm -> confirm.contains("Allow"));
    }

    @Test
    void whoDoesNotAllowReferTakesNone() {
        Diagnosis diagnosis = refused(" | Allow: INVITE, ACK, CANCEL, BYE");

        assertThat(diagnosis.explanation()).contains("does not list REFER", "do not take a REFER");
        assertThat(diagnosis.confirm()).noneMatch(confirm -> confirm.contains("Allow"));
    }

    @Test
    void whereNothingWasSaidTheAllowHeaderIsStillToBeSeen() {
        assertThat(refused(" | -Allow").confirm()).anyMatch(confirm -> confirm.startsWith("Whether the Allow header"));
    }
}
