package org.callcause.rules.rfc3261.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** What is said of a message without a Contact. */
class MandatoryHeaderTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static CallReport report(String script) {
        return STANDARD.analyze(CallScript.of(script).messages()).get(0);
    }

    @Test
    void theAnswerToAReInviteWithoutAContactLeavesTheOldOne() {
        assertThat(report("""
            0.000 caller -> callee INVITE
            0.300 callee -> caller 180
            2.000 callee -> caller 200
            2.010 caller -> callee ACK
            10.000 caller -> callee INVITE
            10.020 callee -> caller 200 | -Contact
            10.030 caller -> callee ACK
            60.000 callee -> caller BYE
            60.010 caller -> callee 200
            """).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.explanation())
                        .contains("goes on with the address that it has")
                        .doesNotContain("does not know"));
    }
}
