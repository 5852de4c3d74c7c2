package org.callcause.incident;

/**
 * Remembers by a hash code what was seen lately, in a table of fixed size: a later one takes the place of an earlier one
 * with the same place. It may forget, and once in some billions take one for another; it costs next to nothing.
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

    /** Remembers what has this hash code. */
    public void add(int hashCode) {
        int hash = RecentMap.spread(hashCode);
        seen[hash & (seen.length - 1)] = hash;
    }

    /** Whether what has this hash code was seen and is not forgotten. */
    public boolean contains(int hashCode) {
        int hash = RecentMap.spread(hashCode);
        return seen[hash & (seen.length - 1)] == hash;
    }
}
