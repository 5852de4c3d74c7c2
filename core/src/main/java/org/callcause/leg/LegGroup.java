package org.callcause.leg;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Calls that share something and so may be legs of one; whether they are is looked at when all are over. */
final class LegGroup<R> {

    private final List<CandidateLeg<R>> legs = new ArrayList<>(2);
    private final Set<Long> crowded = new HashSet<>(0);

    void add(CandidateLeg<R> leg) {
        leg.group = this;
        legs.add(leg);
    }

    void take(LegGroup<R> other) {
        other.legs.forEach(this::add);
        crowded.addAll(other.crowded);
        other.legs.clear();
    }

    /** More calls than one can have legs share this: it identifies none. */
    void addCrowded(long mark) {
        crowded.add(mark);
    }

    Set<Long> crowded() {
        return crowded;
    }

    /** Whether this leg began before all others. */
    boolean beginsWith(CandidateLeg<R> leg) {
        for (CandidateLeg<R> other : legs) {
            if (other.number < leg.number) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return legs.size();
    }

    boolean isOver() {
        for (CandidateLeg<R> leg : legs) {
            if (!leg.isOver()) {
                return false;
            }
        }
        return true;
    }

    /** Takes out the legs that are over. */
    List<CandidateLeg<R>> takeOver() {
        List<CandidateLeg<R>> over = new ArrayList<>(legs.size());
        legs.removeIf(leg -> leg.isOver() && over.add(leg));
        return over;
    }
}
