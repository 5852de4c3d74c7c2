package org.callcause.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import org.callcause.call.Trait;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
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

    @Test
    void anIdHasSingleHyphensBetweenItsWords() {
        assertThat(Rule.named("acme-pbx/603-declined").check(NOTHING).module()).isEqualTo("acme-pbx");
        for (String id :
                List.of("acme--pbx/busy", "acme-/busy", "acme/busy-", "acme/-busy", "acme/bu--sy", "acme", "a/b/c")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rule.named(id))
                    .withMessageEndingWith(id);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IncidentRule.named(id, IncidentKind.OUTAGE))
                    .withMessageEndingWith(id);
        }
    }
}
