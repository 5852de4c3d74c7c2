package org.callcause.benchmarks;

import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.header;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.Transport;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleEngine;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Trigger;
import org.callcause.rule.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What few and many rules cost a call that they do not concern, and one that some of them do. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class RuleDispatchBenchmark {

    private static final int[] CODES = {400, 403, 404, 408, 480, 481, 484, 486, 487, 488, 500, 502, 503, 504, 600, 603};
    private static final Disposition.Kind[] KINDS = {
        Disposition.Kind.UNREACHABLE, Disposition.Kind.CANCELLED, Disposition.Kind.REDIRECTED
    };

    /** How many rules are in force. */
    @Param({"20", "200"})
    public int rules;

    private RuleEngine engine = new RuleEngine(RuleSet.builder().build());
    private Call healthy = call(Story.ANSWERED);
    private Call failed = call(Story.OVERLOADED);

    /** Makes the rules, and makes sure that they are silent on the one call and not on the other. */
    @Setup
    public void makeRules() {
        RuleSet.Builder set = RuleSet.builder();
        for (int i = 0; i < rules; i++) {
            set.add(rule(i));
        }
        engine = new RuleEngine(set.build());
        if (!engine.examine(healthy).diagnoses().isEmpty()
                || engine.examine(failed).diagnoses().isEmpty()) {
            throw new IllegalStateException("the rules say the wrong thing");
        }
    }

    private static Rule rule(int number) {
        return Rule.named("benchmark/rule-" + number)
                .title("A rule")
                .cites("RFC 3261 21")
                .on(trigger(number))
                .check((call, findings) -> findings.diagnose(Cause.SERVER_ERROR, Likelihood.POSSIBLE)
                        .because("the server answered " + call.finalStatus())
                        .evidence(call.finalResponse())
                        .evidence(call.finalResponse(), "Retry-After")
                        .remedy(Audience.ADMIN, "look at the server"));
    }

    private static Trigger trigger(int number) {
        return switch (number % 10) {
            case 7 -> ended(KINDS[number / 10 % KINDS.length]);
            case 8 -> statusClass(number / 10 % 3 + 4).and(header("X-Unusual-" + number));
            case 9 -> status(503).and(header(number < 10 ? "Retry-After" : "X-Unusual-" + number));
            default -> status(CODES[number % CODES.length]).and(header("Reason"));
        };
    }

    private static Call call(Story story) {
        List<Call> calls = new ArrayList<>();
        Callcause none = Callcause.with(RuleSet.builder().build());
        try (CallStream stream = none.stream(report -> calls.add(report.call()))) {
            Exchange.messages(1, story, Instant.EPOCH)
                    .forEach(sent -> stream.add(sent.time(), sent.from(), sent.to(), Transport.UDP, sent.bytes()));
        }
        return calls.get(0);
    }

    /** An answered call. */
    @Benchmark
    public Verdict healthyCall() {
        return engine.examine(healthy);
    }

    /** A call refused with 503. */
    @Benchmark
    public Verdict failedCall() {
        return engine.examine(failed);
    }
}
