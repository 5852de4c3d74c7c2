package org.callcause.benchmarks;

import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.dialog.Transport;

/**
 * Parsing, following and diagnosing a number of calls ten times, the same calls all at once, and JAIN-SIP's parsing alone,
 * in turns in one process: a machine that is slow for a minute is so for all three, and the ratios hold.
 */
public final class PipelineInTurns {

    private static final int CALLS = 1_000;
    private static final int TIMES = 10;
    private static final int MESSAGES_FOR_JAIN = 8_192;
    private static final int SECONDS_TO_WARM_UP = 40;
    private static final int ROUNDS = 60;

    private final Callcause callcause = Callcause.create();
    private final StringMsgParser jain = new StringMsgParser();
    private long diagnosed;
    private long read;

    private PipelineInTurns() {}

    /** Takes the smaller number of calls; 1,000 without. */
    public static void main(String[] arguments) throws ParseException {
        new PipelineInTurns().run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : CALLS);
    }

    private void run(int calls) throws ParseException {
        List<List<Sent>> parts = Traffic.inParts(calls, TIMES * calls);
        List<Sent> many = Traffic.ofCalls(TIMES * calls).toList();
        List<Sent> mixed = Traffic.mixed(MESSAGES_FOR_JAIN);
        List<Double> ofSome = new ArrayList<>();
        List<Double> ofMany = new ArrayList<>();
        List<Double> byJain = new ArrayList<>();
        List<Double> growth = new ArrayList<>();
        long warm = System.nanoTime() + SECONDS_TO_WARM_UP * 1_000_000_000L;
        while (byJain.size() < ROUNDS) {
            double first = nanosToFollow(parts.subList(0, TIMES / 2));
            double tenfold = nanosToFollow(List.of(many));
            double second = nanosToFollow(parts.subList(TIMES / 2, TIMES));
            double parsing = nanosToParse(mixed);
            if (System.nanoTime() > warm) {
                ofSome.add((first + second) / many.size());
                ofMany.add(tenfold / many.size());
                byJain.add(parsing / mixed.size());
                growth.add(TIMES * tenfold / (first + second));
            }
        }
        if (diagnosed == 0 || read == 0) {
            throw new IllegalStateException("nothing was diagnosed, or nothing read");
        }
        tell(calls, ofSome, byJain);
        tell(TIMES * calls, ofMany, byJain);
        System.out.printf(
                Locale.ROOT,
                "%d times the calls: %.2f times the time (median of %d rounds); %.2f with every collection of garbage (mean)%n",
                TIMES,
                median(growth),
                growth.size(),
                TIMES * mean(ofMany) / mean(ofSome));
    }

    private double nanosToFollow(List<List<Sent>> parts) {
        long before = SpentTime.nanos();
        for (List<Sent> part : parts) {
            try (CallStream stream = callcause.stream(this::count)) {
                for (Sent sent : part) {
                    stream.add(sent.time(), sent.from(), sent.to(), Transport.UDP, sent.bytes());
                }
            }
        }
        return SpentTime.nanos() - before;
    }

    private void count(CallReport report) {
        diagnosed += report.diagnoses().size();
    }

    private double nanosToParse(List<Sent> traffic) throws ParseException {
        long before = SpentTime.nanos();
        for (Sent sent : traffic) {
            read += Keys.of(jain.parseSIPMessage(sent.bytes(), true, false, null))
                    .callId()
                    .length();
        }
        return SpentTime.nanos() - before;
    }

    private static void tell(int calls, List<Double> nanos, List<Double> byJain) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < nanos.size(); i++) {
            ratios.add(byJain.get(i) / nanos.get(i));
        }
        System.out.printf(
                Locale.ROOT,
                "%d calls: %.0f messages a second and core, %.0f ns each; JAIN-SIP's parsing alone takes %.2f times as"
                        + " long (%.0f ns)%n",
                calls,
                1e9 / median(nanos),
                median(nanos),
                median(ratios),
                median(byJain));
    }

    /** A collection comes once in several rounds, so that the median hardly shows it. */
    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
