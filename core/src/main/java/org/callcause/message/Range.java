package org.callcause.message;

/** A piece of an array in one {@code long}: its start in the upper half, its end in the lower one. */
final class Range {

    /** Nothing there; also what an empty value is. */
    static final long ABSENT = 0;

    /** Something there that only the full readers understand. */
    static final long UNUSUAL = -1;

    private Range() {}

    static long of(int from, int to) {
        return from < to ? (long) from << 32 | to : ABSENT;
    }

    static int from(long range) {
        return (int) (range >>> 32);
    }

    static int to(long range) {
        return (int) range;
    }

    static boolean isEmpty(long range) {
        return range == ABSENT;
    }
}
