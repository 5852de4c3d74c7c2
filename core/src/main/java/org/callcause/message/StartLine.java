package org.callcause.message;

import java.nio.charset.StandardCharsets;

/** Tells whether a line is the first of a SIP message, from its bytes alone. */
final class StartLine {
    /** What a line can be. */
    enum Kind {
        NONE,
        REQUEST,
        RESPONSE
    }

    /** {@code "SIP/2.0 "}, as a status line begins, and {@code " SIP/2.0"}, as a request line ends. */
    private static final long STATUS_LINE = Words.at("SIP/2.0 ".getBytes(StandardCharsets.US_ASCII), 0);

    private static final long REQUEST_LINE = Words.at(" SIP/2.0".getBytes(StandardCharsets.US_ASCII), 0);

    private StartLine() {}

    /** The kind of the line in {@code [from, to)}, which holds no line end. */
    static Kind kindOf(byte[] bytes, int from, int to) {
        int version = endOfVersion(bytes, from, to);
        if (version > 0) {
            return isStatusLine(bytes, version, to) ? Kind.RESPONSE : Kind.NONE;
        }
        return isRequestLine(bytes, from, to) ? Kind.REQUEST : Kind.NONE;
    }

    /** The end of {@code SIP/<digits>.<digits>} at {@code from}, also where blanks stand before the slash, or -1. */
    static int endOfVersion(byte[] bytes, int from, int to) {
        if (to - from >= Long.BYTES && Words.at(bytes, from) == STATUS_LINE) {
            return from + 7;
        }
        if (to - from < 7
                || (bytes[from] | 0x20) != 's'
                || (bytes[from + 1] | 0x20) != 'i'
                || (bytes[from + 2] | 0x20) != 'p') {
            return -1;
        }
        int slash = from + 3;
        while (slash < to && isBlank(bytes[slash])) {
            slash++;
        }
        if (slash == to || bytes[slash] != '/') {
            return -1;
        }
        int dot = AsciiSearch.endOfDigits(bytes, slash + 1, to);
        if (dot == slash + 1 || dot == to || bytes[dot] != '.') {
            return -1;
        }
        int end = AsciiSearch.endOfDigits(bytes, dot + 1, to);
        return end == dot + 1 ? -1 : end;
    }

    /** Where the version of a request line starts, or -1 if the line has none. */
    static int versionOfRequest(byte[] bytes, int from, int to) {
        if (to - from > Long.BYTES && Words.at(bytes, to - Long.BYTES) == REQUEST_LINE) {
            return to - 7;
        }
        int end = withoutBlanks(bytes, from, to);
        int i = end;
        while (i > from && (isDigit(bytes[i - 1]) || bytes[i - 1] == '.')) {
            i--;
        }
        if (i == from || bytes[i - 1] != '/') {
            return -1;
        }
        int start = withoutBlanks(bytes, from, i - 1) - 3;
        return start > from && isBlank(bytes[start - 1]) && endOfVersion(bytes, start, end) == end ? start : -1;
    }

    /** The end of the line without blanks at its end. */
    static int withoutBlanks(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && isBlank(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    static int endOfToken(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && Lexical.isTokenChar(bytes[i])) {
            i++;
        }
        return i;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isStatusLine(byte[] bytes, int version, int to) {
        return version < to && isBlank(bytes[version]) && withoutBlanks(bytes, version, to) > version;
    }

    private static boolean isRequestLine(byte[] bytes, int from, int to) {
        // The last digit of the version decides most lines that are no request line.
        int end = withoutBlanks(bytes, from, to);
        if (end - from < 9 || !isDigit(bytes[end - 1]) || versionOfRequest(bytes, from, to) < 0) {
            return false;
        }
        int method = endOfToken(bytes, from, to);
        return method > from && method < to && isBlank(bytes[method]);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
