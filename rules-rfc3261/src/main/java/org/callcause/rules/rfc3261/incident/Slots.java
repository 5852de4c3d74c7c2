package org.callcause.rules.rfc3261.incident;

/** How many there were, and how many of them failed, in each of the latest pieces of time: a ring of counters. */
final class Slots {

    private static final long NEVER = Long.MIN_VALUE;

    private final long length;

    /** Which piece of time each place counts; looked at only when another one begins. */
    private final long[] numbers;

    /** For each place how many there were, and beside it how many failed. */
    private final int[] counts;

    private int latest;
    private long latestBegin = NEVER;

    /**
     * Nothing yet.
     *
     * @param size how many pieces of time are kept
     * @param length how long each is, in nanoseconds
     */
    Slots(int size, long length) {
        this.length = length;
        this.numbers = new long[size];
        this.counts = new int[2 * size];
    }

    /** Counts one. Returns the place of its piece of time; -1 where that is no longer kept. */
    int add(long time, boolean failure) {
        if (time >= latestBegin && time - latestBegin < length && latestBegin != NEVER) {
            return count(latest, failure);
        }
        long number = Math.floorDiv(time, length);
        int place = (int) Math.floorMod(number, (long) numbers.length);
        if (numbers[place] > number) {
            return -1;
        }
        if (numbers[place] < number) {
            numbers[place] = number;
            counts[2 * place] = 0;
            counts[2 * place + 1] = 0;
        }
        latest = place;
        latestBegin = number * length;
        return count(place, failure);
    }

    private int count(int place, boolean failure) {
        counts[2 * place]++;
        counts[2 * place + 1] += failure ? 1 : 0;
        return place;
    }

    int size() {
        return numbers.length;
    }

    /** When the piece of time at this place began. */
    long begin(int place) {
        return numbers[place] * length;
    }

    int all(int place) {
        return counts[2 * place];
    }

    int failed(int place) {
        return counts[2 * place + 1];
    }
}
