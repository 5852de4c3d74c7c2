package org.callcause.message;

/** Looks for ASCII text and numbers in bytes. Text is found in any case, and given in lower case. */
final class AsciiSearch {

    private AsciiSearch() {}

    /** Where the digits end that begin here; {@code from} where there are none. */
    static int endOfDigits(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }

    /** Whether the text, in lower case, stands anywhere. */
    static boolean holds(String text, byte[] bytes, int from, int to) {
        int length = text.length();
        char first = text.charAt(0);
        for (int i = from; i <= to - length; i++) {
            if ((bytes[i] | 0x20) == (first | 0x20) && isAt(text, bytes, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(String text, byte[] bytes, int from) {
        for (int i = 0; i < text.length(); i++) {
            int lower = bytes[from + i] >= 'A' && bytes[from + i] <= 'Z' ? bytes[from + i] | 0x20 : bytes[from + i];
            if (lower != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The number at this place; -1 without a digit there, and no more than nine digits are read. */
    static long number(byte[] bytes, int from, int to) {
        long number = -1;
        for (int i = from; i < to && i < from + 9 && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = Math.max(number, 0) * 10 + (bytes[i] - '0');
        }
        return number;
    }
}
