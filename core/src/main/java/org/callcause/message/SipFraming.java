package org.callcause.message;

/**
 * Finds SIP messages in a stream of bytes: TCP, decrypted TLS, text. A datagram needs none of this.
 *
 * <p>On a stream Content-Length says where a message ends (RFC 3261 section 18.3). Where it is missing, unreadable,
 * contradictory or beyond the limits, the message is taken to end with its headers: what follows is either the next
 * message or something which {@link #startOfMessage} skips.
 */
public final class SipFraming {
    private SipFraming() {}

    /** The same with {@link ParserLimits#DEFAULT}. */
    public static int messageLength(byte[] bytes, int offset, int length) {
        return messageLength(bytes, offset, length, ParserLimits.DEFAULT);
    }

    /**
     * How long the message at {@code offset} is, with the line ends before it.
     *
     * @param length how many bytes have arrived from {@code offset} on
     * @return the length if the message is complete; 0 if more bytes are needed; -1 if no SIP message can start here
     */
    public static int messageLength(byte[] bytes, int offset, int length, ParserLimits limits) {
        return new SipFramer(limits).messageLength(bytes, offset, length);
    }

    /**
     * Where the next line starts which looks like the start line of a SIP message: to go on after bytes that are none.
     *
     * @return an index from {@code from} on and below {@code to}, or -1
     */
    public static int startOfMessage(byte[] bytes, int from, int to) {
        boolean startsLine = from == 0 || bytes[from - 1] == '\n';
        int line = startsLine ? from : Words.indexOfLineFeed(bytes, from, to) + 1;
        while (line < to) {
            int lineFeed = Words.indexOfLineFeed(bytes, line, to);
            if (isStartLine(bytes, line, lineFeed) && isCertain(bytes, line, lineFeed)) {
                return line;
            }
            line = lineFeed + 1;
        }
        return -1;
    }

    static boolean isStartLine(byte[] bytes, int from, int lineFeed) {
        return StartLine.kindOf(bytes, from, MessageScanner.withoutReturn(bytes, from, lineFeed))
                != StartLine.Kind.NONE;
    }

    /** Sorts out the lines of a log that quote a start line: behind the first word must stand a number or a URI. */
    private static boolean isCertain(byte[] bytes, int from, int to) {
        int version = StartLine.endOfVersion(bytes, from, to);
        int i = version > 0 ? version : StartLine.endOfToken(bytes, from, to);
        while (StartLine.isBlank(bytes[i])) {
            i++;
        }
        if (version > 0) {
            return bytes[i] >= '0' && bytes[i] <= '9';
        }
        int scheme = bytes[i] == '<' ? i + 1 : i;
        int schemeEnd = StartLine.endOfToken(bytes, scheme, to);
        boolean letterFirst = (bytes[scheme] | 0x20) >= 'a' && (bytes[scheme] | 0x20) <= 'z';
        return letterFirst && schemeEnd < to && bytes[schemeEnd] == ':';
    }
}
