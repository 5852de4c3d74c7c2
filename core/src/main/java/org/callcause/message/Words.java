package org.callcause.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at a time, which is what makes reading fast; never outside the range it is given. */
final class Words {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;

    /** Makes letters lower case, and leaves hyphens and digits as they are. */
    private static final long LOWER = 0x20 * EACH;

    private Words() {}

    /** The eight bytes from {@code i} on, the first one lowest. */
    static long at(byte[] bytes, int i) {
        return (long) LONGS.get(bytes, i);
    }

    /** The eight bytes from {@code i} on, letters in lower case. Only of use for what holds no control characters. */
    static long lowerAt(byte[] bytes, int i) {
        return at(bytes, i) | LOWER;
    }

    /** Where the next line feed is; {@code to} if there is none. */
    static int indexOfLineFeed(byte[] bytes, int from, int to) {
        return indexOf('\n', bytes, from, to);
    }

    /** Where the ASCII character next is; {@code to} if it is not there. */
    static int indexOf(char wanted, byte[] bytes, int from, int to) {
        long pattern = wanted * EACH;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long difference = at(bytes, i) ^ pattern;
            // Sets the high bit of each zero byte; what a borrow adds stands above the first, which alone counts.
            long found = (difference - EACH) & ~difference & HIGH;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return i;
    }
}
