package org.callcause.benchmarks;

import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Disposition;
import org.callcause.dialog.Transport;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Bytes in, diagnosed calls out, on one thread, with every rule that is found. One operation is a round: ten times so many
 * calls, the same calls all at once, and JAIN-SIP's parsing alone. A machine that is slow for a minute is so for all three,
 * and their ratios hold.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 10)
@Measurement(iterations = 6, time = 10)
@Fork(
        value = 1,
        jvmArgs = {"-Xms4g", "-Xmx4g", "-XX:+UseSerialGC"})
public class PipelineBenchmark {

    static final int TIMES = 10;

    private static final int MESSAGES_FOR_JAIN = 8_192;

    /** What each part of the rounds took, in nanoseconds, with the collections of garbage that fell into it. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Spent {

        /** For a number of calls, ten times. */
        public long severalTimes;

        /** For the same calls all at once. */
        public long atOnce;

        /** How many messages either of them followed. */
        public long followed;

        /** For JAIN-SIP. */
        public long jain;

        /** How many messages JAIN-SIP parsed. */
        public long parsed;
    }

    /** How many calls, four of five answered. */
    @Param({"1000", "10000"})
    public int calls;

    private final Callcause callcause = Callcause.create();
    private final StringMsgParser parser = new StringMsgParser();
    private List<List<Sent>> parts = List.of();
    private List<Sent> all = List.of();
    private List<Sent> mixed = List.of();
    private long diagnosed;
    private long read;

    /** Makes the traffic, and makes sure that every call comes out with the end and the diagnosis it should have. */
    @Setup
    public void makeTraffic() {
        parts = Traffic.inParts(calls, TIMES * calls);
        all = Traffic.ofCalls(TIMES * calls).toList();
        mixed = Traffic.mixed(MESSAGES_FOR_JAIN);
        parts.forEach(part -> check(part, calls));
        check(all, TIMES * calls);
    }

    private void check(List<Sent> traffic, int expected) {
        Map<Disposition.Kind, Integer> kinds = new EnumMap<>(Disposition.Kind.class);
        try (CallStream stream = callcause.stream(report -> {
            kinds.merge(report.call().disposition().kind(), 1, Integer::sum);
            boolean answered = report.call().disposition().kind() == Disposition.Kind.ANSWERED;
            if (answered != report.diagnoses().isEmpty()) {
                throw new IllegalStateException(report.summary());
            }
        })) {
            traffic.forEach(sent -> add(stream, sent));
        }
        int answered = kinds.getOrDefault(Disposition.Kind.ANSWERED, 0);
        int ended = kinds.values().stream().mapToInt(Integer::intValue).sum();
        if (ended != expected || answered != expected / 5 * 4) {
            throw new IllegalStateException(kinds.toString());
        }
    }

    /** Parse, track and diagnose. */
    @Benchmark
    public long inTurns(Spent spent) throws ParseException {
        long start = SpentTime.nanos();
        parts.subList(0, TIMES / 2).forEach(this::follow);
        long half = SpentTime.nanos();
        follow(all);
        long whole = SpentTime.nanos();
        parts.subList(TIMES / 2, TIMES).forEach(this::follow);
        long followed = SpentTime.nanos();
        for (Sent sent : mixed) {
            read += Keys.of(parser.parseSIPMessage(sent.bytes(), true, false, null))
                    .callId()
                    .length();
        }
        long parsed = SpentTime.nanos();
        spent.severalTimes += half - start + followed - whole;
        spent.atOnce += whole - half;
        spent.followed += all.size();
        spent.jain += parsed - followed;
        spent.parsed += mixed.size();
        return diagnosed + read;
    }

    private void follow(List<Sent> traffic) {
        try (CallStream stream = callcause.stream(this::count)) {
            for (Sent sent : traffic) {
                add(stream, sent);
            }
        }
    }

    private static void add(CallStream stream, Sent sent) {
        stream.add(sent.time(), sent.from(), sent.to(), Transport.UDP, sent.bytes());
    }

    private void count(CallReport report) {
        diagnosed += report.diagnoses().size();
    }
}
