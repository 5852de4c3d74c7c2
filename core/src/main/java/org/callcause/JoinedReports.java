package org.callcause;

import java.util.List;
import java.util.function.Consumer;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegReceiver;

/** Hands reports to the listener, those of joined legs with what the legs know of each other. */
final class JoinedReports implements LegReceiver<CallReport> {

    private final Consumer<CallReport> listener;

    JoinedReports(Consumer<CallReport> listener) {
        this.listener = listener;
    }

    @Override
    public void alone(CallReport report) {
        listener.accept(report);
    }

    @Override
    public void joined(JoinedCall joined, List<CallReport> reports) {
        new CauseAcrossLegs(joined, reports).told().forEach(listener);
    }
}
