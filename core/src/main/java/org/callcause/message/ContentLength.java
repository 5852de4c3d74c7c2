package org.callcause.message;

/** Reads a Content-Length header line, which decides where a message ends. */
final class ContentLength {
    /** The value of a header that is no number. */
    static final long UNREADABLE = -1;

    private ContentLength() {}

    /** The number in the header line {@code [from, to)}; one that does not fit is {@link Integer#MAX_VALUE}. */
    static long read(byte[] bytes, int from, int to) {
        int i = skipSpace(bytes, Words.indexOf(':', bytes, from, to) + 1, to);
        int digits = i;
        long number = 0;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
            number = Math.min(number * 10 + (bytes[i] - '0'), Integer.MAX_VALUE);
            i++;
        }
        return i > digits && skipSpace(bytes, i, to) >= to ? number : UNREADABLE;
    }

    private static int skipSpace(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n')) {
            i++;
        }
        return i;
    }
}
