package org.callcause;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegReceiver;
import org.callcause.rule.RuleEngine;

/** Hands reports on once the legs of their calls are joined, and lets the incident rules hear of the calls. */
final class JoinedReports implements LegReceiver<CallReport> {

    private final RuleEngine engine;
    private final Consumer<CallReport> listener;
    private final Optional<CountedLegs> counted;

    JoinedReports(RuleEngine engine, Consumer<CallReport> listener, Optional<CountedLegs> counted) {
        this.engine = engine;
        this.listener = listener;
        this.counted = counted;
    }

    @Override
    public CallReport waits(CallReport report, boolean first) {
        return counted.isEmpty() ? report : counted.get().waits(report, first);
    }

    @Override
    public void alone(CallReport report) {
        listener.accept(counted.isEmpty() ? report : counted.get().alone(report));
    }

    @Override
    public void joined(JoinedCall joined, List<CallReport> reports) {
        List<CallReport> all = counted.isEmpty() ? reports : counted.get().joined(joined, reports);
        handOver(new CauseAcrossLegs(engine, joined, all).told());
    }

    /** Where the listener throws at one leg, it still gets the others. */
    private void handOver(List<CallReport> legs) {
        RuntimeException thrown = null;
        for (CallReport leg : legs) {
            try {
                listener.accept(leg);
            } catch (RuntimeException failure) {
                if (thrown == null) {
                    thrown = failure;
                } else if (failure != thrown) {
                    thrown.addSuppressed(failure);
                }
            }
        }
        if (thrown != null) {
            throw thrown;
        }
    }
}
