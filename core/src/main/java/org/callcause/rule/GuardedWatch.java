package org.callcause.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.Circumstance;
import org.callcause.incident.CircumstanceWatch;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Incident;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watch of one rule, whose faults hurt nobody else. */
final class GuardedWatch {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentEngine.class);

    private final IncidentRule rule;
    private final Consumer<RuleFailure> failed;
    private @Nullable IncidentWatch watch;
    /** The kinds of events that the rule hears of, a bit each. */
    private final int hears;

    private int taken;
    private int failures;

    GuardedWatch(IncidentRule rule, Consumer<RuleFailure> failed) {
        this.rule = rule;
        this.failed = failed;
        this.hears = EventBatch.bits(rule.events());
        try {
            this.watch = rule.watch();
        } catch (Throwable thrown) {
            failures = RuleEngine.FAILURES_BEFORE_QUARANTINE;
            fail(thrown);
        }
    }

    /** Tells the watch of the events that it was not told of yet and that its rule hears of. */
    void take(EventBatch events) {
        int heard = events.pick(hears, taken);
        for (int i = 0; i < heard && watch != null; i++) {
            tell(watch, events.heard(i));
        }
        taken = events.size();
    }

    private void tell(IncidentWatch told, @Nullable Object call) {
        try {
            if (call instanceof EndedCall ended) {
                told.ended(ended);
            } else if (call instanceof AnsweredCall answered) {
                told.answered(answered);
            }
        } catch (Throwable thrown) {
            fail(thrown);
        }
    }

    /** The next batch begins. */
    void rewind() {
        taken = 0;
    }

    boolean knowsCircumstances() {
        return watch instanceof CircumstanceWatch;
    }

    /** What it says of the moment of a call; nothing where it throws on the way. */
    Optional<Circumstance> circumstance(EndedCall call) {
        if (!(watch instanceof CircumstanceWatch knowing)) {
            return Optional.empty();
        }
        try {
            Optional<String> text = knowing.circumstance(call);
            return text.isEmpty() ? Optional.empty() : Optional.of(new Circumstance(rule.id(), text.get()));
        } catch (Throwable thrown) {
            fail(thrown);
            return Optional.empty();
        }
    }

    /** What it says; nothing where it throws on the way. */
    List<Incident> review(Instant now) {
        if (watch == null) {
            return List.of();
        }
        try {
            IncidentFindings findings = new IncidentFindings(rule);
            watch.review(now, findings);
            return findings.incidents();
        } catch (Throwable thrown) {
            fail(thrown);
            return List.of();
        }
    }

    private void fail(Throwable thrown) {
        Failures.rethrowIfUnrecoverable(thrown);
        failures++;
        boolean quarantined = failures >= RuleEngine.FAILURES_BEFORE_QUARANTINE;
        if (quarantined) {
            watch = null;
        }
        failed.accept(new RuleFailure(rule.id(), Failures.inOneLine(thrown), quarantined));
        LOG.warn("Incident rule {} failed{}", rule.id(), quarantined ? " and is left out" : "", thrown);
    }
}
