package org.callcause.message;

/**
 * A short piece of a message in one {@code int}: its distance from the start line in the upper 24 bits, its length in the
 * lower 8. The start line comes first, so no key of a header has the distance 0.
 */
final class Piece {

    static final int ABSENT = 0;

    private static final int LENGTH_BITS = 8;
    private static final int LONGEST = (1 << LENGTH_BITS) - 1;

    private Piece() {}

    /** Whether this range is known and short enough. */
    static boolean fits(long range) {
        return range != Range.UNUSUAL && Range.to(range) - Range.from(range) <= LONGEST;
    }

    /** The piece of a range that {@link #fits}, counted from {@code start}. */
    static int of(long range, int start) {
        return range == Range.ABSENT
                ? ABSENT
                : (Range.from(range) - start) << LENGTH_BITS | (Range.to(range) - Range.from(range));
    }

    static int from(int piece) {
        return piece >>> LENGTH_BITS;
    }

    static int length(int piece) {
        return piece & LONGEST;
    }
}
