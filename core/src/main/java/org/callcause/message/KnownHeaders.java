package org.callcause.message;

import java.nio.charset.StandardCharsets;

/** Finds the id of a header name without making a string of it. */
final class KnownHeaders {
    private static final int SLOT_BITS = 9;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final int COUNT = HeaderName.registeredCount();
    private static final byte[][] NAMES = new byte[COUNT + 1][];
    private static final long[] HEADS = new long[COUNT + 1];
    private static final byte[] TABLE = new byte[SLOTS];
    private static final byte[] COMPACT = new byte[128];

    static {
        for (int id = 1; id <= COUNT; id++) {
            HeaderName name = HeaderName.registered(id);
            byte[] bytes = name.lowerCase();
            NAMES[id] = bytes;
            HEADS[id] = Words.lowerHead(bytes, 0, bytes.length);
            int slot = slot(HEADS[id], bytes.length);
            while (TABLE[slot] != 0) {
                slot = (slot + 1) % SLOTS;
            }
            TABLE[slot] = (byte) id;
            if (name.compact() != 0) {
                COMPACT[name.compact()] = (byte) id;
            }
        }
    }

    private KnownHeaders() {}

    /** The id of the name in {@code bytes}, or 0. */
    static int find(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 2) {
            return length == 1 && bytes[from] > 0 ? COMPACT[lower(bytes[from])] : 0;
        }
        long head = Words.lowerHead(bytes, from, to);
        int slot = slot(head, length);
        for (int id = TABLE[slot]; id != 0; id = TABLE[slot]) {
            if (HEADS[id] == head && endsLike(NAMES[id], bytes, from, to)) {
                return id;
            }
            slot = (slot + 1) % SLOTS;
        }
        return 0;
    }

    static int find(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length);
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

    private static int slot(long head, int length) {
        // The odd number is the fraction of the golden ratio, which spreads what is alike.
        return (int) (((head + length) * 0x9E37_79B9_7F4A_7C15L) >>> (Long.SIZE - SLOT_BITS));
    }
}
