package org.callcause.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.Incidents;
import org.callcause.dialog.Transport;

/**
 * What looking at calls together adds: the processor time of parsing, following and diagnosing with incidents over that
 * without, in turns in one run, each with the collection of its garbage. Exit status 1 beyond the limit.
 */
public final class IncidentCost {

    private static final double LIMIT = 1.25;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 25;
    private static final int CALLS = 20_000;

    private IncidentCost() {}

    /** Takes the number of calls; 20,000 without. */
    public static void main(String[] arguments) {
        int calls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CALLS;
        List<Sent> sent = Traffic.ofCalls(calls).toList();
        Callcause callcause = Callcause.create();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            boolean withFirst = round % 2 == 0;
            double first = secondsOf(callcause, sent, withFirst);
            double second = secondsOf(callcause, sent, !withFirst);
            double with = withFirst ? first : second;
            double without = withFirst ? second : first;
            if (round >= WARM_UP) {
                ratios.add(with / without);
            }
        }
        ratios.sort(null);
        double median = ratios.get(ratios.size() / 2);
        System.out.printf(
                Locale.ROOT,
                "incidents / no incidents, processor time: %.2f, at most %.2f (median of %d rounds of %d calls; %.2f to"
                        + " %.2f)%s%n",
                median,
                LIMIT,
                ratios.size(),
                calls,
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                median <= LIMIT ? "" : "  FAILED");
        System.exit(median <= LIMIT ? 0 : 1);
    }

    private static double secondsOf(Callcause callcause, List<Sent> sent, boolean withIncidents) {
        Optional<Incidents> incidents =
                withIncidents ? Optional.of(callcause.incidents(incident -> {})) : Optional.empty();
        System.gc();
        long before = SpentTime.nanos();
        try (CallStream stream = incidents
                .map(seen -> callcause.stream(report -> {}, seen))
                .orElseGet(() -> callcause.stream(report -> {}))) {
            for (Sent message : sent) {
                stream.add(message.time(), message.from(), message.to(), Transport.UDP, message.bytes());
            }
        }
        incidents.ifPresent(Incidents::finish);
        return (SpentTime.nanos() - before) / 1e9;
    }
}
