package org.callcause.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.Incidents;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Transport;
import org.callcause.incident.Incident;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.testkit.HealthyTraffic;

/**
 * What looking at calls together costs, and whether it raises a false alarm: healthy traffic, and the traffic of the other
 * measurements, in which one call in five fails, evenly at all peers and times. The cost is the processor time of parsing,
 * following and diagnosing with incidents over that without, in turns in one run.
 */
public final class IncidentCheck {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final int ROUNDS = 7;
    private static final int TIMED_CALLS = 20_000;

    private IncidentCheck() {}

    /** Takes the number of calls for the run that looks for false alarms; 100,000 without. */
    public static void main(String[] arguments) {
        int calls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        alarms("healthy traffic", calls, HealthyTraffic.of(calls));
        alarms("one call in five fails, evenly", calls, () -> new Messages(Traffic.ofCalls(calls)));
        List<Sent> sent = Traffic.ofCalls(TIMED_CALLS).toList();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double without = secondsOf(sent, false);
            double with = secondsOf(sent, true);
            if (round > 1) {
                ratios.add(with / without);
            }
        }
        ratios.sort(null);
        System.out.printf(
                "cost: %.2f of the processor time without incidents (median of %d rounds of %d calls; %.2f to %.2f)%n",
                ratios.get(ratios.size() / 2),
                ratios.size(),
                TIMED_CALLS,
                ratios.get(0),
                ratios.get(ratios.size() - 1));
    }

    private static void alarms(String what, int calls, Iterable<CapturedMessage> messages) {
        Callcause callcause = Callcause.create();
        Incidents incidents = callcause.incidents(incident -> {});
        try (CallStream stream = callcause.stream(report -> {}, incidents)) {
            messages.forEach(stream::add);
        }
        List<Incident> found = incidents.finish();
        System.out.println(what + ", " + calls + " calls: " + found.size() + " incidents");
        found.forEach(incident -> System.out.println("  " + incident.summary() + ": " + incident.explanation()));
    }

    private static double secondsOf(List<Sent> sent, boolean withIncidents) {
        Callcause callcause = Callcause.create();
        Optional<Incidents> incidents =
                withIncidents ? Optional.of(callcause.incidents(incident -> {})) : Optional.empty();
        long before = PROCESS.getProcessCpuTime();
        try (CallStream stream = incidents
                .map(seen -> callcause.stream(report -> {}, seen))
                .orElseGet(() -> callcause.stream(report -> {}))) {
            for (Sent message : sent) {
                stream.add(message.time(), message.from(), message.to(), Transport.UDP, message.bytes());
            }
        }
        incidents.ifPresent(Incidents::finish);
        return (PROCESS.getProcessCpuTime() - before) / 1e9;
    }

    /** Generated messages, read. */
    private static final class Messages implements Iterator<CapturedMessage> {

        private final Traffic traffic;
        private final SipParser parser = new SipParser();
        private long number;

        private Messages(Traffic traffic) {
            this.traffic = traffic;
        }

        @Override
        public boolean hasNext() {
            return traffic.hasNext();
        }

        @Override
        public CapturedMessage next() {
            Sent sent = traffic.next();
            SipMessage message = parser.parse(sent.bytes()).orElseThrow();
            return CapturedMessage.of(++number, sent.time(), sent.from(), sent.to(), Transport.UDP, message);
        }
    }
}
