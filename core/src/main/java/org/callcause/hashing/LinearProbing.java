package org.callcause.hashing;

/**
 * The places of a hash table that keeps its entries in arrays: each stands at its home, where its hash points to, or at the
 * next free place behind, and a search ends at the first free one. The number of places is a power of two, and the mask one
 * less.
 */
public final class LinearProbing {

    /** 2^64 divided by the golden ratio: in the highest bits of the product, all of the fingerprint has its part. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private LinearProbing() {}

    /** Where what has this fingerprint belongs, of two places or more. */
    public static int home(long fingerprint, int mask) {
        return (int) ((fingerprint * SPREAD) >>> Long.numberOfLeadingZeros(mask));
    }

    /** The next place; after the last one comes the first. */
    public static int after(int place, int mask) {
        return place + 1 & mask;
    }

    /**
     * Whether an entry may move up into a gap before it, which becomes one where it stood. Whoever has taken an entry out
     * asks this of each one behind, up to the first free place: one whose home is not behind the gap has to move, or else
     * its search would end there.
     */
    public static boolean mayFill(int gap, int home, int place, int mask) {
        return (place - home & mask) >= (place - gap & mask);
    }
}
