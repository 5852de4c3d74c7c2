package org.callcause.rule;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.callcause.dialog.EpochNanos;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.Circumstance;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Incident;

/**
 * Runs the incident rules of a set on one stream of calls. Its clock is the time of the calls; what it keeps does not
 * grow with their number. A rule that throws is named, and after {@value RuleEngine#FAILURES_BEFORE_QUARANTINE} failures
 * it is not run any more. Not safe for use by several threads.
 */
public final class IncidentEngine {

    /** Of the incidents of one rule those with the most calls hurt are told. */
    public static final int MOST_OF_A_RULE = 100;

    private static final long SECOND = 1_000_000_000L;

    /** Between two reviews. */
    private static final long REVIEW_EVERY = 60 * SECOND;

    /**
     * Refusals are known 32 s (64·T1) after they came, and a little later where they may have been passed on by another
     * leg; answers at once: answers wait so long, for what happened before them.
     */
    private static final long ANSWERS_WAIT = 37 * SECOND;

    /** Beyond it the oldest answer is told early. */
    private static final int MOST_ANSWERS_WAITING = 65_536;

    /** Incidents that are over stay known until there are so many. */
    private static final int MOST_OVER = 1_000;

    private static final Comparator<Incident> MOST_HURT_FIRST = Comparator.comparingLong(Incident::callsHurt)
            .thenComparingLong(Incident::count)
            .reversed()
            .thenComparing(Incident::firstTime)
            .thenComparing(Incident::rule)
            .thenComparing(incident -> incident.scope().toString());

    private final RuleSet rules;
    private final Consumer<Incident> listener;
    private final List<GuardedWatch> watches = new ArrayList<>();
    private final List<GuardedWatch> knowing = new ArrayList<>(0);
    private final EventBatch events = new EventBatch();
    private final WaitingAnswers waiting = new WaitingAnswers();
    private final List<RuleFailure> failures = new ArrayList<>();
    private final IncidentPrecedence precedence;
    private List<Incident> standing = List.of();
    private final List<Incident> over = new ArrayList<>();
    private long clock = Long.MIN_VALUE;
    private long nextReview = Long.MIN_VALUE;
    private final Queue<Incident> untold = new ArrayDeque<>();
    private Optional<List<Incident>> finished = Optional.empty();

    /**
     * Makes an engine that has seen nothing.
     *
     * @param listener gets each incident when it is found, and again when it is over
     */
    public IncidentEngine(RuleSet rules, Consumer<Incident> listener) {
        this.rules = rules;
        this.listener = listener;
        this.precedence = new IncidentPrecedence(rules.incidentRules());
        rules.incidentRules().forEach(rule -> watches.add(new GuardedWatch(rule, failures::add)));
        watches.stream().filter(GuardedWatch::knowsCircumstances).forEach(knowing::add);
    }

    /** Takes a call that was answered; nothing once the stream has ended. */
    public void answered(AnsweredCall call) {
        if (isDeaf()) {
            return;
        }
        waiting.add(call);
        if (waiting.size() > MOST_ANSWERS_WAITING) {
            tellAnswersUntil(waiting.firstTime());
        }
        advance(call.answered());
    }

    /** What the rules know of the moment of a call that was not answered; to be asked before {@link #ended} of it. */
    public List<Circumstance> circumstances(EndedCall call) {
        if (knowing.isEmpty() || !call.isCall() || call.wasAnswered()) {
            return List.of();
        }
        List<Circumstance> known = new ArrayList<>(0);
        for (GuardedWatch watch : knowing) {
            watch.take(events);
            Optional<Circumstance> one = watch.circumstance(call);
            if (one.isPresent() && rules.suppressionOf(one.get().rule()).isEmpty()) {
                known.add(one.get());
            }
        }
        return known;
    }

    private boolean isDeaf() {
        return watches.isEmpty() || finished.isPresent();
    }

    /** Takes a call or another exchange that is over; nothing once the stream has ended. */
    public void ended(EndedCall call) {
        if (isDeaf()) {
            return;
        }
        tellAnswersUntil(
                call.wasAnswered() ? call.moments().end() : call.moments().settled());
        events.add(call);
        tellOnceFull();
        advance(call.moments().end());
    }

    /**
     * Moves the clock on; never back, nor once the stream has ended.
     *
     * @param nanos since 1970-01-01T00:00:00Z
     */
    public void advance(long nanos) {
        if (nanos <= clock || finished.isPresent()) {
            return;
        }
        if (nextReview == Long.MIN_VALUE) {
            nextReview = nanos + REVIEW_EVERY;
        }
        clock = nanos;
        tellAnswersUntil(nanos - ANSWERS_WAIT);
        if (nanos >= nextReview) {
            nextReview = nanos + REVIEW_EVERY;
            review().forEach(listener);
        }
    }

    /**
     * Ends the stream: what stands now is told to the listener as it is, and nothing more is taken. Again, it returns the
     * same, and tells only what is left where the listener threw.
     *
     * @return every incident, those that hurt the most calls first
     */
    public List<Incident> finish() {
        List<Incident> all = finished.orElseGet(this::lastReview);
        finished = Optional.of(all);
        Incident next = untold.poll();
        while (next != null) {
            listener.accept(next);
            next = untold.poll();
        }
        return all;
    }

    /** Leaves for the listener what was found just now, and what goes on, each once. */
    private List<Incident> lastReview() {
        if (clock > Long.MIN_VALUE) {
            tellAnswersUntil(Long.MAX_VALUE);
            untold.addAll(review());
            standing.forEach(this::keep);
        }
        List<Incident> all =
                precedence.told(over).stream().sorted(MOST_HURT_FIRST).toList();
        all.stream()
                .filter(standing::contains)
                .filter(incident -> !untold.contains(incident))
                .forEach(untold::add);
        standing = List.of();
        return all;
    }

    /** What the rules threw so far. */
    public List<RuleFailure> failures() {
        tell();
        return List.copyOf(failures);
    }

    private void tellAnswersUntil(long nanos) {
        AnsweredCall next = waiting.takeUntil(nanos);
        while (next != null) {
            events.add(next);
            tellOnceFull();
            next = waiting.takeUntil(nanos);
        }
    }

    private void tellOnceFull() {
        if (events.isFull()) {
            tell();
        }
    }

    private void tell() {
        events.readAhead();
        for (GuardedWatch watch : watches) {
            watch.take(events);
            watch.rewind();
        }
        events.clear();
    }

    /** What the listener is to be told. */
    private List<Incident> review() {
        tell();
        Instant now = EpochNanos.toInstant(clock);
        List<Incident> found = new ArrayList<>();
        for (GuardedWatch watch : watches) {
            watch.review(now).stream()
                    .sorted(MOST_HURT_FIRST)
                    .limit(MOST_OF_A_RULE)
                    .map(this::asAskedFor)
                    .forEach(found::add);
        }
        if (found.isEmpty() && standing.isEmpty()) {
            return List.of();
        }
        List<Incident> knownBefore = standing;
        standing = found.stream().filter(Incident::ongoing).toList();
        found.stream().filter(incident -> !incident.ongoing()).forEach(this::keep);
        List<Incident> all = new ArrayList<>(over);
        all.addAll(standing);
        List<Incident> told = precedence.told(all);
        return found.stream()
                .filter(told::contains)
                .filter(incident -> !incident.ongoing() || knownBefore.stream().noneMatch(incident::isSameAs))
                .toList();
    }

    private void keep(Incident incident) {
        over.removeIf(incident::isSameAs);
        over.add(incident);
        if (over.size() > MOST_OVER) {
            over.sort(MOST_HURT_FIRST);
            over.remove(over.size() - 1);
        }
    }

    private Incident asAskedFor(Incident incident) {
        Optional<String> reason = rules.suppressionOf(incident.rule()).map(Suppression::reason);
        return rules.weightOf(incident.rule())
                .map(incident::withLikelihood)
                .orElse(incident)
                .suppressedBecause(reason);
    }
}
