package org.callcause.message;

/**
 * Measures the message at the head of a stream, which may arrive in many pieces: what was measured of an unfinished
 * message is not looked at again. Not safe for use by several threads.
 *
 * @see SipFraming
 */
public final class SipFramer {

    private static final long NONE = -1;
    private static final long UNCLEAR = -2;
    private static final int NOT_SEEN = -1;

    private final ParserLimits limits;

    /** Where the first header line starts that was not complete, from the start of the message on. */
    private int unread = NOT_SEEN;

    /** Where the body starts. */
    private int body = NOT_SEEN;

    private long contentLength = NONE;

    /** A framer with {@link ParserLimits#DEFAULT}. */
    public SipFramer() {
        this(ParserLimits.DEFAULT);
    }

    /** A framer with other limits. */
    public SipFramer(ParserLimits limits) {
        this.limits = limits;
    }

    /**
     * How long the message at {@code offset} is, with the line ends before it. After a 0 the same message is to be given
     * again, with more bytes; after any other answer, the next one.
     *
     * @param length how many bytes have arrived from {@code offset} on
     * @return the length if the message is complete; 0 if more bytes are needed; -1 if no SIP message can start here
     */
    public int messageLength(byte[] bytes, int offset, int length) {
        int measured = measure(bytes, offset, offset + length);
        if (measured != 0) {
            forget();
        }
        return measured;
    }

    /** Begins anew: what comes next is another message. */
    public void forget() {
        unread = NOT_SEEN;
        body = NOT_SEEN;
        contentLength = NONE;
    }

    private int measure(byte[] bytes, int offset, int end) {
        int start = MessageScanner.skipLineEnds(bytes, offset, end);
        if (unread == NOT_SEEN) {
            int lineFeed = Words.indexOfLineFeed(bytes, start, end);
            if (lineFeed == end) {
                return end - start < limits.headerValueBytes() && canStart(bytes, start, end) ? 0 : -1;
            }
            if (!SipFraming.isStartLine(bytes, start, lineFeed)) {
                return -1;
            }
            unread = lineFeed + 1 - offset;
        }
        if (body == NOT_SEEN) {
            readHeaders(bytes, offset, end);
        }
        if (body == NOT_SEEN) {
            return end - start >= limits.messageBytes() ? start - offset + limits.messageBytes() : 0;
        }
        long messageEnd = offset + body + Math.max(contentLength, 0);
        if (messageEnd - start > limits.messageBytes()) {
            return body;
        }
        return messageEnd <= end ? (int) messageEnd - offset : 0;
    }

    private void readHeaders(byte[] bytes, int offset, int end) {
        int line = offset + unread;
        while (line < end && body == NOT_SEEN) {
            int lineFeed = Words.indexOfLineFeed(bytes, line, end);
            if (lineFeed < end && MessageScanner.withoutReturn(bytes, line, lineFeed) == line) {
                body = lineFeed + 1 - offset;
                return;
            }
            lineFeed = MessageScanner.endOfFolds(bytes, lineFeed, end);
            if (lineFeed + 1 >= end) {
                // Only the first byte of the next line tells whether it goes on.
                return;
            }
            contentLength = contentLength(bytes, line, lineFeed, contentLength);
            line = lineFeed + 1;
            unread = line - offset;
        }
    }

    /** Whether the incomplete line may become a start line: text that starts with a method or with SIP/. */
    private static boolean canStart(byte[] bytes, int from, int to) {
        int word = StartLine.endOfToken(bytes, from, to);
        boolean text = word == to || (word > from && (bytes[word] == ' ' || bytes[word] == '\t' || bytes[word] == '/'));
        for (int i = word; i < to && text; i++) {
            text = bytes[i] < 0 || bytes[i] >= ' ' || bytes[i] == '\t' || bytes[i] == '\r';
        }
        return text;
    }

    /** What the headers up to {@code to} say together: a number, {@code NONE} so far, or {@code UNCLEAR}. */
    private static long contentLength(byte[] bytes, int from, int to, long before) {
        int nameEnd = from;
        while (nameEnd < to && MessageIndex.isNameByte(bytes[nameEnd])) {
            nameEnd++;
        }
        if (before == UNCLEAR || KnownHeaders.find(bytes, from, nameEnd) != HeaderName.CONTENT_LENGTH.id()) {
            return before;
        }
        long length = ContentLength.read(bytes, from, to);
        return length == ContentLength.UNREADABLE || (before != NONE && before != length) ? UNCLEAR : length;
    }
}
