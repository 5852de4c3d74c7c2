package org.callcause.rules.rfc3261.incident;

import java.util.Optional;
import org.callcause.incident.Chance;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Share;
import org.jspecify.annotations.Nullable;

/** How the calls of one peer, or of all, went one after the other: what was usual, and the failures in a row after it. */
final class Course {

    private static final long FEWEST_BEFORE = 10;
    private static final double WORST_BEFORE = 0.3;
    private static final long FEWEST_IN_A_ROW = 5;
    private static final double BY_CHANCE = -8;
    private static final int RECOVERED = 3;
    private static final long LONG_MEMORY = 2_000;

    private long gotThrough;
    private long failed;
    private long lastGotThrough = Long.MIN_VALUE;
    private @Nullable FailureRun run;

    /** A failure after which nothing came yet: most are the only ones. */
    private @Nullable Lone lone;

    /** @param everything how many calls of all had failed before it */
    private record Lone(EndedCall call, Share everything) {}

    /** Takes a call that got through. Returns the outage that is over with it. */
    Optional<FailureRun> getsThrough(long time) {
        FailureRun over = null;
        if (lone != null) {
            failed++;
            lone = null;
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

    /** Takes a call that failed. */
    void fails(EndedCall call, Share everything) {
        if (run == null) {
            if (lone == null) {
                lone = new Lone(call, everything);
                return;
            }
            run = new FailureRun(new Share(failed, gotThrough + failed), lastGotThrough, lone.everything());
            run.add(lone.call(), lone.everything());
            lone = null;
        }
        run.add(call, everything);
        if (!run.isOutage() && isOutage(run)) {
            run.becomeOutage();
        }
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
