package org.callcause.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.dialog.Transport;
import org.callcause.rule.RuleSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What all rules together add to a call that nothing is wrong with. One operation is one call, from bytes to report. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public class HealthyCallBenchmark {

    private static final int CALLS = 1_000;

    /** Which rules are in force. */
    @Param({"none", "all"})
    public String rules = "none";

    private Callcause callcause = Callcause.with(RuleSet.builder().build());
    private List<Sent> traffic = List.of();
    private long findings;
    private long calls;

    /** Makes answered calls, and makes sure that no rule has a diagnosis for one. */
    @Setup
    public void makeTraffic() {
        callcause = rules.equals("all") ? Callcause.create() : callcause;
        traffic = traffic(CALLS);
        healthyCall();
        if (findings != 0 || calls != CALLS) {
            throw new IllegalStateException(findings + " findings on " + calls + " calls");
        }
    }

    /** The messages of so many answered calls, one call after another. */
    static List<Sent> traffic(int calls) {
        List<Sent> traffic = new ArrayList<>(7 * calls);
        for (int number = 0; number < calls; number++) {
            traffic.addAll(Exchange.messages(number, Story.ANSWERED, Instant.EPOCH.plusSeconds(100L * number)));
        }
        return traffic;
    }

    /** Parse, track and diagnose. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public long healthyCall() {
        try (CallStream stream = callcause.stream(this::count)) {
            for (Sent sent : traffic) {
                stream.add(sent.time(), sent.from(), sent.to(), Transport.UDP, sent.bytes());
            }
        }
        return findings;
    }

    private void count(CallReport report) {
        calls++;
        findings += report.diagnoses().size();
    }
}
