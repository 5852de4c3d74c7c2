package org.callcause.rules.rfc3261.incident;

/** How many there were, and how many of them failed, in each of the latest pieces of time: a ring of counters. */
final class Slots {

    private final long length;
    private final long[] numbers;
    private final int[] all;
    private final int[] failed;
    private int latest;

    /**
     * Nothing yet.
     *
     * @param size how many pieces of time are kept
     * @param length how long each is, in nanoseconds
     */
    Slots(int size, long length) {
        this.length = length;
        this.numbers = new long[size];
        this.all = new int[size];
        this.failed = new int[size];
    }

    /** Counts one. Returns the place of its piece of time; -1 where that is no longer kept. */
    int add(long time, boolean failure) {
        long into = time - numbers[latest] * length;
        if (into >= 0 && into < length) {
            return count(latest, failure);
        }
        long number = Math.floorDiv(time, length);
        int place = (int) Math.floorMod(number, (long) numbers.length);
        if (numbers[place] > number) {
            return -1;
        }
        if (numbers[place] < number) {
            numbers[place] = number;
            all[place] = 0;
            failed[place] = 0;
        }
        latest = place;
        return count(place, failure);
    }

    private int count(int place, boolean failure) {
        all[place]++;
        failed[place] += failure ? 1 : 0;
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
        return all[place];
    }

    int failed(int place) {
        return failed[place];
    }
}
