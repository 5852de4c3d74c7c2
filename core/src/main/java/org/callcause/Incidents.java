package org.callcause;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.dialog.EpochNanos;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallDistillation;
import org.callcause.incident.Circumstance;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Incident;
import org.callcause.rule.IncidentEngine;
import org.callcause.rule.RuleFailure;
import org.callcause.rule.RuleSet;

/**
 * Finds what goes on across many calls: outages, overload, one party whose calls fail, guessed passwords and more, as the
 * incident rules know it. Give it to the streams whose calls belong together, each of which tells it of its calls; what it
 * keeps does not grow with their number. Safe for use by several threads. The listener is called under the lock of this object,
 * by whichever thread moved the clock on: all streams wait for it, so it should be quick and must not wait for another thread
 * that feeds one.
 *
 * <pre>{@code
 * Incidents incidents = callcause.incidents(incident -> System.out.println(incident.summary()));
 * try (CallStream calls = callcause.stream(report -> {}, incidents)) {
 *     calls.add(time, from, to, Transport.UDP, bytes);
 * }
 * incidents.finish();
 * }</pre>
 */
public final class Incidents {

    private final CallDistillation distillation = new CallDistillation();
    private final IncidentEngine engine;

    Incidents(RuleSet rules, Consumer<Incident> listener) {
        this.engine = new IncidentEngine(rules, listener);
    }

    /** What draws from calls what the rules work with. */
    CallDistillation distillation() {
        return distillation;
    }

    /** What the rules work with of a call that is over; nothing where the input gave no times. */
    Optional<EndedCall> distilled(CallReport report) {
        return distillation.ended(report.call(), report.disposition(), report.diagnosis());
    }

    synchronized void answered(AnsweredCall call) {
        engine.answered(call);
    }

    /** Takes a call that is over, and gives its report back with what is known of its moment. */
    CallReport ended(CallReport report) {
        Optional<EndedCall> ended = distilled(report);
        return ended.isEmpty() ? report : report.with(ended(ended.get()));
    }

    private synchronized List<Circumstance> ended(EndedCall call) {
        List<Circumstance> circumstances = engine.circumstances(call);
        engine.ended(call);
        return circumstances;
    }

    /** What is known of the moment of a call. */
    synchronized List<Circumstance> circumstances(EndedCall call) {
        return engine.circumstances(call);
    }

    /** Takes a call that is over, or the leg of a call where it failed. */
    synchronized void tell(EndedCall call) {
        engine.ended(call);
    }

    /** Moves the clock on while no calls end. Never moves it back. */
    public synchronized void advanceTo(Instant time) {
        engine.advance(EpochNanos.of(time));
    }

    /**
     * Ends the analysis, after the streams were closed: the listener gets what still goes on, unless it was found only now
     * and is told as that. Calls that come afterwards are not taken. Again, it tells nothing and returns the same.
     *
     * @return every incident, those that hurt the most calls first
     */
    public synchronized List<Incident> finish() {
        return engine.finish();
    }

    /** The incident rules that threw. */
    public synchronized List<RuleFailure> failures() {
        return engine.failures();
    }
}
