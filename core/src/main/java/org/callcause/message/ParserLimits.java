package org.callcause.message;

/**
 * How much of one message is read. What goes beyond is left out, and the message says so with
 * {@link DefectKind#LIMIT_EXCEEDED}.
 *
 * @param messageBytes the longest message, 1 to 16,777,215 bytes; the rest is cut off
 * @param headers the most header lines; later ones are left out
 * @param headerValueBytes the longest header line with its folds; the rest of the value is cut off
 */
public record ParserLimits(int messageBytes, int headers, int headerValueBytes) {
    /** 64 KiB a message (no datagram is longer), 256 headers, 16 KiB a header. */
    public static final ParserLimits DEFAULT = new ParserLimits(64 * 1024, 256, 16 * 1024);

    /** Refuses bounds below 1, and messages of 16 MiB: the index keeps 24 bits for the place of a line. */
    public ParserLimits {
        if (messageBytes < 1 || messageBytes > 0xFFFFFF || headers < 1 || headerValueBytes < 1) {
            throw new IllegalArgumentException("Limits must be positive, and messageBytes at most 16777215");
        }
    }
}
