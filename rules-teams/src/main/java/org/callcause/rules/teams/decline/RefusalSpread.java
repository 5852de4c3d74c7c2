package org.callcause.rules.teams.decline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Whether refusals with 603 of calls from Teams are spread over many callees in a short time: then the carrier blocks, by a
 * fraud filter or a limit of concurrent calls. One callee who always refuses is that callee's own doing, and one caller
 * who is refused everywhere that caller's number. Feed it refusals in the order of their times; the newest
 * {@value #MOST_REMEMBERED} are kept.
 */
public final class RefusalSpread {

    /** So many callees do not decline within minutes of their own. */
    private static final int MANY_CALLEES = 5;

    /** So often one and the same callee does not decline by chance. */
    private static final int OFTEN = 3;

    private static final int MOST_REMEMBERED = 1_000;

    private static final Duration WINDOW = Duration.ofMinutes(5);

    /**
     * A call from Teams that was refused with 603.
     *
     * @param time when
     * @param caller who called
     * @param callee who was called
     * @param rang whether it rang, or took as long as ringing takes
     */
    public record Refusal(Instant time, String caller, String callee, boolean rang) {}

    /** How far refusals reach: the narrowest reading that fits. */
    public enum Reach {
        /** One callee refuses again and again. */
        ONE_CALLEE,
        /** One caller is refused by many callees. */
        ONE_CALLER,
        /** Many callers are refused by many callees. */
        MANY,
        /** Too few, or most of them after ringing, as people decline. */
        NONE
    }

    /**
     * What the refusals of some minutes look like.
     *
     * @param refusals how many
     * @param callers of how many callers
     * @param callees of how many callees
     * @param withoutRinging how many of them before anything rang
     */
    public record Spread(int refusals, int callers, int callees, int withoutRinging) {

        /** How far they reach. */
        public Reach reach() {
            if (withoutRinging * 2 <= refusals) {
                return Reach.NONE;
            }
            if (callees == 1) {
                return refusals >= OFTEN ? Reach.ONE_CALLEE : Reach.NONE;
            }
            if (callees < MANY_CALLEES) {
                return Reach.NONE;
            }
            return callers == 1 ? Reach.ONE_CALLER : Reach.MANY;
        }
    }

    private final Deque<Refusal> recent = new ArrayDeque<>();

    /** Takes one more. */
    public void add(Refusal refusal) {
        recent.addLast(refusal);
        if (recent.size() > MOST_REMEMBERED) {
            recent.removeFirst();
        }
    }

    /** The refusals of the five minutes up to this time; absent without any. */
    public Optional<Spread> at(Instant time) {
        List<Refusal> within = recent.stream()
                .filter(refusal -> !refusal.time().isAfter(time)
                        && refusal.time().plus(WINDOW).isAfter(time))
                .toList();
        return within.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spread(
                        within.size(),
                        (int) within.stream().map(Refusal::caller).distinct().count(),
                        (int) within.stream().map(Refusal::callee).distinct().count(),
                        (int) within.stream().filter(refusal -> !refusal.rang()).count()));
    }
}
