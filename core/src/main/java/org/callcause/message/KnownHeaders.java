package org.callcause.message;

import java.nio.charset.StandardCharsets;

/** Finds the id of a header name without making a string of it. */
final class KnownHeaders {
    private static final int SLOTS = 512;
    private static final byte[][] NAMES = new byte[HeaderName.registeredCount() + 1][];
    private static final byte[] TABLE = new byte[SLOTS];
    private static final byte[] COMPACT = new byte[128];

    static {
        for (int id = 1; id <= HeaderName.registeredCount(); id++) {
            HeaderName name = HeaderName.registered(id);
            byte[] bytes = name.lowerCase();
            NAMES[id] = bytes;
            int slot = slot(bytes.length, bytes[0], bytes[bytes.length - 1]);
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
        int slot = slot(length, bytes[from], bytes[to - 1]);
        for (int id = TABLE[slot]; id != 0; id = TABLE[slot]) {
            if (isNamed(NAMES[id], bytes, from, to)) {
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

    /** Whether the name, which holds no control characters, spells {@code lowerCase}; see {@link Words#lowerAt}. */
    private static boolean isNamed(byte[] lowerCase, byte[] bytes, int from, int to) {
        int length = lowerCase.length;
        if (length != to - from) {
            return false;
        }
        if (length < Long.BYTES) {
            return equalsIgnoreCase(lowerCase, bytes, from, to);
        }
        int last = length - Long.BYTES;
        for (int i = 0; i < last; i += Long.BYTES) {
            if (Words.lowerAt(bytes, from + i) != Words.at(lowerCase, i)) {
                return false;
            }
        }
        return Words.lowerAt(bytes, from + last) == Words.at(lowerCase, last);
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

    private static int slot(int length, byte first, byte last) {
        return (length * 37 + lower(first) * 11 + lower(last) * 3) & (SLOTS - 1);
    }
}
