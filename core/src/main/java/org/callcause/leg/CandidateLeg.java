package org.callcause.leg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.callcause.call.Call;
import org.jspecify.annotations.Nullable;

/** A call that may have other legs: what it is joined with so far, and what it leaves when it is over. */
final class CandidateLeg<R> {

    private static final long[] NONE = {};

    /** The number of its first invitation. */
    final long number;

    @Nullable
    LegGroup<R> group;

    @Nullable
    Call call;

    @Nullable
    R report;

    private long[] marks = NONE;
    private long[] referTargets = NONE;
    private long[] reused = NONE;
    private final List<LegGuess> guesses = new ArrayList<>(0);

    CandidateLeg(long number) {
        this.number = number;
    }

    void mark(long mark) {
        marks = with(marks, mark);
    }

    /** The identifiers that it was the first to have. */
    long[] marks() {
        return marks;
    }

    void refersTo(long target) {
        referTargets = with(referTargets, target);
    }

    long[] referTargets() {
        return referTargets;
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
