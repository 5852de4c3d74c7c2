package org.callcause.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.callcause.CallReport;
import org.callcause.live.LiveCalls;
import org.callcause.live.LiveCounts;
import org.callcause.message.Method;
import org.callcause.rule.RuleFailure;

/**
 * Binds a running analysis to a Micrometer registry.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>{@code callcause.calls}</th><td>calls reported, by {@code disposition} in lower case</td></tr>
 * <tr><th>{@code callcause.further.legs}</th><td>the same of the legs of these calls that came of other legs</td></tr>
 * <tr><th>{@code callcause.registrations}, {@code callcause.exchanges}</th><td>the same of what is no call</td></tr>
 * <tr><th>{@code callcause.diagnoses}</th><td>diagnoses of them, by {@code rule} and {@code cause}; of a
 *     failure that several legs passed on, once</td></tr>
 * <tr><th>{@code callcause.violations}</th><td>broken rules of RFCs, by {@code rule}</td></tr>
 * <tr><th>{@code callcause.rule.failures}</th><td>what rules threw, by {@code rule}</td></tr>
 * <tr><th>{@code callcause.calls.open}</th><td>calls followed now</td></tr>
 * <tr><th>{@code callcause.calls.evicted}</th><td>calls reported early, too many were open</td></tr>
 * <tr><th>{@code callcause.messages}</th><td>messages taken</td></tr>
 * <tr><th>{@code callcause.messages.queued}</th><td>messages taken and not read yet</td></tr>
 * <tr><th>{@code callcause.messages.dropped}</th><td>messages lost, by {@code reason}: {@code queue-full},
 *     {@code call-too-long}, {@code late} (its call was reported), {@code closed}, {@code not-sip}</td></tr>
 * <tr><th>{@code callcause.listener.failures}, {@code callcause.faults}</th><td>what listeners, and Callcause itself,
 *     threw</td></tr>
 * <tr><th>{@code callcause.processing}</th><td>messages read and the time they took</td></tr>
 * </table>
 *
 * <p>The tags take as many values as the loaded rules have: a caller cannot add any.
 */
public final class LiveCallsMetrics implements MeterBinder {

    private final LiveCalls calls;

    /** Makes a binder for this analysis. */
    public LiveCallsMetrics(LiveCalls calls) {
        this.calls = Objects.requireNonNull(calls, "calls");
    }

    /** Registers the meters; calls that are reported from now on are counted. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("callcause.calls.open", calls, live -> live.counts().open())
                .description("Calls followed now")
                .register(registry);
        Gauge.builder("callcause.messages.queued", calls, live -> live.counts().queued())
                .description("Messages taken and not read yet")
                .register(registry);
        count(
                registry,
                "callcause.calls.evicted",
                "Calls reported early because too many were open",
                counts -> counts.evicted());
        count(registry, "callcause.messages", "Messages taken", counts -> counts.taken());
        dropped(registry, "queue-full", counts -> counts.dropped());
        dropped(registry, "call-too-long", counts -> counts.droppedOfCalls());
        dropped(registry, "late", counts -> counts.late());
        dropped(registry, "closed", counts -> counts.refused());
        dropped(registry, "not-sip", counts -> counts.notSip());
        count(registry, "callcause.listener.failures", "What listeners threw", counts -> counts.listenerFailures());
        count(registry, "callcause.faults", "What Callcause itself threw", counts -> counts.faults());
        FunctionTimer.builder(
                        "callcause.processing",
                        calls,
                        live -> live.counts().read(),
                        live -> live.counts().processing().toNanos(),
                        TimeUnit.NANOSECONDS)
                .description("Messages read, and the time they took")
                .register(registry);
        calls.listen(report -> count(registry, report));
    }

    private void count(MeterRegistry registry, String name, String description, ToDoubleFunction<LiveCounts> value) {
        FunctionCounter.builder(name, calls, live -> value.applyAsDouble(live.counts()))
                .description(description)
                .register(registry);
    }

    private void dropped(MeterRegistry registry, String reason, ToDoubleFunction<LiveCounts> value) {
        FunctionCounter.builder("callcause.messages.dropped", calls, live -> value.applyAsDouble(live.counts()))
                .description("Messages lost")
                .tag("reason", reason)
                .register(registry);
    }

    private static void count(MeterRegistry registry, CallReport report) {
        Counter.builder(name(report))
                .description("Reported, by outcome")
                .tag("disposition", report.disposition().kind().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
        report.violations()
                .forEach(violation -> registry.counter("callcause.violations", "rule", violation.rule())
                        .increment());
        for (RuleFailure failure : report.verdict().failures()) {
            registry.counter("callcause.rule.failures", "rule", failure.rule()).increment();
        }
        if (!report.isPassedOn()) {
            report.diagnoses()
                    .forEach(diagnosis -> Counter.builder("callcause.diagnoses")
                            .description("Diagnoses, by rule and cause")
                            .tag("rule", diagnosis.rule())
                            .tag("cause", diagnosis.cause().toString())
                            .register(registry)
                            .increment());
        }
    }

    private static String name(CallReport report) {
        Method method = report.call().method();
        if (method.equals(Method.INVITE)) {
            return report.isFurtherLeg() ? "callcause.further.legs" : "callcause.calls";
        }
        return method.equals(Method.REGISTER) ? "callcause.registrations" : "callcause.exchanges";
    }
}
