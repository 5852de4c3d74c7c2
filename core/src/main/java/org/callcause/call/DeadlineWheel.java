package org.callcause.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands out calls when their deadlines have passed, to the second. A wheel of seconds costs the same for a million calls
 * as for one, and no deadline lies further ahead than one turn. A call is in one slot at most, whose calls are linked
 * with each other, so that a call which ends otherwise leaves nothing behind.
 */
final class DeadlineWheel {

    /** One turn, a power of two: more seconds than the longest patience, 64·T1 beyond Timer C. */
    private static final int SLOTS = 256;

    private static final int NONE = -1;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private static final Comparator<OpenCall> BY_DEADLINE = Comparator.comparingLong(OpenCall::deadline);

    /** What a call carries while it waits. */
    static final class Place {
        private int slot = NONE;
        private long deadline;
        private @Nullable OpenCall before;
        private @Nullable OpenCall after;
    }

    private final @Nullable OpenCall[] slots = new OpenCall[SLOTS];
    private long second;

    /** Lets the call wait for its deadline; later than that is no harm, as it is asked again then. */
    void await(OpenCall call) {
        Place place = call.place;
        long deadline = call.deadline();
        if (deadline == OpenCall.NEVER || (place.slot != NONE && place.deadline <= deadline)) {
            return;
        }
        remove(call);
        long due = Math.floorDiv(deadline, NANOS_PER_SECOND) + 1;
        long ahead = Math.max(1, Math.min(due - second, SLOTS - 1));
        int slot = (int) (second + ahead) & (SLOTS - 1);
        OpenCall first = slots[slot];
        if (first != null) {
            first.place.before = call;
        }
        place.slot = slot;
        place.deadline = deadline;
        place.after = first;
        slots[slot] = call;
    }

    void remove(OpenCall call) {
        Place place = call.place;
        if (place.slot == NONE) {
            return;
        }
        if (place.before == null) {
            slots[place.slot] = place.after;
        } else {
            place.before.place.after = place.after;
        }
        if (place.after != null) {
            place.after.place.before = place.before;
        }
        place.slot = NONE;
        place.before = null;
        place.after = null;
    }

    /** Moves on to this time, and hands out what was to be looked at by then: it is out of the wheel and may come back. */
    void advance(long nanos, Consumer<OpenCall> due) {
        long now = Math.floorDiv(nanos, NANOS_PER_SECOND);
        if (now <= second) {
            return;
        }
        long passed = Math.min(now - second, SLOTS);
        second = now;
        for (long i = now - passed + 1; i <= now; i++) {
            handOut((int) i & (SLOTS - 1), due);
        }
    }

    private void handOut(int slot, Consumer<OpenCall> due) {
        OpenCall call = slots[slot];
        if (call == null) {
            return;
        }
        List<OpenCall> calls = new ArrayList<>();
        while (call != null) {
            OpenCall after = call.place.after;
            remove(call);
            calls.add(call);
            call = after;
        }
        calls.sort(BY_DEADLINE);
        int handedOut = 0;
        try {
            while (handedOut < calls.size()) {
                due.accept(calls.get(handedOut++));
            }
        } finally {
            // What comes after one that threw is looked at next time.
            calls.subList(handedOut, calls.size()).forEach(this::await);
        }
    }
}
