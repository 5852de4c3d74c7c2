package org.callcause.rules.rfc3261.incident;

import org.callcause.incident.CallSigns;
import org.callcause.incident.Chance;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.Share;
import org.jspecify.annotations.Nullable;

/** How many calls a peer got, and refused, in each ten seconds of the last quarter of an hour. */
final class LoadCurve {

    private static final int SLOTS = 90;
    private static final long SLOT = 10 * Saying.SECOND;
    private static final long FEWEST_REFUSED = 10;
    private static final long FEWEST_QUIET = 20;
    private static final double SMALLEST_SHARE = 0.1;
    private static final double TIMES = 4;
    private static final double BUSY = 1.5;
    private static final double BY_CHANCE = -6;
    private static final long QUIET = 10 * Saying.MINUTE;

    private final Slots slots = new Slots(SLOTS, SLOT);
    private final Tally answers = new Tally();
    private final Exemplars exemplars = new Exemplars();
    private long refused;
    private long first;
    private long last = Long.MIN_VALUE;
    private long askedToWait;
    private long ignored;
    private long asksToWaitUntil = Long.MIN_VALUE;

    /**
     * The refused share of the busy slots and that of the quiet ones.
     *
     * @param busy in slots with half as many calls again as usual, or more
     * @param quiet in slots with as many as usual, or fewer
     * @param busyCalls how many calls a busy slot has at least
     * @param refused how many were refused in all
     */
    record Comparison(Share busy, Share quiet, long busyCalls, long refused) {

        boolean isOverload() {
            return refused >= FEWEST_REFUSED
                    && busy.value() >= SMALLEST_SHARE
                    && quiet.whole() >= FEWEST_QUIET
                    && quiet.value() * TIMES <= busy.value()
                    && Chance.logOfAtLeast(busy.part(), busy.whole(), Chance.expected(quiet)) <= BY_CHANCE;
        }
    }

    void add(long time, @Nullable EndedCall refusal) {
        slots.add(time, refusal != null);
        if (refusal != null) {
            first = refused == 0
                    ? refusal.moments().settled()
                    : Math.min(first, refusal.moments().settled());
            last = Math.max(last, refusal.moments().settled());
            refused++;
            answers.addAnswer(refusal);
            exemplars.add(refusal);
            askedToWait += refusal.signs().retryAfter() == CallSigns.ABSENT ? 0 : 1;
        }
    }

    /** Somebody was asked to stay away until then. */
    void asksToWait(long until) {
        asksToWaitUntil = Math.max(asksToWaitUntil, until);
    }

    /** Until when at the latest anybody was asked to stay away. */
    long asksToWaitUntil() {
        return asksToWaitUntil;
    }

    void countIgnored() {
        ignored++;
    }

    Comparison compare() {
        if (refused < FEWEST_REFUSED) {
            return new Comparison(Share.NONE, Share.NONE, 0, refused);
        }
        long all = 0;
        int used = 0;
        for (int i = 0; i < SLOTS; i++) {
            all += slots.all(i);
            used += slots.all(i) > 0 ? 1 : 0;
        }
        double usual = used == 0 ? 0 : (double) all / used;
        long[] sums = new long[4];
        for (int i = 0; i < SLOTS; i++) {
            int calls = slots.all(i);
            if (calls >= usual * BUSY && calls > usual) {
                sums[0] += slots.failed(i);
                sums[1] += calls;
            } else if (calls > 0 && calls <= usual) {
                sums[2] += slots.failed(i);
                sums[3] += calls;
            }
        }
        return new Comparison(
                new Share(sums[0], sums[1]), new Share(sums[2], sums[3]), (long) Math.ceil(usual * BUSY), refused);
    }

    boolean isRecent(long now) {
        return now - last < QUIET;
    }

    /** Begins anew where nothing was refused for a while. */
    void forgetOnceQuiet(long now) {
        if (refused > 0 && !isRecent(now)) {
            refused = 0;
            askedToWait = 0;
            ignored = 0;
            exemplars.clear();
        }
    }

    long refused() {
        return refused;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    long askedToWait() {
        return askedToWait;
    }

    long ignored() {
        return ignored;
    }

    Tally answers() {
        return answers;
    }

    Exemplars exemplars() {
        return exemplars;
    }
}
