package org.callcause.message;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hashes of what a message carries, taken from its bytes: a cheap way to find what is the same, in one call or in two legs
 * of one. Equal texts have equal fingerprints, within one run of the machine; that equal fingerprints stand for equal texts
 * is all but certain.
 */
public final class Fingerprint {

    /** What there is none of. */
    public static final long NONE = 0;

    /** Odd numbers without a pattern, the fractions of square roots; the secret makes them unknown to who sends messages. */
    private static final long FIRST = 0x6A09_E667_F3BC_C909L ^ secret();

    private static final long SECOND = 0xBB67_AE85_84CA_A73BL ^ secret();
    private static final AsciiWord ICID = AsciiWord.of("icid-value=");
    private static final AsciiWord BRANCH = AsciiWord.of("branch=");
    private static final AsciiWord COOKIE = AsciiWord.of("z9hg4bk");

    private Fingerprint() {}

    /** That of a text. */
    public static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** That of the Call-ID. */
    public static long ofCallId(SipMessage message) {
        return message.keys().callIdFingerprint();
    }

    /** That of the whole value of the first header of this name. */
    public static long ofHeader(SipMessage message, HeaderName name) {
        MessageIndex index = message.index();
        int line = index.find(name, 0);
        if (line < 0) {
            return NONE;
        }
        if (index.isFolded(line)) {
            return of(index.value(line));
        }
        int end = index.valueEnd(line);
        return of(index.bytes, index.valueStart(line, end), end);
    }

    /** That of what stands before the first semicolon in this header: of Session-ID the UUID of the sender (RFC 7989 5). */
    public static long ofFirstPart(SipMessage message, HeaderName name) {
        MessageIndex index = message.index();
        int line = index.find(name, 0);
        if (line < 0) {
            return NONE;
        }
        int end = index.valueEnd(line);
        int from = index.valueStart(line, end);
        return of(index.bytes, from, endOfToken(index.bytes, from, end));
    }

    /** That of the icid-value in P-Charging-Vector (RFC 7315 4.6), without quotes. */
    public static long ofChargingId(SipMessage message) {
        MessageIndex index = message.index();
        int line = index.find(HeaderName.P_CHARGING_VECTOR, 0);
        if (line < 0) {
            return NONE;
        }
        byte[] bytes = index.bytes;
        int end = index.valueEnd(line);
        int name = ICID.find(bytes, index.lineStart(line), end);
        if (name < 0) {
            return NONE;
        }
        int from = name + ICID.length();
        if (from < end && bytes[from] == '"') {
            return of(bytes, from + 1, Words.indexOf('"', bytes, from + 1, end));
        }
        return of(bytes, from, endOfToken(bytes, from, end));
    }

    /** That of the o= line of the session description, where the body begins with one. */
    public static long ofSessionOrigin(SipMessage message) {
        MessageIndex index = message.index();
        byte[] bytes = index.bytes;
        int version = Words.indexOfLineFeed(bytes, index.bodyStart, index.bodyEnd);
        int from = version + 1;
        if (from + 2 >= index.bodyEnd || bytes[from] != 'o' || bytes[from + 1] != '=') {
            return NONE;
        }
        int end = Words.indexOfLineFeed(bytes, from, index.bodyEnd);
        while (end > from && bytes[end - 1] <= ' ') {
            end--;
        }
        return of(bytes, from, end);
    }

    /**
     * That of the branch of the lowest Via, which an element that keeps the Vias hands on; {@link #NONE} where it does not
     * begin with the cookie that makes it unique (RFC 3261 8.1.1.7).
     */
    public static long ofLowestBranch(SipMessage message) {
        MessageIndex index = message.index();
        byte[] bytes = index.bytes;
        int line = index.find(HeaderName.VIA, 0);
        for (int next = line; next >= 0; next = index.find(HeaderName.VIA, next + 1)) {
            line = next;
        }
        if (line < 0) {
            return NONE;
        }
        int end = index.valueEnd(line);
        long lowest = NONE;
        int at = Words.indexOf(';', bytes, index.lineStart(line), end);
        while (at < end) {
            int name = at + 1;
            while (name < end && bytes[name] == ' ') {
                name++;
            }
            int from = name + BRANCH.length();
            int to = name;
            if (BRANCH.isAt(bytes, name, end)) {
                to = endOfToken(bytes, from, end);
                boolean unique = to - from > COOKIE.length() && COOKIE.isAt(bytes, from, to);
                lowest = unique ? of(bytes, from, to) : NONE;
            }
            at = Words.indexOf(';', bytes, to, end);
        }
        return lowest;
    }

    /** That of the last seven digits of both parties' numbers; {@link #NONE} where one of them is no number. */
    public static long ofLastDigits(SipMessage message) {
        return PartyHash.ofLastDigits(message.index());
    }

    private static int endOfToken(byte[] bytes, int from, int end) {
        int to = from;
        while (to < end && bytes[to] != ';' && bytes[to] != ',' && bytes[to] > ' ') {
            to++;
        }
        return to;
    }

    /** That of these bytes: products of 128 bits, folded, of sixteen bytes at a time. */
    static long of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= 0) {
            return NONE;
        }
        long hash = length * FIRST;
        int i = from;
        for (; to - i > 2 * Long.BYTES; i += 2 * Long.BYTES) {
            hash = product(Words.at(bytes, i) ^ FIRST, Words.at(bytes, i + Long.BYTES) ^ SECOND ^ hash);
        }
        long head = 0;
        long tail = 0;
        if (length >= Long.BYTES) {
            head = to - i > Long.BYTES ? Words.at(bytes, i) : 0;
            tail = Words.at(bytes, to - Long.BYTES);
        } else {
            for (; i < to; i++) {
                tail = tail << Byte.SIZE | (bytes[i] & 0xFF);
            }
        }
        hash = product(head ^ FIRST, tail ^ SECOND ^ hash);
        return hash == NONE ? 1 : hash;
    }

    private static long product(long one, long other) {
        return Math.multiplyHigh(one, other) ^ one * other;
    }

    /** Differs from one run to the next, so that nobody can make texts that meet in one place of a table. */
    private static long secret() {
        return ThreadLocalRandom.current().nextLong() << 1;
    }
}
