package org.callcause.leg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.jspecify.annotations.Nullable;

/** A call that was invited, as far as joining needs it: what it can be known by, and whom it is joined with so far. */
final class OpenLeg<R> {

    private static final long[] NO_MARKS = {};

    final long callId;
    private long[] marks = NO_MARKS;
    private long[] referTargets = NO_MARKS;

    @Nullable
    LegGroup<R> group;

    @Nullable
    Call call;

    @Nullable
    R report;

    private long[] reused = NO_MARKS;
    private final List<LegGuess> guesses = new ArrayList<>(0);

    private final Endpoint from;
    private final Endpoint to;
    private final long nanos;

    OpenLeg(long callId, CapturedMessage invite) {
        this.callId = callId;
        this.from = invite.from();
        this.to = invite.to();
        this.nanos = invite.nanos();
    }

    /** Whether the ways and times of the two allow that one is the other sent on. */
    boolean mayBeSentOnAs(OpenLeg<R> other) {
        return other.nanos - nanos <= LegMatching.LONGEST_ONWARD
                && LegWay.between(from, Set.of(to), other.from, Set.of(other.to)) != LegWay.BESIDE;
    }

    void mark(long mark) {
        marks = with(marks, mark);
    }

    void refersTo(long target) {
        referTargets = with(referTargets, target);
    }

    /** Another call that cannot be a leg of this one has the mark too: it identifies neither. */
    void reuse(long mark) {
        if (!isReused(mark)) {
            reused = with(reused, mark);
        }
    }

    boolean isReused(long mark) {
        for (long one : reused) {
            if (one == mark) {
                return true;
            }
        }
        return false;
    }

    private static long[] with(long[] many, long one) {
        long[] more = Arrays.copyOf(many, many.length + 1);
        more[many.length] = one;
        return more;
    }

    long[] marks() {
        return marks;
    }

    long[] referTargets() {
        return referTargets;
    }

    boolean isOver() {
        return call != null;
    }

    void guess(LegGuess guess) {
        guesses.add(guess);
    }

    /** At most one call before and one behind this; several candidates for one place are none. */
    List<LegGuess> guesses() {
        return guesses.stream()
                .filter(guess -> guesses.stream()
                                .filter(other -> other.later() == guess.later())
                                .count()
                        == 1)
                .toList();
    }
}
