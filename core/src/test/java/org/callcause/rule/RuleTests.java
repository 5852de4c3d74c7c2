package org.callcause.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;

import org.callcause.call.Trait;
import org.callcause.message.Method;
import org.junit.jupiter.api.Test;

/** What a rule keeps of what its author says. */
class RuleTests {

    private static final Check NOTHING = (call, findings) -> {};

    @Test
    void whatItNeedsHoldsWhereverItIsSaid() {
        Trigger whole = status(486).needs(method(Method.INVITE)).needs(has(Trait.REFUSAL));

        assertThat(Rule.named("test/busy")
                        .needs(method(Method.INVITE))
                        .on(status(486))
                        .needs(Trait.REFUSAL)
                        .check(NOTHING)
                        .trigger())
                .isEqualTo(whole);
        assertThat(Rule.named("test/busy")
                        .needs(method(Method.INVITE))
                        .needs(Trait.REFUSAL)
                        .on(status(486))
                        .check(NOTHING)
                        .withCheck(NOTHING)
                        .trigger())
                .isEqualTo(whole);
    }
}
