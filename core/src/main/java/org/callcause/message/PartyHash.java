package org.callcause.message;

import java.nio.charset.StandardCharsets;

/**
 * A hash of who calls whom. In the plain cases it is taken from the bytes; all others are left to the full readers, so
 * that two messages with the same users always have the same hash.
 */
final class PartyHash {

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 7;

    private PartyHash() {}

    static long of(MessageIndex index) {
        return (long) ofUser(index, HeaderName.FROM) << 32 | (ofUser(index, HeaderName.TO) & 0xFFFF_FFFFL);
    }

    /**
     * A hash of the last digits of both users, so that a number with and without its prefix is one; 0 where one of them is
     * no number of {@value #FEWEST_DIGITS} digits or more.
     */
    static long ofLastDigits(MessageIndex index) {
        int from = lastDigits(index, HeaderName.FROM);
        int to = lastDigits(index, HeaderName.TO);
        return from == 0 || to == 0 ? 0 : (long) from << 32 | (to & 0xFFFF_FFFFL);
    }

    private static int lastDigits(MessageIndex index, HeaderName name) {
        int line = index.find(name, 0);
        if (line < 0 || index.isFolded(line)) {
            return 0;
        }
        byte[] bytes = index.bytes;
        int start = index.lineStart(line);
        int end = index.valueEnd(line);
        int open = Words.indexOf('<', bytes, start, end);
        int at = Words.indexOf('@', bytes, open < end ? open : start, end);
        int digits = at;
        while (digits > Math.max(start, at - MOST_DIGITS) && bytes[digits - 1] >= '0' && bytes[digits - 1] <= '9') {
            digits--;
        }
        return at == end || at - digits < FEWEST_DIGITS ? 0 : (int) Fingerprint.of(bytes, digits, at);
    }

    private static int ofUser(MessageIndex index, HeaderName name) {
        int line = index.find(name, 0);
        if (line < 0) {
            return 0;
        }
        int end = index.valueEnd(line);
        long user = index.isFolded(line) ? Range.UNUSUAL : user(index.bytes, index.valueStart(line, end), end);
        return user == Range.UNUSUAL
                ? readInFull(index.value(line))
                : (int) Fingerprint.of(index.bytes, Range.from(user), Range.to(user));
    }

    /** The user of a SIP URI in angle brackets that holds one {@code @} and is ASCII up to it. */
    static long user(byte[] bytes, int from, int to) {
        int open = from;
        while (open < to && bytes[open] != '<') {
            if (bytes[open] == '\\') {
                return Range.UNUSUAL;
            }
            open++;
        }
        boolean quoted = open > from && !quotesClose(bytes, from, open);
        int scheme = open + 1;
        int user = scheme + 4;
        if (quoted || user >= to || !isSip(bytes, scheme) || bytes[scheme + 3] != ':') {
            return Range.UNUSUAL;
        }
        int end = -1;
        int at = -1;
        int close = Words.indexOf('>', bytes, user, to);
        for (int i = user; i < close; i++) {
            if (bytes[i] == '@') {
                if (at >= 0) {
                    return Range.UNUSUAL;
                }
                at = i;
                end = end < 0 ? i : end;
            } else if (at < 0 && (bytes[i] <= ' ' || bytes[i] == '<')) {
                return Range.UNUSUAL;
            } else if (bytes[i] == ':' && end < 0) {
                end = i;
            }
        }
        return close == to || at <= user || end == user ? Range.UNUSUAL : Range.of(user, end);
    }

    private static boolean quotesClose(byte[] bytes, int from, int to) {
        int quotes = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                quotes++;
            }
        }
        return (quotes & 1) == 0;
    }

    private static boolean isSip(byte[] bytes, int at) {
        return (bytes[at] | 0x20) == 's' && (bytes[at + 1] | 0x20) == 'i' && (bytes[at + 2] | 0x20) == 'p';
    }

    private static int readInFull(String value) {
        SipUri uri = NameAddress.parse(value).uri();
        byte[] who = uri.user().orElseGet(uri::raw).getBytes(StandardCharsets.UTF_8);
        return (int) Fingerprint.of(who, 0, who.length);
    }
}
