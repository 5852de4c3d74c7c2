package org.callcause.capture.pcap;

import java.io.IOException;
import org.callcause.capture.source.InputBuffer;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;

/**
 * Reads the classic capture file: microseconds or nanoseconds, written by a machine of either byte order, and the
 * variant of some old Linux systems with longer record headers. The format is draft-ietf-opsawg-pcap.
 */
public final class PcapReader {

    /** Bytes needed to tell a capture file from anything else. */
    public static final int MAGIC_LENGTH = 4;

    // Larger than any snap length in use (262,144); a longer record is taken for a damaged file.
    static final int MAX_FRAME = 1 << 20;

    private static final int FILE_HEADER_LENGTH = 24;
    private static final int RECORD_HEADER_LENGTH = 16;
    private static final int MODIFIED_RECORD_HEADER_LENGTH = 24;

    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;
    private static final int MODIFIED = 0xA1B2CD34;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final InputBuffer input;
    private final FrameSink sink;
    private final Losses losses;

    public PcapReader(InputBuffer input, FrameSink sink, Losses losses) {
        this.input = input;
        this.sink = sink;
        this.losses = losses;
    }

    /** Whether a file that begins with these four bytes is one. */
    public static boolean recognises(byte[] bytes, int offset) {
        return isMagic(new FileIntegers(true).signed32(bytes, offset))
                || isMagic(new FileIntegers(false).signed32(bytes, offset));
    }

    private static boolean isMagic(int value) {
        return value == MICROSECONDS || value == NANOSECONDS || value == MODIFIED;
    }

    /** Whether the input does not end inside the header of the file. */
    public static boolean hasHeader(InputBuffer input) throws IOException {
        return input.require(FILE_HEADER_LENGTH);
    }

    /** Reads all frames; false when the file ends inside one or is damaged from some place on. */
    public boolean read() throws IOException {
        if (!input.require(FILE_HEADER_LENGTH)) {
            return false;
        }
        byte[] header = input.bytes();
        int start = input.position();
        FileIntegers integers = new FileIntegers(isMagic(new FileIntegers(true).signed32(header, start)));
        int magic = integers.signed32(header, start);
        // The upper half of the field tells about a frame check sequence, which the IP length leaves out anyway.
        int linkType = integers.signed32(header, start + 20) & 0xFFFF;
        input.advance(FILE_HEADER_LENGTH);

        long unit = magic == NANOSECONDS ? 1 : 1000;
        int recordHeader = magic == MODIFIED ? MODIFIED_RECORD_HEADER_LENGTH : RECORD_HEADER_LENGTH;
        while (input.require(recordHeader)) {
            byte[] bytes = input.bytes();
            int record = input.position();
            long seconds = integers.unsigned32(bytes, record);
            long fraction = integers.unsigned32(bytes, record + 4);
            long captured = integers.unsigned32(bytes, record + 8);
            boolean snapped = captured < integers.unsigned32(bytes, record + 12);
            if (captured > MAX_FRAME) {
                losses.count(Loss.DAMAGED_FILE);
                return false;
            }
            input.advance(recordHeader);
            boolean whole = input.require((int) captured);
            int length = whole ? (int) captured : input.available();
            long nanos = seconds * NANOS_PER_SECOND + fraction * unit;
            sink.frame(linkType, nanos, input.bytes(), input.position(), length, snapped);
            if (!whole) {
                return false;
            }
            input.advance(length);
        }
        return input.available() == 0 && !input.isBroken();
    }
}
