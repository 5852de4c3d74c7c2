package org.callcause.message;

import java.util.Arrays;

/**
 * Cheap looks at a message, at its bytes alone, that tell what is ordinary: most messages are, and need not be read
 * further. Each errs on the side of the unusual, so what one calls plain is plain.
 */
public final class Glance {

    private static final AsciiWord NORMAL_CLEARING = AsciiWord.of("q.850;cause=16");
    private static final AsciiWord ANSWERED_ELSEWHERE = AsciiWord.of("sip;cause=200");
    private static final AsciiWord[] ENDS_OF_CALLS = {
        AsciiWord.of("normal"),
        AsciiWord.of("clear"),
        AsciiWord.of("elsewhere"),
        AsciiWord.of("terminat"),
        AsciiWord.of("hangup"),
        AsciiWord.of("bye")
    };
    private static final AsciiWord REFRESHER = AsciiWord.of("refresher=");
    private static final AsciiWord UAC = AsciiWord.of("uac");
    private static final AsciiWord TIMER = AsciiWord.of("timer");
    private static final AsciiWord RECEIVED = AsciiWord.of(";received=");
    private static final AsciiWord RPORT = AsciiWord.of(";rport");
    private static final AsciiWord SIPS = AsciiWord.of("sips:");
    private static final AsciiWord REG_ID = AsciiWord.of("reg-id");
    private static final AsciiWord EXPIRES = AsciiWord.of("expires=");
    private static final int DEFAULT_PORT = 5060;

    private static final int CACHE_LINE = 64;

    private Glance() {}

    /** A number made of bytes so near each other that all of the message gets into the processor's cache. */
    public static int through(SipMessage message) {
        MessageIndex index = message.index();
        int sum = 0;
        for (int at = 0; at < message.length(); at += CACHE_LINE) {
            sum += index.bytes[index.start + at];
        }
        return sum;
    }

    /** Whether every Reason says a normal end, Q.850 16 or SIP 200, in words that say no more. Also without a Reason. */
    public static boolean hasPlainReasons(SipMessage message) {
        MessageIndex index = message.index();
        for (int line = index.find(HeaderName.REASON, 0); line >= 0; line = index.find(HeaderName.REASON, line + 1)) {
            if (!isPlainReason(index, line)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainReason(MessageIndex index, int line) {
        byte[] bytes = index.bytes;
        int end = index.valueEnd(line);
        int from = index.valueStart(line, end);
        int behind = from
                + (NORMAL_CLEARING.isAt(bytes, from, end) ? NORMAL_CLEARING.length() : ANSWERED_ELSEWHERE.length());
        boolean known = NORMAL_CLEARING.isAt(bytes, from, end) || ANSWERED_ELSEWHERE.isAt(bytes, from, end);
        if (!known || index.isFolded(line)) {
            return false;
        }
        if (behind == end) {
            return true;
        }
        if (bytes[behind] != ';' || Words.indexOf(',', bytes, behind, end) < end) {
            return false;
        }
        for (AsciiWord word : ENDS_OF_CALLS) {
            if (word.find(bytes, behind, end) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The number that this header starts with, up to nine digits; -1 without the header or a number. */
    public static long number(SipMessage message, HeaderName name) {
        MessageIndex index = message.index();
        int line = index.find(name, 0);
        if (line < 0) {
            return -1;
        }
        int end = index.valueEnd(line);
        return AsciiSearch.number(index.bytes, index.valueStart(line, end), end);
    }

    /**
     * Whether the Session-Expires of this 2xx says who refreshes, and requires the timer where that is the side that
     * asked (RFC 4028 9).
     */
    public static boolean namesRefresher(SipMessage success) {
        MessageIndex index = success.index();
        int line = index.find(HeaderName.SESSION_EXPIRES, 0);
        if (line < 0) {
            return false;
        }
        int end = index.valueEnd(line);
        int refresher = REFRESHER.find(index.bytes, index.valueStart(line, end), end);
        return refresher >= 0
                && (!UAC.isAt(index.bytes, refresher + REFRESHER.length(), end)
                        || has(TIMER, index, HeaderName.REQUIRE));
    }

    private static boolean has(AsciiWord word, MessageIndex index, HeaderName name) {
        int line = index.find(name, 0);
        return line >= 0 && word.find(index.bytes, index.lineStart(line), index.valueEnd(line)) >= 0;
    }

    /** Whether the Request-URI stands word for word in the Contact of the other side's message, or that has none. */
    public static boolean isAimedAtContact(SipRequest request, SipMessage peer) {
        MessageIndex contact = peer.index();
        int line = contact.find(HeaderName.CONTACT, 0);
        if (line < 0) {
            return true;
        }
        long target = target(request.index());
        return !Range.isEmpty(target)
                && contains(contact, line, request.index().bytes, Range.from(target), Range.to(target));
    }

    private static boolean contains(MessageIndex index, int line, byte[] wanted, int from, int to) {
        byte[] bytes = index.bytes;
        int end = index.valueEnd(line);
        int length = to - from;
        int last = end - length;
        // Nearly always the address stands in brackets.
        int i = Words.indexOf('<', bytes, index.lineStart(line), end) + 1;
        i = i <= last && bytes[i] == wanted[from] ? i : index.lineStart(line);
        for (; i <= last; i++) {
            if (bytes[i] == wanted[from]
                    && Arrays.equals(bytes, i, i + length, wanted, from, to)
                    && isEndOfAddress(bytes, i + length, end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether host and port of an address end here: a shorter one may be the beginning of another. */
    private static boolean isEndOfAddress(byte[] bytes, int at, int end) {
        return at == end || bytes[at] == '>' || bytes[at] == ';' || bytes[at] == '?' || bytes[at] == ',';
    }

    /** What the top Via of a request tells of its way. */
    public enum SentBy {
        /** The transport, address and port that the request came by. */
        SAME,
        /** The transport that it came by, and another address or port. */
        OTHER_PLACE,
        /** Anything else. */
        OTHER
    }

    /** Compares the top Via with what carried the request and where it came from. */
    public static SentBy sentBy(SipMessage request, String transport, String host, int port) {
        MessageIndex index = request.index();
        int line = index.find(HeaderName.VIA, 0);
        if (line < 0) {
            return SentBy.OTHER;
        }
        byte[] bytes = index.bytes;
        int end = index.valueEnd(line);
        int at = behindTransport(bytes, index.valueStart(line, end), end, transport);
        if (at < 0) {
            return SentBy.OTHER;
        }
        return isPlace(bytes, behind(bytes, at, end, host), end, port) ? SentBy.SAME : SentBy.OTHER_PLACE;
    }

    /** The place of the host in a Via that names this transport, or -1. */
    private static int behindTransport(byte[] bytes, int from, int to, String transport) {
        int slash = Words.indexOf('/', bytes, from, to);
        slash = Words.indexOf('/', bytes, Math.min(slash + 1, to), to);
        int behind = behind(bytes, slash + 1, to, transport);
        return behind >= 0 && behind < to && bytes[behind] == ' ' ? behind + 1 : -1;
    }

    private static boolean isPlace(byte[] bytes, int behindHost, int end, int port) {
        if (behindHost < 0) {
            return false;
        }
        boolean named = behindHost < end && bytes[behindHost] == ':';
        long sentPort = named ? AsciiSearch.number(bytes, behindHost + 1, end) : DEFAULT_PORT;
        return sentPort == port && (named || behindHost == end || bytes[behindHost] == ';');
    }

    /** The place behind this text, or -1 where it does not stand. */
    private static int behind(byte[] bytes, int from, int to, String text) {
        if (from < 0 || to - from < text.length()) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return -1;
            }
        }
        return from + text.length();
    }

    /** Whether the top Via of the response tells where the request came from, and by which port (RFC 3581 4). */
    public static boolean tellsReturnPath(SipMessage response) {
        MessageIndex index = response.index();
        int line = index.find(HeaderName.VIA, 0);
        if (line < 0) {
            return false;
        }
        byte[] bytes = index.bytes;
        int from = index.lineStart(line);
        int end = index.valueEnd(line);
        int rport = RPORT.find(bytes, from, end);
        return RECEIVED.find(bytes, from, end) >= 0
                && rport >= 0
                && rport + RPORT.length() < end
                && bytes[rport + RPORT.length()] == '=';
    }

    /** Whether both requests have one Request-URI, word for word. */
    public static boolean haveSameTarget(SipMessage one, SipMessage other) {
        long first = target(one.index());
        long second = target(other.index());
        return Arrays.equals(
                one.index().bytes,
                Range.from(first),
                Range.to(first),
                other.index().bytes,
                Range.from(second),
                Range.to(second));
    }

    /** The Request-URI up to the first blank. */
    static long target(MessageIndex index) {
        int from = StartLine.endOfToken(index.bytes, index.start, index.startLineEnd) + 1;
        return Range.of(from, Words.indexOf(' ', index.bytes, Math.min(from, index.startLineEnd), index.startLineEnd));
    }

    /** Whether the REGISTER is of one contact, without a flow of its own (RFC 5626). */
    public static boolean asksForPlainBinding(SipMessage register) {
        MessageIndex index = register.index();
        int line = onlyContact(index);
        if (line < 0) {
            return false;
        }
        int end = index.valueEnd(line);
        int from = index.valueStart(line, end);
        return from < end && index.bytes[from] != '*' && REG_ID.find(index.bytes, from, end) < 0;
    }

    /** Whether the 2xx to a REGISTER lists one contact and how long it holds. */
    public static boolean listsPlainBinding(SipMessage success) {
        return onlyContact(success.index()) >= 0
                && (success.has(HeaderName.EXPIRES) || has(EXPIRES, success.index(), HeaderName.CONTACT));
    }

    /** The line of the one Contact; -1 where there is none, or may be more. */
    private static int onlyContact(MessageIndex index) {
        int line = index.find(HeaderName.CONTACT, 0);
        boolean alone = line >= 0
                && index.find(HeaderName.CONTACT, line + 1) < 0
                && Words.indexOf(',', index.bytes, index.lineStart(line), index.valueEnd(line)) == index.valueEnd(line);
        return alone ? line : -1;
    }

    /** Whether the first address in this header stands in angle brackets. Also without such a header. */
    public static boolean isBracketed(SipMessage message, HeaderName name) {
        MessageIndex index = message.index();
        int line = index.find(name, 0);
        if (line < 0) {
            return true;
        }
        int end = index.valueEnd(line);
        return Words.indexOf('<', index.bytes, index.lineStart(line), end) < end;
    }

    /** Whether some value of this header holds this text, ASCII and in lower case, in whatever case. */
    public static boolean mentions(SipMessage message, HeaderName name, String text) {
        MessageIndex index = message.index();
        for (int line = index.find(name, 0); line >= 0; line = index.find(name, line + 1)) {
            if (AsciiSearch.holds(text, index.bytes, index.lineStart(line), index.lineEnd(line))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the request line holds this text, ASCII and in lower case, in whatever case. */
    public static boolean asksFor(SipRequest request, String text) {
        MessageIndex index = request.index();
        return AsciiSearch.holds(text, index.bytes, index.start, index.startLineEnd);
    }

    /** Whether the request line asks for a secure address. */
    public static boolean asksForSips(SipRequest request) {
        MessageIndex index = request.index();
        int uri = StartLine.endOfToken(index.bytes, index.start, index.startLineEnd) + 1;
        return SIPS.isAt(index.bytes, uri, index.startLineEnd);
    }
}
