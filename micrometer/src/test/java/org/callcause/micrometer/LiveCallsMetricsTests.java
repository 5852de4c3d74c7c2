package org.callcause.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.rule.Trigger.status;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.callcause.Callcause;
import org.callcause.diagnosis.Cause;
import org.callcause.live.LiveCalls;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

class LiveCallsMetricsTests {

    private static final class PlantedRules implements RuleModule {
        @Override
        public String id() {
            return "planted";
        }

        @Override
        public List<Rule> rules() {
            return List.of(
                    Rule.named("planted/busy")
                            .title("The called side is busy")
                            .cites("RFC 3261 21.4.24")
                            .on(status(486))
                            .check((call, findings) -> findings.diagnose(Cause.BUSY, CERTAIN)
                                    .because("it said so")
                                    .evidence(call.finalResponse())),
                    Rule.named("planted/broken")
                            .title("A rule that throws")
                            .cites("RFC 3261 21.4.24")
                            .on(status(486))
                            .check((call, findings) -> {
                                throw new IllegalStateException("planted");
                            }));
        }
    }

    @Test
    void callsDiagnosesAndFailuresAreCounted() {
        MeterRegistry registry = new SimpleMeterRegistry();
        LiveCalls calls = LiveCalls.with(
                        Callcause.with(RuleSet.builder().add(new PlantedRules()).build()))
                .executor(Runnable::run)
                .start();
        new LiveCallsMetrics(calls).bindTo(registry);
        CallScript busy = CallScript.of("""
            0.000 caller -> callee INVITE
            0.030 callee -> caller 486
            0.040 caller -> callee ACK
            """);

        busy.messages().forEach(calls::offer);
        assertThat(registry.get("callcause.calls.open").gauge().value()).isEqualTo(1);
        calls.close();

        assertThat(registry.get("callcause.calls")
                        .tag("disposition", "busy")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("callcause.diagnoses")
                        .tag("rule", "planted/busy")
                        .tag("cause", "busy")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("callcause.rule.failures")
                        .tag("rule", "planted/broken")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("callcause.messages").functionCounter().count()).isEqualTo(3);
        assertThat(registry.get("callcause.calls.open").gauge().value()).isZero();
        FunctionTimer processing = registry.get("callcause.processing").functionTimer();
        assertThat(processing.count()).isEqualTo(3);
        assertThat(processing.totalTime(processing.baseTimeUnit())).isPositive();
    }

    @Test
    void aCallOfTwoLegsAndWhatIsSaidOfItAreCountedOnce() {
        MeterRegistry registry = new SimpleMeterRegistry();
        LiveCalls calls = LiveCalls.with(
                        Callcause.with(RuleSet.builder().add(new PlantedRules()).build()))
                .executor(Runnable::run)
                .start();
        new LiveCallsMetrics(calls).bindTo(registry);

        CallScript.of("""
            call one
            0.000 caller -> sbc INVITE | %1$s
            call two
            0.010 sbc -> callee INVITE | %1$s
            0.030 callee -> sbc 486
            0.040 sbc -> callee ACK
            call one
            0.050 sbc -> caller 486
            0.060 caller -> sbc ACK
            """.formatted("Session-ID: ab30317f1a784dc48ff824d0d3715d86"))
                .messages()
                .forEach(calls::offer);
        calls.close();

        assertThat(registry.get("callcause.calls").counter().count()).isEqualTo(1);
        assertThat(registry.get("callcause.further.legs")
                        .tag("disposition", "busy")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("callcause.diagnoses").counter().count()).isEqualTo(1);
    }
}
