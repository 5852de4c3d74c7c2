package org.callcause.hashing;

/**
 * Numbers by fingerprints of 64 bits, each pair side by side in one array: a table in which every call is looked up is seldom
 * in the processor's cache, and a look-up touches one place of it.
 */
public final class FingerprintNumbers {

    /** What a fingerprint without a number has. */
    public static final long NONE = 0;

    private static final int SMALLEST = 64;

    /** A fingerprint, then its number. */
    private long[] cells = new long[2 * SMALLEST];

    private int size;

    /** A table without any. */
    public FingerprintNumbers() {}

    /** Whether no fingerprint has a number. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The number of this fingerprint, or {@link #NONE}. */
    public long get(long fingerprint) {
        return number(place(fingerprint));
    }

    /** A number made of what stands where this fingerprint belongs, which the processor fetches for that. */
    public long readAhead(long fingerprint) {
        return number(LinearProbing.home(fingerprint, places() - 1));
    }

    /** Gives the fingerprint a number, but {@link #NONE}, in the place of the one that it had. */
    public void put(long fingerprint, long number) {
        int place = place(fingerprint);
        boolean added = number(place) == NONE;
        set(place, fingerprint, number);
        if (added) {
            makeRoom();
        }
    }

    /** Gives the fingerprint a number, but {@link #NONE}, unless it has one, and says which it has then. */
    public long putIfAbsent(long fingerprint, long number) {
        int place = place(fingerprint);
        if (number(place) != NONE) {
            return number(place);
        }
        set(place, fingerprint, number);
        makeRoom();
        return number;
    }

    private void makeRoom() {
        size++;
        if (2 * size > places()) {
            grow();
        }
    }

    /** Takes this very number from the fingerprint, unless it has another. */
    public void remove(long fingerprint, long number) {
        int place = place(fingerprint);
        if (number(place) == number) {
            size--;
            close(place);
        }
    }

    /** Takes its number from the fingerprint, and says which it was; {@link #NONE} if it had none. */
    public long remove(long fingerprint) {
        int place = place(fingerprint);
        long number = number(place);
        if (number != NONE) {
            size--;
            close(place);
        }
        return number;
    }

    /** Where this fingerprint stands, or would stand. */
    private int place(long fingerprint) {
        int mask = places() - 1;
        int place = LinearProbing.home(fingerprint, mask);
        while (number(place) != NONE && fingerprint(place) != fingerprint) {
            place = LinearProbing.after(place, mask);
        }
        return place;
    }

    /** Moves what was put behind this place for want of room into it, so that a search never ends too early. */
    private void close(int place) {
        int mask = places() - 1;
        int gap = place;
        for (int next = LinearProbing.after(gap, mask); number(next) != NONE; next = LinearProbing.after(next, mask)) {
            if (LinearProbing.mayFill(gap, LinearProbing.home(fingerprint(next), mask), next, mask)) {
                set(gap, fingerprint(next), number(next));
                gap = next;
            }
        }
        set(gap, 0, NONE);
    }

    private int places() {
        return cells.length / 2;
    }

    private long fingerprint(int place) {
        return cells[2 * place];
    }

    private long number(int place) {
        return cells[2 * place + 1];
    }

    private void set(int place, long fingerprint, long number) {
        cells[2 * place] = fingerprint;
        cells[2 * place + 1] = number;
    }

    private void grow() {
        long[] old = cells;
        cells = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != NONE) {
                set(place(old[i]), old[i], old[i + 1]);
            }
        }
    }
}
