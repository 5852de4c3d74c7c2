package org.callcause.hashing;

import org.jspecify.annotations.Nullable;

/**
 * Values by fingerprints of 64 bits, these in one array and those in another, without objects in between: a map in which
 * every call is looked up is seldom in the processor's cache, and where nothing is found only the fingerprints are read.
 *
 * @param <V> the values
 */
public final class FingerprintMap<V> {

    private static final int SMALLEST = 64;

    /** The fingerprint of a free place. What has it by chance is kept under another one. */
    private static final long FREE = 0;

    private static final long INSTEAD_OF_FREE = 1;

    private long[] fingerprints = new long[SMALLEST];
    private @Nullable V[] values = empty(SMALLEST);
    private int size;

    /** An empty map. */
    public FingerprintMap() {}

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <V> @Nullable V[] empty(int places) {
        return (V[]) new Object[places];
    }

    /** The value of this fingerprint, or null. */
    public @Nullable V get(long fingerprint) {
        int place = place(key(fingerprint));
        return fingerprints[place] == FREE ? null : values[place];
    }

    /** Whether there is a value of this fingerprint. */
    public boolean has(long fingerprint) {
        return fingerprints[place(key(fingerprint))] != FREE;
    }

    /** Puts the value in, in the place of another one. */
    public void put(long fingerprint, V value) {
        long key = key(fingerprint);
        int place = place(key);
        if (fingerprints[place] == FREE) {
            size++;
        }
        set(place, key, value);
        if (2 * size > fingerprints.length) {
            grow();
        }
    }

    /** Takes this very value out, unless another has taken its place. */
    @SuppressWarnings("ReferenceEquality")
    public void remove(long fingerprint, V value) {
        int place = place(key(fingerprint));
        if (values[place] == value) {
            size--;
            close(place);
        }
    }

    private static long key(long fingerprint) {
        return fingerprint == FREE ? INSTEAD_OF_FREE : fingerprint;
    }

    /** Where the value of this key is, or would be. */
    private int place(long key) {
        int mask = fingerprints.length - 1;
        int place = LinearProbing.home(key, mask);
        while (fingerprints[place] != key && fingerprints[place] != FREE) {
            place = LinearProbing.after(place, mask);
        }
        return place;
    }

    private void set(int place, long key, @Nullable V value) {
        fingerprints[place] = key;
        values[place] = value;
    }

    /** Moves what was put behind this place for want of room into it, so that a search never ends too early. */
    private void close(int place) {
        int mask = fingerprints.length - 1;
        int gap = place;
        for (int next = LinearProbing.after(gap, mask);
                fingerprints[next] != FREE;
                next = LinearProbing.after(next, mask)) {
            if (LinearProbing.mayFill(gap, LinearProbing.home(fingerprints[next], mask), next, mask)) {
                set(gap, fingerprints[next], values[next]);
                gap = next;
            }
        }
        set(gap, FREE, null);
    }

    private void grow() {
        long[] oldFingerprints = fingerprints;
        @Nullable V[] old = values;
        fingerprints = new long[2 * old.length];
        values = empty(2 * old.length);
        for (int i = 0; i < old.length; i++) {
            if (oldFingerprints[i] != FREE) {
                set(place(oldFingerprints[i]), oldFingerprints[i], old[i]);
            }
        }
    }
}
