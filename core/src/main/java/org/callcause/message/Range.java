package org.callcause.message;

/** A piece of an array in one {@code long}: its start in the upper half, its end in the lower one. */
final class Range {

    /** Nothing there; also what an empty value is. */
    static final long ABSENT = 0;

    /** Something there that only the full readers understand. */
    static final long UNUSUAL = -1;

    private static final long HASH_FACTOR = 0x9E37_79B9_7F4A_7C15L;

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

    /** The same piece, counted from {@code start}. */
    static long relativeTo(long range, int start) {
        return range == ABSENT ? ABSENT : of(from(range) - start, to(range) - start);
    }

    /** A hash of the bytes of the piece, eight at a time. */
    static int hash(byte[] bytes, long range) {
        int to = to(range);
        int i = from(range);
        long hash = (long) to - i;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            hash = (hash ^ Words.at(bytes, i)) * HASH_FACTOR;
            hash ^= hash >>> 32;
        }
        for (; i < to; i++) {
            hash = (hash ^ bytes[i]) * HASH_FACTOR;
        }
        return (int) (hash ^ hash >>> 32);
    }
}
