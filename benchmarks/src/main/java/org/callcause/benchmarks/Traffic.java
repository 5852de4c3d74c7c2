package org.callcause.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Many calls at once, their messages in the order of time, made as they are asked for. */
final class Traffic implements Iterator<Sent> {

    private static final Instant BEGIN = Instant.parse("2026-11-01T08:00:00Z");

    /** A hundred calls a second. */
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(10);

    private record Pending(Sent sent, long order) {}

    private final int end;
    private final PriorityQueue<Pending> pending = new PriorityQueue<>(
            Comparator.comparingLong((Pending entry) -> entry.sent().nanos()).thenComparingLong(Pending::order));
    private int begun;
    private long order;

    private Traffic(int begin, int end) {
        this.begun = begin;
        this.end = end;
    }

    /** So many calls, four of five of them answered. */
    static Traffic ofCalls(int calls) {
        return new Traffic(0, calls);
    }

    /**
     * Different calls in parts of so many, together as many as the other number says. Whoever follows one part after the
     * other reads what he would read of all at once: a part followed again and again is learnt by heart by the processor,
     * and stays in its caches.
     */
    static List<List<Sent>> inParts(int calls, int all) {
        List<List<Sent>> parts = new ArrayList<>();
        for (int begin = 0; begin < all; begin += calls) {
            parts.add(new Traffic(begin, begin + calls).toList());
        }
        return parts;
    }

    /** The messages of exchanges of every kind, until there are so many. */
    static List<Sent> mixed(int messages) {
        List<Sent> mixed = new ArrayList<>(messages + 8);
        for (int number = 0; mixed.size() < messages; number++) {
            mixed.addAll(Exchange.messages(number, Story.ofExchange(number), BEGIN));
        }
        return mixed.subList(0, messages);
    }

    List<Sent> toList() {
        List<Sent> all = new ArrayList<>();
        forEachRemaining(all::add);
        return all;
    }

    @Override
    public boolean hasNext() {
        return begun < end || !pending.isEmpty();
    }

    @Override
    public Sent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        while (begun < end
                && (pending.isEmpty() || !pending.peek().sent().time().isBefore(startOf(begun)))) {
            for (Sent sent : Exchange.messages(begun, Story.ofCall(begun), startOf(begun))) {
                pending.add(new Pending(sent, order++));
            }
            begun++;
        }
        return pending.remove().sent();
    }

    private static Instant startOf(int call) {
        return BEGIN.plus(BETWEEN_CALLS.multipliedBy(call));
    }
}
