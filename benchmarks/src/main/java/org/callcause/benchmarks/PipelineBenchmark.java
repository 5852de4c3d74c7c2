package org.callcause.benchmarks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Disposition;
import org.callcause.dialog.Transport;
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

/**
 * Bytes in, diagnosed calls out, on one thread, with every rule that is found. One operation is the traffic of so many
 * calls, others each time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+UseSerialGC"})
public class PipelineBenchmark {

    /** So many calls are followed before the first come again. */
    private static final int DIFFERENT_CALLS = 10_000;

    /** How many calls, four of five answered. */
    @Param({"1000", "10000", "100000"})
    public int calls;

    private final Callcause callcause = Callcause.create();
    private List<List<Sent>> traffic = List.of();
    private int next;
    private long diagnosed;

    /** Makes the traffic, and makes sure that every call comes out with the end and the diagnosis it should have. */
    @Setup
    public void makeTraffic() {
        traffic = Traffic.inParts(calls, Math.max(calls, DIFFERENT_CALLS));
        traffic.forEach(this::check);
        System.out.println(traffic.size() + " times " + calls + " calls, the first of "
                + traffic.get(0).size() + " messages");
    }

    private void check(List<Sent> part) {
        Map<Disposition.Kind, Integer> kinds = new EnumMap<>(Disposition.Kind.class);
        try (CallStream stream = callcause.stream(report -> {
            kinds.merge(report.call().disposition().kind(), 1, Integer::sum);
            boolean answered = report.call().disposition().kind() == Disposition.Kind.ANSWERED;
            if (answered != report.diagnoses().isEmpty()) {
                throw new IllegalStateException(report.summary());
            }
        })) {
            part.forEach(sent -> stream.add(sent.time(), sent.from(), sent.to(), Transport.UDP, sent.bytes()));
        }
        int answered = kinds.getOrDefault(Disposition.Kind.ANSWERED, 0);
        int all = kinds.values().stream().mapToInt(Integer::intValue).sum();
        if (all != calls || answered != calls / 5 * 4) {
            throw new IllegalStateException(kinds.toString());
        }
    }

    /** Parse, track and diagnose. */
    @Benchmark
    public long parseTrackDiagnose() {
        try (CallStream stream = callcause.stream(this::count)) {
            for (Sent sent : traffic.get(next)) {
                stream.add(sent.time(), sent.from(), sent.to(), Transport.UDP, sent.bytes());
            }
        }
        next = (next + 1) % traffic.size();
        return diagnosed;
    }

    private void count(CallReport report) {
        diagnosed += report.diagnoses().size();
    }
}
