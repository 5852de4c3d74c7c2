package org.callcause.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Trigger;
import org.callcause.testkit.mangled.MangledCalls;
import org.junit.jupiter.api.Test;

class MangledChecksTests {

    @FunctionalInterface
    private interface Check {

        void examine(Call call, Findings findings);
    }

    private static RuleSet rule(Check check) {
        return RuleSet.builder()
                .add(Rule.named("test/contact")
                        .title("A Contact is missing")
                        .cites("RFC 3261 8.1.1.8")
                        .on(Trigger.method(Method.INVITE))
                        .check(check::examine))
                .build();
    }

    @Test
    void aRuleThatTrustsAHeaderToBeThereIsFoundAndShownOnNoMoreThanItTakes() {
        RuleSet trusting = rule((call, findings) -> call.initialRequest()
                .ifPresent(request -> findings.violation()
                        .because("it went to " + request.message().to().orElseThrow())
                        .evidence(request)));

        assertThatThrownBy(() -> MangledChecks.noFailure(List.of(), trusting))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("test/contact failed with java.util.NoSuchElementException")
                .hasMessageContaining("INVITE")
                .hasMessageNotContaining("\nTo:")
                .hasMessageNotContaining("SIP/2.0 200")
                .hasMessageNotContaining("v=0");
    }

    @Test
    void aRuleThatAsksFirstIsLeftAlone() {
        RuleSet asking = rule((call, findings) -> call.initialRequest()
                .filter(request -> request.message().to().isPresent())
                .ifPresent(request -> findings.violation()
                        .because("it went to " + request.message().to().orElseThrow())
                        .evidence(request)));

        assertThatCode(() -> MangledChecks.noFailure(List.of(), asking)).doesNotThrowAnyException();
    }

    @Test
    void aNumberStandsForOneCallAndAnotherForAnotherOne() {
        MangledCalls calls =
                MangledCalls.of(List.of(HealthyCalls.all().get(0).script().messages()));

        assertThat(CallScript.trace(calls.get(1))).isEqualTo(CallScript.trace(calls.get(1)));
        assertThat(CallScript.trace(calls.get(1))).isNotEqualTo(CallScript.trace(calls.get(2)));
    }
}
