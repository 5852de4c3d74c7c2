package org.callcause.capture.source;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what one input lost, by reason and by the number (port, link type) that goes with it. */
public final class Losses {

    private static final int MAX_NUMBERS = 256;

    private final Map<Loss, Map<Integer, Counter>> counters = new TreeMap<>();

    /** Takes each count when all is read. */
    public interface Visitor {
        /** Takes the count of one reason and one number; the number is -1 where none belongs. */
        void count(Loss loss, int number, long count);
    }

    /** Counts one loss that has no number. */
    public void count(Loss loss) {
        count(loss, -1, 1);
    }

    /** Counts losses of one number. Beyond 256 numbers of a reason the rest is counted without its number. */
    public void count(Loss loss, int number, int times) {
        Map<Integer, Counter> byNumber = counters.computeIfAbsent(loss, any -> new HashMap<>());
        Counter counter = byNumber.get(number);
        if (counter == null) {
            counter = byNumber.computeIfAbsent(byNumber.size() < MAX_NUMBERS ? number : -1, any -> new Counter());
        }
        counter.value += times;
    }

    /** Shows every count, by reason, then by number. */
    public void visit(Visitor visitor) {
        counters.forEach((loss, byNumber) ->
                new TreeMap<>(byNumber).forEach((number, counter) -> visitor.count(loss, number, counter.value)));
    }

    private static final class Counter {
        private long value;
    }
}
