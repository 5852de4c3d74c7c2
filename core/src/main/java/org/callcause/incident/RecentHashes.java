package org.callcause.incident;

/**
 * Remembers by a hash what was seen lately, in a table of fixed size: a later one takes the place of an earlier one with
 * the same place. It may forget, and once in some billions take one for another; it costs next to nothing.
 */
public final class RecentHashes {

    private final int[] seen;

    /**
     * Nothing was seen.
     *
     * @param most how many are remembered at most, a power of two
     */
    public RecentHashes(int most) {
        if (Integer.bitCount(most) != 1) {
            throw new IllegalArgumentException("not a power of two: " + most);
        }
        seen = new int[most];
    }

    /** Remembers it. */
    public void add(Object one) {
        int hash = hash(one);
        seen[hash & (seen.length - 1)] = hash;
    }

    /** Whether it was seen and is not forgotten. */
    public boolean contains(Object one) {
        int hash = hash(one);
        return seen[hash & (seen.length - 1)] == hash;
    }

    /** Spread, and never 0, which stands for an empty place. */
    private static int hash(Object one) {
        int hash = one.hashCode() * 0x9E3779B9;
        hash ^= hash >>> 16;
        return hash == 0 ? 1 : hash;
    }
}
