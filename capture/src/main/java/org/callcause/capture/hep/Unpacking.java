package org.callcause.capture.hep;

import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.callcause.message.ParserLimits;

/**
 * Unpacks the compressed payload of a HEP packet: zlib as most agents send it, gzip, or bare deflate. What would become
 * longer than a message may be is not unpacked, however small it is packed.
 */
final class Unpacking {

    private static final int LIMIT = ParserLimits.DEFAULT.messageBytes();
    private static final int GZIP_HEADER = 10;
    /** The flags of a gzip header that announce further fields (RFC 1952 2.3.1). */
    private static final int GZIP_MORE_FIELDS = 0x1E;

    private final byte[] room = new byte[LIMIT + 1];
    private int length;

    /** Unpacks; the result stands in {@link #bytes} until the next call. */
    boolean unpack(byte[] bytes, int offset, int end) {
        if (end - offset > GZIP_HEADER && (bytes[offset] & 0xFF) == 0x1F && (bytes[offset + 1] & 0xFF) == 0x8B) {
            boolean plain = (bytes[offset + 3] & GZIP_MORE_FIELDS) == 0;
            return plain && inflate(bytes, offset + GZIP_HEADER, end, true).isPresent();
        }
        return inflate(bytes, offset, end, false).isPresent()
                || inflate(bytes, offset, end, true).isPresent();
    }

    byte[] bytes() {
        return room;
    }

    int length() {
        return length;
    }

    private Optional<Integer> inflate(byte[] bytes, int offset, int end, boolean bare) {
        Inflater inflater = new Inflater(bare);
        try {
            inflater.setInput(bytes, offset, end - offset);
            length = 0;
            while (!inflater.finished() && length <= LIMIT) {
                int more = inflater.inflate(room, length, room.length - length);
                if (more == 0) {
                    return Optional.empty();
                }
                length += more;
            }
            return length > 0 && length <= LIMIT ? Optional.of(length) : Optional.empty();
        } catch (DataFormatException damaged) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
