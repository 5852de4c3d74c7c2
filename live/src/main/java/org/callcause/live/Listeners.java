package org.callcause.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.callcause.CallReport;
import org.callcause.call.CloseReason;
import org.callcause.incident.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each call to every listener; what one throws is counted, and neither the others nor the calls suffer. */
final class Listeners implements Consumer<CallReport> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCalls.class);

    private final List<Consumer<CallReport>> listeners = new CopyOnWriteArrayList<>();
    final LongAdder reported = new LongAdder();
    final LongAdder stillOpen = new LongAdder();
    final LongAdder failures = new LongAdder();

    void add(Consumer<CallReport> listener) {
        listeners.add(listener);
    }

    /** Hands an incident to each of these. */
    void tell(Incident incident, List<Consumer<Incident>> to) {
        for (Consumer<Incident> listener : to) {
            try {
                listener.accept(incident);
            } catch (Throwable thrown) {
                failures.increment();
                LOG.warn("A listener failed on the incident {}", incident.title(), thrown);
            }
        }
    }

    @Override
    public void accept(CallReport report) {
        reported.increment();
        if (report.call().closedBecause() == CloseReason.END_OF_INPUT) {
            stillOpen.increment();
        }
        for (Consumer<CallReport> listener : listeners) {
            try {
                listener.accept(report);
            } catch (Throwable thrown) {
                failures.increment();
                LOG.warn("A listener failed on call {}", report.call().id(), thrown);
            }
        }
    }
}
