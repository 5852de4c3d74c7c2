package org.callcause.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands out calls when their deadlines have passed, to the second. A wheel of seconds costs the same for a million calls
 * as for one, and no deadline lies further ahead than one turn. A call is in one slot at most, and knows where, so that a
 * call which ends otherwise leaves nothing behind.
 */
final class DeadlineWheel {

    /** One turn, a power of two: more seconds than the longest patience. */
    private static final int SLOTS = 1_024;

    /** The slot of a call that does not wait. */
    static final int NONE = -1;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private static final Comparator<OpenCall> BY_DEADLINE = Comparator.comparingLong(call -> call.waitsUntil);

    private final List<ArrayList<OpenCall>> slots = new ArrayList<>(SLOTS);
    private long second;

    DeadlineWheel() {
        for (int i = 0; i < SLOTS; i++) {
            slots.add(new ArrayList<>(0));
        }
    }

    /** Lets the call wait for its deadline; later than that is no harm, as it is asked again then. */
    void await(OpenCall call) {
        long deadline = call.deadline();
        if (deadline == CallPhase.NEVER || (call.slot != NONE && call.waitsUntil <= deadline)) {
            return;
        }
        remove(call);
        long due = Math.floorDiv(deadline, NANOS_PER_SECOND) + 1;
        long ahead = Math.max(1, Math.min(due - second, SLOTS - 1));
        int slot = (int) (second + ahead) & (SLOTS - 1);
        List<OpenCall> waiting = slots.get(slot);
        call.slot = slot;
        call.position = waiting.size();
        call.waitsUntil = deadline;
        waiting.add(call);
    }

    void remove(OpenCall call) {
        if (call.slot == NONE) {
            return;
        }
        ArrayList<OpenCall> waiting = slots.get(call.slot);
        OpenCall last = waiting.remove(waiting.size() - 1);
        if (last != call) {
            waiting.set(call.position, last);
            last.position = call.position;
        }
        if (waiting.isEmpty()) {
            // In a flood, calls are given up before their time: the room of so many would stay in every slot.
            waiting.trimToSize();
        }
        call.slot = NONE;
    }

    /**
     * Moves on to this time, and hands out the calls whose deadlines have passed by then, those of one second together and
     * in the order of their deadlines: they are out of the wheel and may come back.
     */
    void advance(long nanos, Consumer<List<OpenCall>> due) {
        long now = Math.floorDiv(nanos, NANOS_PER_SECOND);
        second = Math.max(second, now - SLOTS);
        // Step by step: where somebody throws, the rest is handed out the next time.
        while (second < now) {
            second++;
            handOut((int) second & (SLOTS - 1), nanos, due);
        }
    }

    private void handOut(int slot, long nanos, Consumer<List<OpenCall>> due) {
        ArrayList<OpenCall> calls = slots.get(slot);
        if (calls.isEmpty()) {
            return;
        }
        // What is not over comes back, into this slot too.
        slots.set(slot, new ArrayList<>(0));
        List<OpenCall> over = new ArrayList<>(calls.size());
        // Before anything is asked of them, so that they are fetched together.
        for (OpenCall call : calls) {
            call.slot = NONE;
        }
        for (OpenCall call : calls) {
            // Worked out once, not in every comparison: one call after the other would be waited for.
            call.waitsUntil = call.deadline();
            if (call.waitsUntil <= nanos) {
                over.add(call);
            } else {
                await(call);
            }
        }
        over.sort(BY_DEADLINE);
        due.accept(over);
    }
}
