package org.callcause.leg;

import org.callcause.hashing.LinearProbing;

/**
 * A map from fingerprints to the numbers of legs, in one array: every call has a few entries, and hardly one of them is
 * ever asked for again.
 */
final class FingerprintTable {

    /** The number of no leg. */
    static final long NOBODY = RecentInvitations.NONE;

    private static final int SMALLEST = 64;

    /** A fingerprint and its leg stand side by side. */
    private long[] cells = new long[2 * SMALLEST];

    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** The leg; {@link #NOBODY} without one. */
    long get(long fingerprint) {
        return leg(place(fingerprint));
    }

    /** Puts the leg where none is yet, and gives the one that is there then. */
    long putIfAbsent(long fingerprint, long leg) {
        int place = place(fingerprint);
        if (leg(place) != NOBODY) {
            return leg(place);
        }
        set(place, fingerprint, leg);
        size++;
        if (2 * size > places()) {
            grow();
        }
        return leg;
    }

    /** Takes the entry out if it is of this leg. */
    void remove(long fingerprint, long leg) {
        int place = place(fingerprint);
        if (leg(place) == leg) {
            size--;
            close(place);
        }
    }

    /** Takes the entry out, and gives the leg; {@link #NOBODY} without one. */
    long remove(long fingerprint) {
        int place = place(fingerprint);
        long leg = leg(place);
        if (leg != NOBODY) {
            size--;
            close(place);
        }
        return leg;
    }

    /** Where the entry of this fingerprint is, or would be. */
    private int place(long fingerprint) {
        int mask = places() - 1;
        int place = LinearProbing.home(fingerprint, mask);
        while (leg(place) != NOBODY && fingerprint(place) != fingerprint) {
            place = LinearProbing.after(place, mask);
        }
        return place;
    }

    /** Moves what was put behind this place for want of room into it, so that a search never ends too early. */
    private void close(int place) {
        int mask = places() - 1;
        int gap = place;
        for (int next = LinearProbing.after(gap, mask); leg(next) != NOBODY; next = LinearProbing.after(next, mask)) {
            if (LinearProbing.mayFill(gap, LinearProbing.home(fingerprint(next), mask), next, mask)) {
                set(gap, fingerprint(next), leg(next));
                gap = next;
            }
        }
        set(gap, 0, NOBODY);
    }

    private int places() {
        return cells.length / 2;
    }

    private long fingerprint(int place) {
        return cells[2 * place];
    }

    private long leg(int place) {
        return cells[2 * place + 1];
    }

    private void set(int place, long fingerprint, long leg) {
        cells[2 * place] = fingerprint;
        cells[2 * place + 1] = leg;
    }

    private void grow() {
        long[] old = cells;
        cells = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != NOBODY) {
                set(place(old[i]), old[i], old[i + 1]);
            }
        }
    }
}
