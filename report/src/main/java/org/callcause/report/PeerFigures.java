package org.callcause.report;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.incident.Share;

/** What became of the calls that were sent to one peer. */
final class PeerFigures {

    private static final int MOST_CAUSES = 64;
    private static final int TOLD_CAUSES = 3;

    private final Map<Disposition.Kind, Long> outcomes = new EnumMap<>(Disposition.Kind.class);
    private final Map<String, Long> causes = new LinkedHashMap<>();
    private final DurationHistogram talk = new DurationHistogram();
    private final DurationHistogram postDialDelay = new DurationHistogram();
    private long attempts;
    private long givenUpEarly;

    /**
     * Counts a call.
     *
     * @param rang whether the called side was heard of before the outcome
     */
    void add(
            Disposition.Kind outcome,
            boolean rang,
            Optional<Duration> talkTime,
            Optional<Duration> delay,
            Optional<Diagnosis> diagnosis) {
        attempts++;
        givenUpEarly += outcome == Disposition.Kind.CANCELLED && !rang ? 1 : 0;
        outcomes.merge(outcome, 1L, Long::sum);
        talkTime.ifPresent(talk::add);
        delay.ifPresent(postDialDelay::add);
        diagnosis
                .map(best -> best.cause().word())
                .filter(word -> causes.size() < MOST_CAUSES || causes.containsKey(word))
                .ifPresent(word -> causes.merge(word, 1L, Long::sum));
    }

    long attempts() {
        return attempts;
    }

    Map<Disposition.Kind, Long> outcomes() {
        return outcomes;
    }

    DurationHistogram talk() {
        return talk;
    }

    DurationHistogram postDialDelay() {
        return postDialDelay;
    }

    /** The answer-seizure ratio of ITU-T E.425, the session establishment ratio of RFC 6076 4.6. */
    Share answered() {
        return new Share(count(Disposition.Kind.ANSWERED), known());
    }

    /**
     * The network effectiveness ratio of ITU-T E.425, close to the session establishment effectiveness ratio of RFC 6076
     * 4.7: also those that the called user did not take. What the caller gave up before it rang tells neither.
     */
    Share effective() {
        long effective = 0;
        for (Map.Entry<Disposition.Kind, Long> outcome : outcomes.entrySet()) {
            effective += isEffective(outcome.getKey()) ? outcome.getValue() : 0;
        }
        return new Share(effective - givenUpEarly, known() - givenUpEarly);
    }

    private static boolean isEffective(Disposition.Kind kind) {
        return switch (kind) {
            case ANSWERED, CANCELLED, ANSWERED_ELSEWHERE, BUSY, DECLINED, NO_ANSWER, DO_NOT_DISTURB -> true;
            default -> false;
        };
    }

    /** Redirected calls are tried elsewhere and count there (RFC 6076 4.6). */
    private long known() {
        return attempts - count(Disposition.Kind.INCOMPLETE) - count(Disposition.Kind.REDIRECTED);
    }

    private long count(Disposition.Kind kind) {
        return outcomes.getOrDefault(kind, 0L);
    }

    /** The most frequent causes with their counts. */
    List<Map.Entry<String, Long>> topCauses() {
        return causes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(TOLD_CAUSES)
                .toList();
    }
}
