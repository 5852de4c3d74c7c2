package org.callcause.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Reference;
import org.callcause.diagnosis.Remedy;

/**
 * One cause seen across many calls. Made by the library.
 *
 * @param rule the id of the rule that found it, {@code module/name}
 * @param kind what goes on
 * @param cause the cause as a word
 * @param likelihood how sure it is
 * @param scope whom it concerns
 * @param count how many calls, or other exchanges, it was seen in
 * @param callsHurt how many calls failed or suffered by it
 * @param firstTime the first of them
 * @param lastTime the last of them so far
 * @param ongoing whether it had not ended at the time it was told, or when the input ended
 * @param during how many of the calls within its scope and time it was seen in
 * @param before the same share in the time before
 * @param title one line
 * @param explanation plain English, built from its own figures
 * @param exemplars the ids of some of the calls, the first ones first
 * @param remedies what can be done, by whom
 * @param confirm what to look at next to be sure
 * @param references where the knowledge comes from
 * @param suppressed why it is not counted, where somebody asked so
 */
public record Incident(
        String rule,
        IncidentKind kind,
        Cause cause,
        Likelihood likelihood,
        IncidentScope scope,
        long count,
        long callsHurt,
        Instant firstTime,
        Instant lastTime,
        boolean ongoing,
        Optional<Share> during,
        Optional<Share> before,
        String title,
        String explanation,
        List<String> exemplars,
        List<Remedy> remedies,
        List<String> confirm,
        List<Reference> references,
        Optional<String> suppressed) {

    /** Copies the lists. */
    public Incident {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(likelihood, "likelihood");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(firstTime, "firstTime");
        Objects.requireNonNull(lastTime, "lastTime");
        exemplars = List.copyOf(exemplars);
        remedies = List.copyOf(remedies);
        confirm = List.copyOf(confirm);
        references = List.copyOf(references);
    }

    /** The same with another likelihood. */
    public Incident withLikelihood(Likelihood other) {
        return with(other, suppressed);
    }

    /** The same, not counted for this reason, or counted where there is none. */
    public Incident suppressedBecause(Optional<String> reason) {
        return with(likelihood, reason);
    }

    private Incident with(Likelihood otherLikelihood, Optional<String> reason) {
        return new Incident(
                rule,
                kind,
                cause,
                otherLikelihood,
                scope,
                count,
                callsHurt,
                firstTime,
                lastTime,
                ongoing,
                during,
                before,
                title,
                explanation,
                exemplars,
                remedies,
                confirm,
                references,
                reason);
    }

    /** Whether both were found by one rule for one party from the same moment on: one tells how the other went on. */
    public boolean isSameAs(Incident other) {
        return rule.equals(other.rule) && scope.isSameAs(other.scope) && firstTime.equals(other.firstTime);
    }

    /** Whether there is a moment at which both went on. */
    public boolean overlaps(Incident other) {
        return !firstTime.isAfter(other.lastTime) && !other.firstTime.isAfter(lastTime);
    }

    /** The kind, the scope and the count in one line, for logs. */
    public String summary() {
        return kind.word() + ", " + scope + ", " + count + (count == 1 ? " time: " : " times: ") + title;
    }
}
