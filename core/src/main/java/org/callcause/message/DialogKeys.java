package org.callcause.message;

import java.util.List;
import java.util.Optional;

/**
 * Call-ID, CSeq, tags and branch straight from the bytes: they are asked of every message, so no address object is built
 * for them. Whatever is out of the ordinary (folds, quotes among the parameters, open brackets) is left to the full
 * readers, so that the answers are always theirs.
 */
final class DialogKeys {
    private static final byte[] TAG = {'t', 'a', 'g'};
    private static final byte[] BRANCH = {'b', 'r', 'a', 'n', 'c', 'h'};
    private static final long ABSENT = -1;
    private static final long UNUSUAL = -2;

    private DialogKeys() {}

    static Optional<String> callId(MessageIndex index) {
        int line = index.find(HeaderName.CALL_ID, 0);
        if (line < 0) {
            return Optional.empty();
        }
        String callId = index.value(line);
        return callId.isEmpty() ? Optional.empty() : Optional.of(callId);
    }

    static Optional<CSeq> cseq(MessageIndex index) {
        int line = index.find(HeaderName.CSEQ, 0);
        if (line < 0) {
            return Optional.empty();
        }
        byte[] bytes = index.bytes;
        int end = index.valueEnd(line);
        int from = index.valueStart(line, end);
        int i = from;
        long number = 0;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9' && number <= 0xFFFF_FFFFL) {
            number = number * 10 + (bytes[i++] - '0');
        }
        int method = i;
        while (method < end && bytes[method] >= 0 && bytes[method] <= ' ') {
            method++;
        }
        int methodEnd = StartLine.endOfToken(bytes, method, end);
        return i == from || number > 0xFFFF_FFFFL || methodEnd == method
                ? Optional.empty()
                : Optional.of(new CSeq(number, Method.of(bytes, method, methodEnd)));
    }

    static Optional<String> tag(MessageIndex index, HeaderName name) {
        int line = index.find(name, 0);
        if (line < 0) {
            return Optional.empty();
        }
        long range = UNUSUAL;
        if (!index.isFolded(line)) {
            int end = index.valueEnd(line);
            int parameters = endOfAddress(index.bytes, index.valueStart(line, end), end);
            range = parameters < 0 ? UNUSUAL : parameter(index.bytes, parameters, end, false, TAG);
        }
        return range == UNUSUAL ? NameAddress.parse(index.value(line)).tag() : text(index, range);
    }

    static Optional<String> topBranch(MessageIndex index) {
        int line = index.find(HeaderName.VIA, 0);
        if (line < 0) {
            return Optional.empty();
        }
        long range = UNUSUAL;
        if (!index.isFolded(line)) {
            int end = index.valueEnd(line);
            int parameters = endOfSentBy(index.bytes, index.valueStart(line, end), end);
            range = parameters < 0 ? UNUSUAL : parameter(index.bytes, parameters, end, true, BRANCH);
        }
        return range == UNUSUAL ? topVia(index).flatMap(Via::branch) : text(index, range);
    }

    static Optional<Via> topVia(MessageIndex index) {
        for (int line = index.find(HeaderName.VIA, 0); line >= 0; line = index.find(HeaderName.VIA, line + 1)) {
            List<String> values = Lexical.list(index.value(line));
            if (!values.isEmpty()) {
                return Optional.of(Via.parse(values.get(0)));
            }
        }
        return Optional.empty();
    }

    /** Where the parameters behind an address start, or -1 if quotes or brackets do not close or no brackets follow the quotes. */
    private static int endOfAddress(byte[] bytes, int from, int to) {
        int semicolon = to;
        boolean quoted = false;
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (b == '<') {
                int close = i + 1;
                while (close < to && bytes[close] != '>') {
                    close++;
                }
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
        for (int i = from; i < to; i++) {
            if (bytes[i] == ';') {
                return i;
            }
            if (bytes[i] == ',' || isUnusual(bytes[i])) {
                return -1;
            }
        }
        return -1;
    }

    /** The place of a parameter's value: start in the upper half, end in the lower one. */
    private static long parameter(byte[] bytes, int from, int to, boolean list, byte[] name) {
        int piece = from;
        while (piece < to) {
            int equals = -1;
            int i = piece;
            while (i < to && bytes[i] != ';' && !(list && bytes[i] == ',')) {
                if (isUnusual(bytes[i])) {
                    return UNUSUAL;
                }
                if (bytes[i] == '=' && equals < 0) {
                    equals = i;
                }
                i++;
            }
            int nameStart = skipBlanks(bytes, piece, i);
            int nameEnd = dropBlanks(bytes, nameStart, equals < 0 ? i : equals);
            if (KnownHeaders.equalsIgnoreCase(name, bytes, nameStart, nameEnd)) {
                int valueStart = equals < 0 ? i : skipBlanks(bytes, equals + 1, i);
                int valueEnd = dropBlanks(bytes, valueStart, i);
                return valueEnd == valueStart ? ABSENT : (long) valueStart << 32 | valueEnd;
            }
            if (i < to && bytes[i] == ',') {
                return ABSENT;
            }
            piece = i + 1;
        }
        return ABSENT;
    }

    private static boolean isUnusual(byte b) {
        return b == '"' || b == '<' || b == '(';
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= 0 && bytes[i] <= ' ') {
            i++;
        }
        return i;
    }

    private static int dropBlanks(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && bytes[i - 1] >= 0 && bytes[i - 1] <= ' ') {
            i--;
        }
        return i;
    }

    private static Optional<String> text(MessageIndex index, long range) {
        return range == ABSENT ? Optional.empty() : Optional.of(index.text((int) (range >>> 32), (int) range));
    }
}
