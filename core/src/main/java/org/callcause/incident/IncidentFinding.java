package org.callcause.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Reference;
import org.callcause.diagnosis.Remedy;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.EpochNanos;
import org.jspecify.annotations.Nullable;

/**
 * An incident while a rule puts it into words. It needs a title, a count and its times: one without counts as a failure of its
 * rule.
 */
public final class IncidentFinding {

    private final IncidentRule rule;
    private final Cause cause;
    private final Likelihood likelihood;
    private final List<String> exemplars = new ArrayList<>(3);
    private final List<Remedy> remedies = new ArrayList<>(2);
    private final List<String> confirm = new ArrayList<>(1);
    private final List<Reference> references;
    private IncidentScope scope = IncidentScope.all();
    private long count;
    private Optional<Long> callsHurt = Optional.empty();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private boolean ongoing;
    private Optional<Share> during = Optional.empty();
    private Optional<Share> before = Optional.empty();
    private String title;
    private String explanation = "";

    IncidentFinding(IncidentRule rule, Cause cause, Likelihood likelihood) {
        this.rule = rule;
        this.cause = Objects.requireNonNull(cause, "cause");
        this.likelihood = Objects.requireNonNull(likelihood, "likelihood");
        this.references = new ArrayList<>(rule.references());
        this.title = rule.title();
    }

    /** Whom it concerns; without it, all. */
    public IncidentFinding scope(IncidentScope whom) {
        scope = Objects.requireNonNull(whom, "whom");
        return this;
    }

    /** In how many calls or other exchanges it was seen; all of them hurt, unless {@link #hurting} says otherwise. */
    public IncidentFinding count(long number) {
        count = number;
        return this;
    }

    /** How many calls failed or suffered by it. */
    public IncidentFinding hurting(long calls) {
        callsHurt = Optional.of(calls);
        return this;
    }

    /** The first and the last of them so far, in nanoseconds since 1970-01-01T00:00:00Z. */
    public IncidentFinding between(long firstNanos, long lastNanos) {
        first = EpochNanos.toInstant(firstNanos);
        last = EpochNanos.toInstant(Math.max(firstNanos, lastNanos));
        return this;
    }

    /** That it goes on. */
    public IncidentFinding ongoing(boolean goesOn) {
        ongoing = goesOn;
        return this;
    }

    /** How many of the calls within its scope and time it was seen in. */
    public IncidentFinding during(Share share) {
        during = Optional.of(share);
        return this;
    }

    /** The same share in the time before. */
    public IncidentFinding before(Share share) {
        before = Optional.of(share);
        return this;
    }

    /** A closer title than the rule's own. */
    public IncidentFinding title(String text) {
        title = Objects.requireNonNull(text, "text");
        return this;
    }

    /** Why, in plain English and with its own figures. Called again, the sentences follow each other. */
    public IncidentFinding because(String text) {
        String sentence = Sentences.finished(text);
        explanation = explanation.isEmpty() ? sentence : explanation + " " + sentence;
        return this;
    }

    /** Some of the calls. */
    public IncidentFinding exemplars(Exemplars calls) {
        exemplars.addAll(calls.ids());
        return this;
    }

    /** What somebody can do. */
    public IncidentFinding remedy(Audience audience, String text) {
        remedies.add(new Remedy(audience, Sentences.finished(text)));
        return this;
    }

    /** What to look at next to be sure, and where. */
    public IncidentFinding confirm(String text) {
        confirm.add(Sentences.finished(text));
        return this;
    }

    /** A further source, beside those of the rule. */
    public IncidentFinding cites(String reference) {
        references.add(new Reference(reference));
        return this;
    }

    Incident toIncident() {
        if (title.isBlank()) {
            throw new IllegalStateException("an incident without a title");
        }
        if (count < 1) {
            throw new IllegalStateException("an incident that was seen in nothing: its count is " + count);
        }
        if (first == null || last == null) {
            throw new IllegalStateException("an incident without its times");
        }
        return new Incident(
                rule.id(),
                rule.kind(),
                cause,
                likelihood,
                scope,
                count,
                callsHurt.orElse(count),
                first,
                last,
                ongoing,
                during,
                before,
                title,
                explanation,
                exemplars,
                remedies,
                confirm,
                references,
                Optional.empty());
    }
}
