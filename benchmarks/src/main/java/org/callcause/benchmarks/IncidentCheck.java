package org.callcause.benchmarks;

import java.util.Iterator;
import java.util.List;
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
 * Whether looking at calls together raises a false alarm: on healthy traffic, and on the traffic of the other
 * measurements, in which one call in five fails, evenly at all peers and times.
 */
public final class IncidentCheck {

    private IncidentCheck() {}

    /** Takes the number of calls for the run that looks for false alarms; 100,000 without. */
    public static void main(String[] arguments) {
        int calls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        alarms("healthy traffic", calls, HealthyTraffic.of(calls));
        alarms("one call in five fails, evenly", calls, () -> new Messages(Traffic.ofCalls(calls)));
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
