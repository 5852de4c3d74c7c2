package org.callcause.rule;

import java.util.Arrays;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallEvent;
import org.callcause.incident.EndedCall;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of a stream, in order. Watches take many at a time, one watch after the other: a watch that just took
 * one has its tables and its code at hand for the next.
 */
final class EventBatch {

    private static final int SIZE = 256;

    private final CallEvent[] kinds = new CallEvent[SIZE];
    private final @Nullable Object[] calls = new Object[SIZE];
    private int size;

    void add(AnsweredCall call) {
        kinds[size] = CallEvent.ANSWERED;
        calls[size++] = call;
    }

    void add(EndedCall call) {
        kinds[size] = call.event();
        calls[size++] = call;
    }

    boolean isFull() {
        return size == SIZE;
    }

    int size() {
        return size;
    }

    CallEvent kind(int place) {
        return kinds[place];
    }

    /** The {@link AnsweredCall} or {@link EndedCall} at this place. */
    @Nullable
    Object call(int place) {
        return calls[place];
    }

    void clear() {
        Arrays.fill(calls, 0, size, null);
        size = 0;
    }
}
