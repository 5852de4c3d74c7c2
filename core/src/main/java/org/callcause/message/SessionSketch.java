package org.callcause.message;

import java.util.Arrays;

/**
 * What a glance at a session description shows: whether it is the plain one that most calls have, of one unencrypted
 * audio stream in both directions over IPv4. Found in the bytes, so that ordinary sessions need not be read; whatever
 * else there is counts as unusual.
 */
public final class SessionSketch {

    private static final AsciiWord SDP = AsciiWord.of("application/sdp");
    private static final AsciiWord AUDIO = AsciiWord.of("audio ");
    private static final AsciiWord PLAIN_RTP = AsciiWord.of(" rtp/avp ");
    private static final AsciiWord IPV4 = AsciiWord.of("in ip4 ");
    private static final AsciiWord MAPPING = AsciiWord.of("rtpmap:");
    private static final AsciiWord KEY_TONES = AsciiWord.of("telephone-event");
    private static final AsciiWord[] UNUSUAL_ATTRIBUTES = {
        AsciiWord.of("inactive"),
        AsciiWord.of("sendonly"),
        AsciiWord.of("recvonly"),
        AsciiWord.of("crypto:"),
        AsciiWord.of("fingerprint:"),
        AsciiWord.of("setup:")
    };

    private static final int UNUSUAL_INITIALS = Arrays.stream(UNUSUAL_ATTRIBUTES)
            .mapToInt(word -> letter(word.head()))
            .reduce(0, (some, other) -> some | other);

    /** The payload types from 96 on mean what an rtpmap says (RFC 3551 6). */
    private static final long DYNAMIC = -1L << 32;

    /** Comfort noise, by its number and by an older one: no voice. */
    private static final long NOISE = 1L << 13 | 1L << 19;

    private static final int NONE = -1;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private boolean plain = true;
    private int streams;
    private int addressStart = NONE;
    private int addressEnd = NONE;
    private int octets;

    /** Payload types 0 to 63 as bits; those from 64 on in {@link #high}. */
    private long low;

    private long high;
    private long mapped;
    private long mappedLow;
    private boolean keyTones;

    private SessionSketch(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** That of the message's body, which may be absent: then it is not plain. */
    static SessionSketch of(SipMessage message) {
        MessageIndex index = message.index();
        SessionSketch sketch = new SessionSketch(index.bytes, index.bodyStart, index.bodyEnd);
        int type = index.find(HeaderName.CONTENT_TYPE, 0);
        int typeEnd = type < 0 ? 0 : index.valueEnd(type);
        sketch.plain = type >= 0 && SDP.is(index.bytes, index.valueStart(type, typeEnd), typeEnd);
        if (sketch.plain) {
            sketch.readLines();
        }
        return sketch;
    }

    private void readLines() {
        int line = start;
        while (line < end) {
            int lineFeed = Words.indexOfLineFeed(bytes, line, end);
            int lineEnd = lineFeed > line && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
            if (lineEnd - line > 2 && bytes[line + 1] == '=') {
                readLine(bytes[line], line + 2, lineEnd);
            }
            line = lineFeed + 1;
        }
        octets = addressStart == NONE ? 0 : firstOctets();
        plain &= streams == 1 && addressStart != NONE && (high & DYNAMIC) == (mapped & DYNAMIC);
    }

    private void readLine(byte type, int from, int to) {
        if (type == 'm') {
            readStream(from, to);
        } else if (type == 'c') {
            readAddress(from, to);
        } else if (type == 'a') {
            readAttribute(from, to);
        }
    }

    private void readStream(int from, int to) {
        streams++;
        int port = from + AUDIO.length();
        int protocol = Words.indexOf(' ', bytes, Math.min(port, to), to);
        plain &= AUDIO.isAt(bytes, from, to)
                && AsciiSearch.number(bytes, port, protocol) > 0
                && PLAIN_RTP.isAt(bytes, protocol, to);
        int format = protocol + PLAIN_RTP.length();
        while (plain && format < to) {
            int next = Words.indexOf(' ', bytes, format, to);
            long number = AsciiSearch.number(bytes, format, next);
            plain = number >= 0 && number < 128;
            low |= number < 64 ? 1L << number : 0;
            high |= number < 64 ? 0 : 1L << number;
            format = next + 1;
        }
    }

    private void readAddress(int from, int to) {
        int address = from + IPV4.length();
        if (!IPV4.isAt(bytes, from, to) || address == to) {
            plain = false;
            return;
        }
        plain &= bytes[address] != '0'
                && (addressStart == NONE || Arrays.equals(bytes, addressStart, addressEnd, bytes, address, to));
        addressStart = address;
        addressEnd = to;
    }

    private void readAttribute(int from, int to) {
        if (bytes[from] == 'r' && MAPPING.isAt(bytes, from, to)) {
            int space = Words.indexOf(' ', bytes, from, to);
            long number = AsciiSearch.number(bytes, from + MAPPING.length(), space);
            map(number);
            keyTones |= KEY_TONES.isAt(bytes, space + 1, to);
            return;
        }
        if (mayBeUnusual(bytes[from])) {
            for (AsciiWord unusual : UNUSUAL_ATTRIBUTES) {
                plain &= !unusual.isAt(bytes, from, to);
            }
        }
    }

    private static boolean mayBeUnusual(byte initial) {
        return (UNUSUAL_INITIALS & letter(initial)) != 0;
    }

    /** A bit for each letter, in either case. */
    private static int letter(long character) {
        return 1 << (character & 0x1F);
    }

    /** Notes that a payload type has a meaning; with a second one it is not plain. */
    private void map(long number) {
        long bit = 1L << number;
        if (number >= 64 && number < 128) {
            plain &= (mapped & bit) == 0;
            mapped |= bit;
        } else if (number >= 0 && number < 64) {
            plain &= (mappedLow & bit) == 0;
            mappedLow |= bit;
        }
    }

    /**
     * Whether it is one unencrypted audio stream that is switched on, in both directions, over IPv4, with no payload type
     * mapped twice.
     */
    public boolean isPlain() {
        return plain;
    }

    /**
     * Whether this plain offer is answered by a plain session with a voice format that both name with one number, and
     * key tones in both or neither.
     */
    public boolean isPlainlyAnsweredBy(SessionSketch answer) {
        boolean voice = (low & answer.low & ~NOISE) != 0 || hasSameMapping(answer);
        return plain && answer.plain && voice && keyTones == answer.keyTones;
    }

    private boolean hasSameMapping(SessionSketch answer) {
        long common = high & answer.high & DYNAMIC;
        while (common != 0) {
            int number = 64 + Long.numberOfTrailingZeros(common);
            int mine = encoding(number);
            int other = answer.encoding(number);
            int slash = Words.indexOf('/', bytes, mine, end);
            int length = slash - mine;
            boolean same = slash < end
                    && other + length < answer.end
                    && answer.bytes[other + length] == '/'
                    && Arrays.equals(bytes, mine, slash, answer.bytes, other, other + length);
            if (same && !KEY_TONES.isAt(bytes, mine, end)) {
                return true;
            }
            common &= common - 1;
        }
        return false;
    }

    /** Where the encoding name of a dynamic payload type stands; the end of the description without one. */
    private int encoding(int number) {
        int at = MAPPING.find(bytes, start, end);
        while (at >= 0 && AsciiSearch.number(bytes, at + MAPPING.length(), end) != number) {
            at = MAPPING.find(bytes, at + MAPPING.length(), end);
        }
        return at < 0 ? end : Math.min(Words.indexOf(' ', bytes, at, end) + 1, end);
    }

    /**
     * Whether its address is one that a sender at this address may well mean: not a private one behind a public one, and
     * its own machine only on that machine.
     */
    public boolean hasPlainAddress(String sender) {
        if (addressStart == NONE || !isLocal(octets)) {
            return addressStart != NONE;
        }
        int place = firstOctets(sender);
        return isLocal(place) && (!isLoopback(octets) || isLoopback(place));
    }

    /** The first two octets of the address in one number. */
    private int firstOctets() {
        int dot = Words.indexOf('.', bytes, addressStart, addressEnd);
        long first = AsciiSearch.number(bytes, addressStart, addressEnd);
        long second = AsciiSearch.number(bytes, Math.min(dot + 1, addressEnd), addressEnd);
        return octets((int) first, (int) second);
    }

    private static int firstOctets(String address) {
        int first = 0;
        int second = 0;
        int dots = 0;
        for (int i = 0; i < address.length() && dots < 2; i++) {
            int digit = address.charAt(i) - '0';
            if (digit == '.' - '0') {
                dots++;
            } else if (dots == 0) {
                first = first * 10 + digit;
            } else {
                second = second * 10 + digit;
            }
        }
        return octets(first, second);
    }

    private static int octets(int first, int second) {
        return first << 8 | (second & 0xFF);
    }

    /** RFC 1918, RFC 6598, RFC 3927 and the own machine. */
    private static boolean isLocal(int octets) {
        int first = octets >> 8;
        int second = octets & 0xFF;
        return first == 10
                || isLoopback(octets)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254);
    }

    private static boolean isLoopback(int octets) {
        return octets >> 8 == 127;
    }

    /** Whether both stand in the same words. */
    public boolean isSameAs(SessionSketch other) {
        return Arrays.equals(bytes, start, end, other.bytes, other.start, other.end);
    }
}
