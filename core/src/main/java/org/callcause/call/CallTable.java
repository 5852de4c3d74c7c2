package org.callcause.call;

import org.callcause.hashing.LinearProbing;
import org.jspecify.annotations.Nullable;

/**
 * Calls by Call-ID, in an array without objects in between, and their fingerprints in another: every message of a stream is
 * looked up here, and what it meets on the way is seldom in the processor's cache. That is why two Call-IDs with one
 * fingerprint of 64 bits are taken for the same: who could choose such a pair could as well send the same Call-ID.
 */
final class CallTable {

    private static final int SMALLEST = 64;

    private long[] fingerprints = new long[SMALLEST];
    private @Nullable OpenCall[] calls = new OpenCall[SMALLEST];
    private int size;

    @Nullable
    OpenCall get(long fingerprint) {
        return calls[place(fingerprint)];
    }

    /** Puts the call in, in the place of one with the same Call-ID. */
    void put(OpenCall call) {
        int place = place(call.fingerprint());
        if (calls[place] == null) {
            size++;
        }
        set(place, call.fingerprint(), call);
        if (2 * size > calls.length) {
            grow();
        }
    }

    /** Takes the call out, unless another has taken its place. */
    void remove(OpenCall call) {
        int place = place(call.fingerprint());
        if (calls[place] == call) {
            size--;
            close(place);
        }
    }

    /** Where the call with this fingerprint of its Call-ID is, or would be. */
    private int place(long fingerprint) {
        int mask = calls.length - 1;
        int place = LinearProbing.home(fingerprint, mask);
        while (calls[place] != null && fingerprints[place] != fingerprint) {
            place = LinearProbing.after(place, mask);
        }
        return place;
    }

    private void set(int place, long fingerprint, OpenCall call) {
        fingerprints[place] = fingerprint;
        calls[place] = call;
    }

    /** Moves what was put behind this place for want of room into it, so that a search never ends too early. */
    private void close(int place) {
        int mask = calls.length - 1;
        int gap = place;
        int next = LinearProbing.after(gap, mask);
        for (OpenCall call = calls[next]; call != null; call = calls[next]) {
            if (LinearProbing.mayFill(gap, LinearProbing.home(fingerprints[next], mask), next, mask)) {
                set(gap, fingerprints[next], call);
                gap = next;
            }
            next = LinearProbing.after(next, mask);
        }
        calls[gap] = null;
    }

    private void grow() {
        long[] oldFingerprints = fingerprints;
        @Nullable OpenCall[] old = calls;
        fingerprints = new long[2 * old.length];
        calls = new OpenCall[2 * old.length];
        for (int i = 0; i < old.length; i++) {
            OpenCall call = old[i];
            if (call != null) {
                set(place(oldFingerprints[i]), oldFingerprints[i], call);
            }
        }
    }
}
