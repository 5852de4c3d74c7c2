package org.callcause.message;

import java.nio.charset.StandardCharsets;

/**
 * Finds the id of a header name without making a string of it: by its first and its second eight bytes, which no two
 * names share.
 */
final class KnownHeaders {
    private static final int SLOT_BITS = 11;
    private static final int COUNT = HeaderName.registeredCount();

    /** The longest name that two words show with its colon. */
    private static final int SHORT = 2 * Long.BYTES - 1;

    private static final byte[][] NAMES = new byte[COUNT + 1][];
    private static final int[] LENGTHS = new int[HeaderSet.IDS];
    private static final long[] HEADS = new long[COUNT + 1];
    private static final long[] TAILS = new long[COUNT + 1];
    private static final byte[] COMPACT = new byte[128];
    private static final long SPREAD;
    private static final byte[] TABLE;

    static {
        for (int id = 1; id <= COUNT; id++) {
            HeaderName name = HeaderName.registered(id);
            byte[] bytes = name.lowerCase();
            NAMES[id] = bytes;
            LENGTHS[id] = bytes.length;
            HEADS[id] = Words.lowerHead(bytes, 0, bytes.length);
            TAILS[id] = tail(bytes, 0, bytes.length);
            if (name.compact() != 0) {
                COMPACT[name.compact()] = (byte) id;
            }
        }
        // The fraction of the golden ratio spreads what is alike; an odd number near it gives each name a slot of its
        // own.
        long spread = 0x9E37_79B9_7F4A_7C15L;
        byte[] table = table(spread);
        while (table.length == 0) {
            spread += 2;
            table = table(spread);
        }
        SPREAD = spread;
        TABLE = table;
    }

    private KnownHeaders() {}

    /** The ids by the slots of their names; empty where two names share one. */
    private static byte[] table(long spread) {
        byte[] table = new byte[1 << SLOT_BITS];
        for (int id = 1; id <= COUNT; id++) {
            int slot = slot(HEADS[id], TAILS[id], spread);
            if (table[slot] != 0) {
                return new byte[0];
            }
            table[slot] = (byte) id;
        }
        return table;
    }

    /**
     * The id of the name that begins the line, where its colon follows at once and it is not among the longest; 0 for all
     * that has to be looked at more closely. How long a name is cannot be guessed, so nothing here branches on it.
     */
    static int beforeColon(byte[] bytes, int line, int to) {
        if (to - line <= SHORT) {
            return 0;
        }
        long first = Words.at(bytes, line);
        long second = Words.at(bytes, line + Long.BYTES);
        long inFirst = Words.before(Words.marks(':', first));
        // All bits or none: the sign of the mask tells whether the name goes on behind the first word.
        long inSecond = Words.before(Words.marks(':', second)) & (inFirst >> (Long.SIZE - 1));
        long head = Words.lower(first) & inFirst;
        long tail = Words.lower(second) & inSecond;
        int id = TABLE[slot(head, tail, SPREAD)];
        long different = (HEADS[id] ^ head)
                | (TAILS[id] ^ tail)
                | (Words.invisible(first) & inFirst)
                | (Words.invisible(second) & inSecond);
        return different == 0 && LENGTHS[id] <= SHORT ? id : 0;
    }

    /** The length of the name with this id, in its long form. */
    static int length(int id) {
        return LENGTHS[id];
    }

    /** Where the colon is behind the name with this id, unless that is in its compact form or blanks follow it: then -1. */
    static int colon(int id, byte[] bytes, int line, int to) {
        int colon = line + LENGTHS[id];
        boolean spelledOut = id != 0 && colon < to && bytes[colon] == ':' && MessageIndex.isNameByte(bytes[line + 1]);
        return spelledOut ? colon : -1;
    }

    /** The id of the name in {@code bytes}, or 0. */
    static int find(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 2) {
            return length == 1 && bytes[from] > 0 ? COMPACT[lower(bytes[from])] : 0;
        }
        long head = Words.lowerHead(bytes, from, to);
        long tail = tail(bytes, from, to);
        int id = TABLE[slot(head, tail, SPREAD)];
        return HEADS[id] == head && TAILS[id] == tail && id != 0 && endsLike(NAMES[id], bytes, from, to) ? id : 0;
    }

    static int find(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length);
    }

    private static long tail(byte[] bytes, int from, int to) {
        return to - from > Long.BYTES ? Words.lowerHead(bytes, from + Long.BYTES, to) : 0;
    }

    /** Whether a name, which holds no control characters, spells {@code lowerCase} from its ninth byte on. */
    private static boolean endsLike(byte[] lowerCase, byte[] bytes, int from, int to) {
        int length = lowerCase.length;
        if (length != to - from) {
            return false;
        }
        int last = length - Long.BYTES;
        for (int i = Long.BYTES; i < last; i += Long.BYTES) {
            if (Words.lowerAt(bytes, from + i) != Words.at(lowerCase, i)) {
                return false;
            }
        }
        return last <= 0 || Words.lowerAt(bytes, from + last) == Words.at(lowerCase, last);
    }

    /** Whether the bytes spell {@code lowerCase}, in any case. */
    static boolean equalsIgnoreCase(byte[] lowerCase, byte[] bytes, int from, int to) {
        if (lowerCase.length != to - from) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            if (lower(bytes[from + i]) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    private static int slot(long head, long tail, long spread) {
        return (int) (((head ^ Long.rotateLeft(tail * spread, Integer.SIZE)) * spread) >>> (Long.SIZE - SLOT_BITS));
    }
}
