package org.callcause.leg;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** Lets calls that share something wait for each other, and tells when all of a group are over or too many wait. */
final class WaitingLegs<R> {

    private final LegSettings settings;
    private final LinkedHashSet<LegGroup<R>> waiting = new LinkedHashSet<>();
    private int waitingCalls;

    WaitingLegs(LegSettings settings) {
        this.settings = settings;
    }

    /** Puts two legs and those they are joined with into one group, unless they are more than one call has. */
    boolean join(CandidateLeg<R> leg, CandidateLeg<R> other) {
        if (leg.group != null && leg.group == other.group) {
            return true;
        }
        if (size(leg) + size(other) > settings.legsPerCall()) {
            return false;
        }
        LegGroup<R> group = groupOf(other);
        if (leg.group == null) {
            group.add(leg);
        } else {
            boolean waits = waiting.remove(leg.group);
            group.take(leg.group);
            if (waits) {
                waiting.add(group);
            }
        }
        return true;
    }

    private int size(CandidateLeg<R> leg) {
        return leg.group == null ? 1 : leg.group.size();
    }

    private LegGroup<R> groupOf(CandidateLeg<R> leg) {
        if (leg.group == null) {
            new LegGroup<R>().add(leg);
        }
        return Objects.requireNonNull(leg.group);
    }

    /** A leg of this group is over. */
    void add(LegGroup<R> group) {
        waitingCalls++;
        waiting.add(group);
    }

    boolean areTooMany() {
        return waitingCalls > settings.waitingCalls();
    }

    LegGroup<R> oldest() {
        return waiting.iterator().next();
    }

    List<LegGroup<R>> all() {
        return List.copyOf(waiting);
    }

    /** Takes those legs out of a group that are over; who is not goes on alone. */
    List<CandidateLeg<R>> take(LegGroup<R> group) {
        waiting.remove(group);
        List<CandidateLeg<R>> over = group.takeOver();
        waitingCalls -= over.size();
        return over;
    }
}
