package org.callcause.call;

import org.callcause.hashing.LinearProbing;
import org.jspecify.annotations.Nullable;

/**
 * The open calls of one group, by the fingerprints of their Call-IDs. A fingerprint and its call stand at the same place of two
 * arrays, so that the processor fetches both at once, and nothing is read of the call to know that it is the one.
 */
final class OpenCallTable {

    private static final int SMALLEST = 64;

    /** What stands where no call is means nothing. */
    private long[] fingerprints = new long[SMALLEST];

    private @Nullable OpenCall[] calls = new @Nullable OpenCall[SMALLEST];
    private int size;

    /** The call whose Call-ID has this fingerprint. */
    @Nullable
    OpenCall get(long fingerprint) {
        return calls[place(fingerprint)];
    }

    /** A number made of what stands where this fingerprint belongs; see {@link ReadAhead}. */
    int readAhead(long fingerprint) {
        int place = LinearProbing.home(fingerprint, calls.length - 1);
        return (int) fingerprints[place] + (calls[place] == null ? 1 : 0);
    }

    /** Takes a call; none with its fingerprint is there. */
    void put(OpenCall call) {
        set(place(call.fingerprint()), call.fingerprint(), call);
        size++;
        if (2 * size > calls.length) {
            grow();
        }
    }

    /** Takes out a call that is there. */
    void remove(OpenCall call) {
        size--;
        close(place(call.fingerprint()));
    }

    /** Where this fingerprint stands, or would stand. */
    private int place(long fingerprint) {
        int mask = calls.length - 1;
        int place = LinearProbing.home(fingerprint, mask);
        while (fingerprints[place] != fingerprint && calls[place] != null) {
            place = LinearProbing.after(place, mask);
        }
        return place;
    }

    /** Moves what was put behind this place for want of room into it, so that a search never ends too early. */
    private void close(int place) {
        int mask = calls.length - 1;
        int gap = place;
        for (int next = LinearProbing.after(gap, mask); calls[next] != null; next = LinearProbing.after(next, mask)) {
            if (LinearProbing.mayFill(gap, LinearProbing.home(fingerprints[next], mask), next, mask)) {
                set(gap, fingerprints[next], calls[next]);
                gap = next;
            }
        }
        calls[gap] = null;
    }

    private void set(int place, long fingerprint, @Nullable OpenCall call) {
        fingerprints[place] = fingerprint;
        calls[place] = call;
    }

    private void grow() {
        long[] known = fingerprints;
        @Nullable OpenCall[] all = calls;
        fingerprints = new long[2 * all.length];
        calls = new @Nullable OpenCall[2 * all.length];
        for (int i = 0; i < all.length; i++) {
            if (all[i] != null) {
                set(place(known[i]), known[i], all[i]);
            }
        }
    }
}
