package org.callcause.message;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads SIP messages from bytes, in one pass that notes where everything is; values are read when somebody asks for them.
 *
 * <p>No bytes make it throw. What breaks the grammar becomes a message with {@link SipMessage#defects() defects}; what is
 * not SIP at all gives an empty result. The work is linear in the length of the input and bounded by
 * {@link ParserLimits}.
 *
 * <p>A parser keeps working memory from one message to the next: let only one thread at a time use it. The messages may
 * go to any thread.
 */
public final class SipParser {
    private final MessageScanner scanner;

    /** A parser with {@link ParserLimits#DEFAULT}. */
    public SipParser() {
        this(ParserLimits.DEFAULT);
    }

    /** A parser with other limits. */
    public SipParser(ParserLimits limits) {
        this.scanner = new MessageScanner(limits);
    }

    /**
     * Reads the one message which fills the range: a datagram, or the part of a stream that {@link SipFraming} has
     * measured. Line ends before the start line, as sent to keep a connection alive, are skipped. The message is a view:
     * it reads from this array, which must not change while the message is used; see {@link SipMessage#detach()}.
     *
     * @return empty if the first line is not the start line of a SIP message
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public Optional<SipMessage> parse(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return Optional.ofNullable(scanner.scan(bytes, offset, offset + length, false));
    }

    /**
     * Reads the same from a copy of its own, made once and only of what is a message: for keeping when the array will
     * change. Cheaper than {@link SipMessage#detach()} afterwards.
     */
    public Optional<SipMessage> parseCopy(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        return Optional.ofNullable(scanner.scan(bytes, offset, offset + length, true));
    }

    /** Reads the one message which fills the array; see {@link #parse(byte[], int, int)}. */
    public Optional<SipMessage> parse(byte[] bytes) {
        return parse(bytes, 0, bytes.length);
    }

    /** Reads a message from text, as UTF-8; see {@link #parse(byte[], int, int)}. Plain line feeds are accepted. */
    public Optional<SipMessage> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
