package org.callcause.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Looks at eight bytes at a time, which is what makes reading fast; what stands outside the range it is given has no effect. */
final class Words {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long FIRST_VISIBLE = '!' * EACH;

    /** Makes letters lower case, and leaves hyphens and digits as they are. */
    private static final long LOWER = 0x20 * EACH;

    private Words() {}

    /** The eight bytes from {@code i} on, the first one lowest. */
    static long at(byte[] bytes, int i) {
        return (long) LONGS.get(bytes, i);
    }

    /** The eight bytes from {@code i} on, letters in lower case. Only of use for what holds no control characters. */
    static long lowerAt(byte[] bytes, int i) {
        return lower(at(bytes, i));
    }

    /** {@link #head} with letters in lower case. Only of use as {@link #lowerAt} is. */
    static long lowerHead(byte[] bytes, int from, int to) {
        int missing = Math.max(0, Long.BYTES - (to - from));
        return head(bytes, from, to) | (LOWER >>> (missing * Byte.SIZE));
    }

    /** The same word with letters in lower case; see {@link #lowerAt}. */
    static long lower(long word) {
        return word | LOWER;
    }

    /** The first eight bytes of the range, the first one lowest; a shorter range is filled up with zeros. */
    static long head(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length >= Long.BYTES) {
            return at(bytes, from);
        }
        if (bytes.length - from >= Long.BYTES) {
            return at(bytes, from) & ~(-1L << (length * Byte.SIZE));
        }
        long head = 0;
        for (int i = to - 1; i >= from; i--) {
            head = head << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return head;
    }

    /** The same of a text of up to eight ASCII characters. */
    static long head(String ascii) {
        return head(ascii.getBytes(StandardCharsets.US_ASCII), 0, ascii.length());
    }

    /** Where the next byte is that can be none of a header name: a colon, a blank, a control character, no ASCII. */
    static int endOfName(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = at(bytes, i);
            // Each part is right up to its first byte found, and the first of all is what counts.
            long found = marks(':', word) | invisible(word);
            if (found != 0) {
                return i + first(found);
            }
        }
        while (i < to && MessageIndex.isNameByte(bytes[i])) {
            i++;
        }
        return i;
    }

    /** Where the next line feed is; {@code to} if there is none. */
    static int indexOfLineFeed(byte[] bytes, int from, int to) {
        return indexOf('\n', bytes, from, to);
    }

    /** Where the ASCII character next is; {@code to} if it is not there. */
    static int indexOf(char wanted, byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long found = marks(wanted, at(bytes, i));
            if (found != 0) {
                return i + first(found);
            }
        }
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    /** The ASCII character in each byte. */
    static long each(int character) {
        return character * EACH;
    }

    /** Marks the first byte of a word that is this ASCII character; further marks behind it may be wrong. */
    static long marks(char wanted, long word) {
        long difference = word ^ each(wanted);
        // Sets the high bit of each zero byte, and by a borrow perhaps of some above it.
        return (difference - EACH) & ~difference & HIGH;
    }

    /** Marks the first byte of a word that is a blank, a control character or no ASCII; marks behind it may be wrong. */
    static long invisible(long word) {
        return (((word - FIRST_VISIBLE) & ~word) | word) & HIGH;
    }

    /** All bits of the bytes before the first of these marks: of all eight where there is none. */
    static long before(long marks) {
        long bytes = marks >>> (Byte.SIZE - 1);
        return (bytes - 1) & ~bytes;
    }

    /** Which byte has the first of these marks; 8 where there is none. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
