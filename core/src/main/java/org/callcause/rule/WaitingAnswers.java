package org.callcause.rule;

import java.util.Arrays;
import org.callcause.incident.AnsweredCall;
import org.jspecify.annotations.Nullable;

/**
 * Answers that wait for what happened before them, in the order in which they came. Their times stand beside them: whether
 * one is due is asked for every call, and the calls themselves are long out of the cache.
 */
final class WaitingAnswers {

    private static final int FEW = 64;

    private long[] times = new long[FEW];
    private @Nullable AnsweredCall[] calls = new AnsweredCall[FEW];
    private int first;
    private int size;

    void add(AnsweredCall call) {
        if (size == times.length) {
            grow();
        }
        int place = place(size);
        times[place] = call.answered();
        calls[place] = call;
        size++;
    }

    private void grow() {
        long[] oldTimes = times;
        @Nullable AnsweredCall[] oldCalls = calls;
        times = Arrays.copyOf(oldTimes, 2 * size);
        calls = Arrays.copyOf(oldCalls, 2 * size);
        System.arraycopy(oldTimes, 0, times, size, first);
        System.arraycopy(oldCalls, 0, calls, size, first);
        Arrays.fill(calls, 0, first, null);
    }

    private int place(int number) {
        return (first + number) & (times.length - 1);
    }

    int size() {
        return size;
    }

    /** When the first one was answered; there is one. */
    long firstTime() {
        return times[first];
    }

    /** The first one, which waits no more, if it was answered by then; else null. */
    @Nullable
    AnsweredCall takeUntil(long nanos) {
        if (size == 0 || times[first] > nanos) {
            return null;
        }
        AnsweredCall call = calls[first];
        calls[first] = null;
        first = place(1);
        size--;
        return call;
    }
}
