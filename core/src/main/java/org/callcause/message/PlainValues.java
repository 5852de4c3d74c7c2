package org.callcause.message;

/**
 * Tells at the bytes alone which header values are written as nearly all are, so that only the others have to be read to
 * find out whether they follow the grammar. What is plain here follows it (RFC 3261 section 25.1).
 */
final class PlainValues {

    private static final AsciiWord SIP = AsciiWord.of("sip");
    private static final long VIA = Words.head("SIP/2.0/");

    /** The most digits of a number that needs no look at its size: nine fit everywhere but in Max-Forwards. */
    private static final int MOST_DIGITS = 9;

    private static final int NONE = -1;

    private static final byte LETTER_OR_DIGIT = 1;
    private static final byte OF_NAME = 2;

    /** What each ASCII character may stand in. */
    private static final byte[] KINDS = new byte[128];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            KINDS[c] = alphanumeric ? LETTER_OR_DIGIT | OF_NAME : "-._+~".indexOf(c) >= 0 ? OF_NAME : 0;
        }
    }

    /** A look at the bytes from one place to another. */
    @FunctionalInterface
    interface Look {
        /** Whether they are a plain value. */
        boolean isPlain(byte[] bytes, int from, int to);
    }

    private PlainValues() {}

    /** {@code "Name" <sip:user@host:port;parameter>;parameter}, where the name, the user and more may be missing. */
    static boolean isAddress(byte[] bytes, int from, int to) {
        int open = endOfDisplayName(bytes, from, to);
        if (open >= to || bytes[open] != '<') {
            return false;
        }
        int close = open + 1;
        while (close < to && bytes[close] != '>') {
            close++;
        }
        return close < to && isUri(bytes, open + 1, close) && areParameters(bytes, close + 1, to);
    }

    private static int endOfDisplayName(byte[] bytes, int from, int to) {
        if (from >= to || bytes[from] != '"') {
            return from;
        }
        int i = from + 1;
        while (i < to && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        i++;
        while (i < to && bytes[i] == ' ') {
            i++;
        }
        return i;
    }

    /** {@code sip:user@host:port;parameter}, or the same with sips. */
    static boolean isUri(byte[] bytes, int from, int to) {
        int i = from + SIP.length();
        if (!SIP.isAt(bytes, from, to)) {
            return false;
        }
        if (i < to && bytes[i] == 's') {
            i++;
        }
        if (i >= to || bytes[i] != ':') {
            return false;
        }
        int userOrHost = i + 1;
        int end = endOfNames(bytes, userOrHost, to);
        if (end > userOrHost && end < to && bytes[end] == '@') {
            return isHostWithParameters(bytes, end + 1, to);
        }
        return isHostWithParameters(bytes, userOrHost, to);
    }

    /** {@code SIP/2.0/UDP host:port;branch=z9hG4bK...}, one alone. */
    static boolean isVia(byte[] bytes, int from, int to) {
        int i = from + Long.BYTES;
        if (to <= i || Words.at(bytes, from) != VIA) {
            return false;
        }
        int transport = i;
        while (i < to && isLetterOrDigit(bytes[i])) {
            i++;
        }
        return i > transport && i < to && bytes[i] == ' ' && isHostWithParameters(bytes, i + 1, to);
    }

    /** Not a blank in it. */
    static boolean isCallId(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] > ' ') {
            i++;
        }
        return i == to && to > from;
    }

    /** {@code 1 INVITE}. */
    static boolean isCSeq(byte[] bytes, int from, int to) {
        int blank = AsciiSearch.endOfDigits(bytes, from, to);
        int method = blank + 1;
        int i = method;
        while (i < to && isLetterOrDigit(bytes[i])) {
            i++;
        }
        return blank > from
                && blank - from <= MOST_DIGITS
                && blank < to
                && bytes[blank] == ' '
                && i > method
                && i == to;
    }

    /** Digits alone, and few enough. */
    static boolean isNumber(byte[] bytes, int from, int to) {
        return to > from && to - from <= MOST_DIGITS && AsciiSearch.endOfDigits(bytes, from, to) == to;
    }

    /** {@code 1800;refresher=uac}. */
    static boolean isNumberWithParameters(byte[] bytes, int from, int to) {
        int end = AsciiSearch.endOfDigits(bytes, from, to);
        return end > from && end - from <= MOST_DIGITS && areParameters(bytes, end, to);
    }

    /** A number below a hundred. */
    static boolean isShortNumber(byte[] bytes, int from, int to) {
        return to - from <= 2 && isNumber(bytes, from, to);
    }

    private static boolean isHostWithParameters(byte[] bytes, int from, int to) {
        int end = endOfHost(bytes, from, to);
        return end != NONE && areParameters(bytes, end, to);
    }

    /** The end of {@code host:port}, or {@link #NONE}. A port of more than four digits may be too large. */
    private static int endOfHost(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (isLetterOrDigit(bytes[i]) || bytes[i] == '.' || bytes[i] == '-')) {
            i++;
        }
        if (i == from) {
            return NONE;
        }
        if (i == to || bytes[i] != ':') {
            return i;
        }
        int port = i + 1;
        int end = AsciiSearch.endOfDigits(bytes, port, to);
        return end > port && end - port <= 4 && bytes[port] != '0' ? end : NONE;
    }

    /** Nothing, or {@code ;name=value} again and again. */
    private static boolean areParameters(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            int name = i + 1;
            int end = endOfNames(bytes, name, to);
            if (bytes[i] != ';' || end == name) {
                return false;
            }
            i = end;
            if (i < to && bytes[i] == '=') {
                i = endOfNames(bytes, i + 1, to);
            }
        }
        return true;
    }

    private static int endOfNames(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isOfName(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean isOfName(byte b) {
        return b >= 0 && (KINDS[b] & OF_NAME) != 0;
    }

    private static boolean isLetterOrDigit(byte b) {
        return b >= 0 && (KINDS[b] & LETTER_OR_DIGIT) != 0;
    }
}
