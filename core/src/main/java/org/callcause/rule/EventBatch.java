package org.callcause.rule;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallEvent;
import org.callcause.incident.CallParties;
import org.callcause.incident.CallReading;
import org.callcause.incident.CallSigns;
import org.callcause.incident.EndedCall;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of a stream, in order. Watches take many at a time, one watch after the other: a watch that just took
 * one has its tables and its code at hand for the next.
 */
final class EventBatch {

    private static final int SIZE = 1024;

    /** The kinds, as {@link #place} numbers them. */
    private final int[] kinds = new int[SIZE];

    private final int[] heard = new int[SIZE];

    private final @Nullable Object[] calls = new Object[SIZE];
    private int size;

    /** Kept, so that the compiler may not leave the reading out. */
    @SuppressWarnings("UnusedVariable")
    private int read;

    void add(AnsweredCall call) {
        kinds[size] = place(CallEvent.ANSWERED);
        calls[size++] = call;
    }

    void add(EndedCall call) {
        kinds[size] = place(call.event());
        calls[size++] = call;
    }

    boolean isFull() {
        return size == SIZE;
    }

    int size() {
        return size;
    }

    /**
     * Has the processor fetch what the events are made of, all together: an answer has waited half a minute, and each part
     * is found by way of another, so that the first watch to ask would wait for the memory at every step.
     */
    void readAhead() {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            if (calls[i] instanceof EndedCall ended) {
                sum += (int) ended.moments().settled() + read(ended.parties()) + read(ended.signs(), ended.reading());
            } else if (calls[i] instanceof AnsweredCall answered) {
                sum += read(answered.parties());
            }
        }
        read += sum;
    }

    private static int read(CallParties parties) {
        return parties.callerHash()
                + parties.source().host().hashCode()
                + parties.source().host().length()
                + parties.peer().hashCode();
    }

    private static int read(CallSigns signs, Optional<CallReading> reading) {
        return signs.attempts() + (reading.isPresent() ? reading.get().rule().hashCode() : 0);
    }

    /**
     * Picks the events of some kinds, without a branch for each, which the processor could not foresee.
     *
     * @param kinds of these kinds, as {@link #bits} says
     * @param from from this place on
     * @return how many there are; {@link #heard} gives them until the next time
     */
    int pick(int kinds, int from) {
        int picked = 0;
        for (int i = from; i < size; i++) {
            heard[picked] = i;
            picked += kinds >>> this.kinds[i] & 1;
        }
        return picked;
    }

    /** One of the events that were picked: an {@link AnsweredCall} or {@link EndedCall}. */
    @Nullable
    Object heard(int number) {
        return calls[heard[number]];
    }

    /** Of no meaning, but that each kind has its own. */
    @SuppressWarnings("EnumOrdinal")
    private static int place(CallEvent kind) {
        return kind.ordinal();
    }

    static int bits(Set<CallEvent> kinds) {
        int bits = 0;
        for (CallEvent kind : kinds) {
            bits |= 1 << place(kind);
        }
        return bits;
    }

    void clear() {
        Arrays.fill(calls, 0, size, null);
        size = 0;
    }
}
