package org.callcause.message;

import java.nio.charset.StandardCharsets;

/** A parameter that is a key: finds it in the plain cases; all others are {@link Range#UNUSUAL}. */
final class KeyParameter {

    /** Of From and To. */
    static final KeyParameter TAG = new KeyParameter("tag");

    /** Of Via, where a comma begins the next. */
    static final KeyParameter BRANCH = new KeyParameter("branch");

    /** What parts parameters, and what may hide such: quotes, brackets, comments. */
    private static final boolean[] DELIMITERS = new boolean[128];

    static {
        ";,=\"<(".chars().forEach(c -> DELIMITERS[c] = true);
    }

    private final byte[] parameter;

    /** How nearly all write it: first of all, in lower case and without a blank. */
    private final long usual;

    private final int usualLength;

    private KeyParameter(String parameter) {
        this.parameter = parameter.getBytes(StandardCharsets.US_ASCII);
        this.usual = Words.head(";" + parameter + "=");
        this.usualLength = parameter.length() + 2;
    }

    /** The {@link Range} of its value in a header. */
    long in(MessageIndex index, int line) {
        if (index.isFolded(line)) {
            return Range.UNUSUAL;
        }
        byte[] bytes = index.bytes;
        int end = index.valueEnd(line);
        int from = index.valueStart(line, end);
        int parameters = this == TAG ? endOfAddress(bytes, from, end) : endOfSentBy(bytes, from, end);
        return parameters < 0 ? Range.UNUSUAL : value(bytes, parameters, end);
    }

    /**
     * Where the parameters behind an address start, or -1 if quotes or brackets do not close or no brackets follow the
     * quotes.
     */
    private static int endOfAddress(byte[] bytes, int from, int to) {
        int semicolon = to;
        boolean quoted = false;
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (b == '<') {
                int close = Words.indexOf('>', bytes, i + 1, to);
                return close < to ? close + 1 : -1;
            } else if (b == '"') {
                quoted = true;
                i = endOfQuoted(bytes, i, to);
                if (i < 0) {
                    return -1;
                }
            } else if (b == ';' && semicolon == to) {
                semicolon = i;
            }
            i++;
        }
        return quoted ? -1 : semicolon;
    }

    private static int endOfQuoted(byte[] bytes, int open, int to) {
        for (int i = open + 1; i < to; i++) {
            if (bytes[i] == '"') {
                return i;
            }
            if (bytes[i] == '\\') {
                i++;
            }
        }
        return -1;
    }

    /** Where the parameters of a Via start, or -1 if there are none or something unusual comes first. */
    private static int endOfSentBy(byte[] bytes, int from, int to) {
        int end = endOfPlain(bytes, from, to);
        // An equals sign before the first semicolon is none of a parameter.
        while (end < to && bytes[end] == '=') {
            end = endOfPlain(bytes, end + 1, to);
        }
        return end < to && bytes[end] == ';' ? end : -1;
    }

    private long value(byte[] bytes, int from, int to) {
        long usual = usualValue(bytes, from, to);
        if (usual != Range.ABSENT) {
            return usual;
        }
        boolean list = this == BRANCH;
        int piece = from;
        while (piece < to) {
            int equals = -1;
            int i = piece;
            while (i < to && bytes[i] != ';' && !(list && bytes[i] == ',')) {
                if (bytes[i] == '=') {
                    equals = equals < 0 ? i : equals;
                } else if (isDelimiter(bytes[i]) && bytes[i] != ',') {
                    return Range.UNUSUAL;
                }
                i = endOfPlain(bytes, i + 1, to);
            }
            int nameStart = skipBlanks(bytes, piece, i);
            int nameEnd = dropBlanks(bytes, nameStart, equals < 0 ? i : equals);
            if (KnownHeaders.equalsIgnoreCase(parameter, bytes, nameStart, nameEnd)) {
                int valueStart = equals < 0 ? i : skipBlanks(bytes, equals + 1, i);
                int valueEnd = dropBlanks(bytes, valueStart, i);
                return Range.of(valueStart, valueEnd);
            }
            if (i < to && bytes[i] == ',') {
                return Range.ABSENT;
            }
            piece = i + 1;
        }
        return Range.ABSENT;
    }

    private long usualValue(byte[] bytes, int from, int to) {
        int value = from + usualLength;
        if (value > to || Words.head(bytes, from, value) != usual) {
            return Range.ABSENT;
        }
        int end = endOfPlain(bytes, value, to);
        boolean alone = end == to || bytes[end] == ';';
        return alone && end > value && !isBlank(bytes[value]) && !isBlank(bytes[end - 1])
                ? Range.of(value, end)
                : Range.ABSENT;
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }

    private static int endOfPlain(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long found = delimiters(Words.at(bytes, i));
            if (found != 0) {
                return i + Words.first(found);
            }
        }
        while (i < to && !isDelimiter(bytes[i])) {
            i++;
        }
        return i;
    }

    /**
     * Marks the bytes that are delimiters: a comma and a bracket differ in one bit, as do an equals sign and an angle
     * bracket.
     */
    private static long delimiters(long word) {
        return Words.marks('"', word)
                | Words.marks(';', word)
                | Words.marks(',', word | Words.each(',' ^ '('))
                | Words.marks('=', word | Words.each('=' ^ '<'));
    }

    private static boolean isDelimiter(byte b) {
        return b >= 0 && DELIMITERS[b];
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    private static int dropBlanks(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && isBlank(bytes[i - 1])) {
            i--;
        }
        return i;
    }
}
