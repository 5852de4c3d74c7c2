package org.callcause.rules.rfc3261.incident;

import org.callcause.incident.Chance;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.PartyKeys;
import org.callcause.incident.Share;
import org.jspecify.annotations.Nullable;

/** The calls of a party since its first failure. */
final class FailingParty {

    private static final long FEWEST = 6;
    private static final double SMALLEST_SHARE = 0.6;
    private static final double OTHERS_AT_MOST = 1 / 3.0;
    private static final double NEARLY_ALL = 0.8;
    private static final long FEWEST_OTHERS = 10;
    private static final double BY_CHANCE = -8;
    private static final int SEVERAL = 3;
    private static final int RECOVERED = 10;
    private static final long QUIET = 10 * Saying.MINUTE;

    private final IncidentScope.Extent extent;
    private final Object key;
    private final long failedBefore;
    private final long callsBefore;
    private long calls;
    private long failed;
    private long first;
    private long last;
    private int inARow;
    private boolean told;

    /** The only failure so far; most parties have no other one. */
    private @Nullable EndedCall only;

    private @Nullable Failures failures;

    /**
     * No call yet.
     *
     * @param key as {@link PartyKeys} makes it
     * @param failedBefore how many calls of all had failed by then
     * @param callsBefore of how many
     */
    FailingParty(IncidentScope.Extent extent, Object key, long failedBefore, long callsBefore) {
        this.extent = extent;
        this.key = key;
        this.failedBefore = failedBefore;
        this.callsBefore = callsBefore;
    }

    void getsThrough() {
        calls++;
        inARow++;
    }

    void fails(EndedCall failure) {
        long settled = failure.moments().settled();
        first = failed == 0 ? settled : Math.min(first, settled);
        last = Math.max(last, settled);
        calls++;
        failed++;
        inARow = 0;
        if (failed == 1) {
            only = failure;
        } else {
            failures().add(failure);
        }
    }

    /** What its failures have in common. */
    Failures failures() {
        Failures all = failures;
        if (all == null) {
            all = new Failures();
            failures = all;
        }
        if (only != null) {
            all.add(only);
            only = null;
        }
        return all;
    }

    /** Whether it is this party's failure and not that of whom it called or who called it. */
    boolean isFailing(Share everything) {
        if (failed < FEWEST || share().value() < SMALLEST_SHARE || !isOfSeveral()) {
            return false;
        }
        Share others = others(everything);
        return others.whole() >= FEWEST_OTHERS
                && others.value() <= share().value() * OTHERS_AT_MOST
                // The first failure is why the party is looked at, and proves nothing.
                && Chance.logOfAtLeast(failed - 1, calls - 1, Chance.expected(others)) <= BY_CHANCE;
    }

    /** Of everybody: whether nearly all that was tried failed, with nobody to compare to. */
    boolean isFailingFromTheStart() {
        return failed >= FEWEST_OTHERS && share().value() >= NEARLY_ALL && isOfSeveral();
    }

    private boolean isOfSeveral() {
        Distinct callers = failures().callers();
        Distinct callees = failures().callees();
        return switch (extent) {
            case CALLER -> callees.count() >= SEVERAL;
            case CALLEE, SITE -> callers.count() >= SEVERAL;
            case NUMBER_RANGE -> callees.count() > SEVERAL && callers.count() > 1;
            case PEER -> callers.count() >= SEVERAL || callees.count() >= SEVERAL;
            case ALL -> callers.count() >= SEVERAL && callees.count() >= SEVERAL;
        };
    }

    /** The calls of others since this party's first failure. */
    Share others(Share everything) {
        long whole = Math.max(0, everything.whole() - callsBefore - calls);
        long part = Math.max(0, everything.part() - failedBefore - failed);
        return new Share(Math.min(part, whole), whole);
    }

    Share share() {
        return new Share(failed, calls);
    }

    /** Whether it may be forgotten: it recovered, or nothing failed for a while. */
    boolean isOver(long now) {
        return inARow >= RECOVERED || now - last > QUIET;
    }

    boolean hasBeenTold() {
        return told;
    }

    void markTold() {
        told = true;
    }

    IncidentScope.Extent extent() {
        return extent;
    }

    Object key() {
        return key;
    }

    String name() {
        return PartyKeys.name(extent, key);
    }

    long failed() {
        return failed;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    boolean hasRecovered() {
        return inARow >= RECOVERED;
    }
}
