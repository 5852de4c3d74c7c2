package org.callcause.rules.rfc3261.incident;

import java.util.Arrays;
import java.util.Optional;
import org.callcause.incident.Chance;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Share;
import org.jspecify.annotations.Nullable;

/** How the calls of one peer, or of all, went one after the other: what was usual, and the failures in a row after it. */
final class Course {

    private static final long FEWEST_BEFORE = 10;
    private static final double WORST_BEFORE = 0.3;
    private static final int FEWEST_IN_A_ROW = 5;
    private static final double BY_CHANCE = -8;
    private static final int RECOVERED = 3;
    private static final long LONG_MEMORY = 2_000;

    private long gotThrough;
    private long failed;
    private long lastGotThrough = Long.MIN_VALUE;
    private @Nullable FailureRun run;

    /** The first failures in a row: most rows end before they are long enough to be looked at. */
    private @Nullable EndedCall @Nullable [] few;

    private int inARow;

    /** How many calls of all had failed before the first of them. */
    private long failedOfAll;

    /** How many calls of all there were before it. */
    private long all;

    /** Takes a call that got through. Returns the outage that is over with it. */
    Optional<FailureRun> getsThrough(long time) {
        FailureRun over = null;
        if (inARow > 0) {
            failed += inARow;
            forgetFew();
        } else if (run != null) {
            if (!run.isOutage()) {
                failed += run.count();
                run = null;
            } else if (run.recovers(time) >= RECOVERED) {
                over = run;
                run = null;
            }
        }
        gotThrough++;
        lastGotThrough = Math.max(lastGotThrough, time);
        if (gotThrough + failed > LONG_MEMORY) {
            gotThrough /= 2;
            failed /= 2;
        }
        return Optional.ofNullable(over);
    }

    /**
     * Takes a call that failed.
     *
     * @param failedBefore how many calls of all had failed before it
     * @param allBefore how many calls of all there were before it
     */
    void fails(EndedCall call, long failedBefore, long allBefore) {
        if (run == null && inARow < FEWEST_IN_A_ROW - 1) {
            isOneOfFew(call, failedBefore, allBefore);
            return;
        }
        FailureRun now = run == null ? runOfFew() : run;
        run = now;
        now.add(call, failedBefore, allBefore);
        if (!now.isOutage() && isOutage(now)) {
            now.becomeOutage();
        }
    }

    /** Takes a call that failed there and went on by another way: another call ends what it began. */
    void failsAlso(EndedCall call) {
        if (run != null) {
            run.addPeer(call);
        }
    }

    private void isOneOfFew(EndedCall call, long failedBefore, long allBefore) {
        if (inARow == 0) {
            failedOfAll = failedBefore;
            all = allBefore;
        }
        @Nullable EndedCall[] known = few == null ? new EndedCall[FEWEST_IN_A_ROW - 1] : few;
        known[inARow++] = call;
        few = known;
    }

    private FailureRun runOfFew() {
        FailureRun begun = new FailureRun(new Share(failed, gotThrough + failed), lastGotThrough, failedOfAll, all);
        if (few != null) {
            for (EndedCall call : few) {
                if (call != null) {
                    begun.add(call, failedOfAll, all);
                }
            }
        }
        forgetFew();
        return begun;
    }

    private void forgetFew() {
        if (few != null) {
            Arrays.fill(few, 0, inARow, null);
        }
        inARow = 0;
    }

    private static boolean isOutage(FailureRun run) {
        Share before = run.before();
        return before.whole() >= FEWEST_BEFORE
                && before.value() <= WORST_BEFORE
                && run.count() >= FEWEST_IN_A_ROW
                && run.isOfSeveral()
                && run.count() * Math.log10(Chance.expected(before)) <= BY_CHANCE;
    }

    /** The outage that goes on. */
    Optional<FailureRun> outage() {
        return Optional.ofNullable(run).filter(FailureRun::isOutage);
    }
}
