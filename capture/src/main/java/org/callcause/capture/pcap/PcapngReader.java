package org.callcause.capture.pcap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.callcause.capture.source.InputBuffer;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.RawMessageSink;

/**
 * Reads pcapng files (draft-ietf-opsawg-pcapng): any number of sections, each in its own byte order, and of
 * interfaces with their own link type and unit of time; enhanced, simple and obsolete packet blocks. Other blocks
 * are passed over.
 */
public final class PcapngReader {

    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;

    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int OPTION_END = 0;
    private static final int OPTION_TIMESTAMP_RESOLUTION = 9;
    private static final int OPTION_TIMESTAMP_OFFSET = 14;

    private static final int BLOCK_HEADER_LENGTH = 8;
    private static final int MIN_BLOCK_LENGTH = 12;
    // What may stand in a packet block around the frame: 20 bytes of header, options with comments or hashes.
    private static final int MAX_BUFFERED_BLOCK = PcapReader.MAX_FRAME + (1 << 18);
    private static final int MAX_INTERFACES = 65_536;

    private final InputBuffer input;
    private final FrameSink sink;
    private final Losses losses;
    private final List<Interface> interfaces = new ArrayList<>();
    private FileIntegers integers = new FileIntegers(true);

    private record Interface(int linkType, long snapLength, TimestampUnit unit) {}

    public PcapngReader(InputBuffer input, FrameSink sink, Losses losses) {
        this.input = input;
        this.sink = sink;
        this.losses = losses;
    }

    /** Whether a file that begins with these four bytes is one. */
    public static boolean recognises(byte[] bytes, int offset) {
        return new FileIntegers(false).signed32(bytes, offset) == SECTION_HEADER;
    }

    /** Whether the input does not end inside its first block, the section header. */
    public static boolean hasHeader(InputBuffer input) throws IOException {
        if (!input.require(MIN_BLOCK_LENGTH)) {
            return false;
        }
        int start = input.position();
        boolean littleEndian =
                new FileIntegers(true).signed32(input.bytes(), start + BLOCK_HEADER_LENGTH) == BYTE_ORDER_MAGIC;
        long length = new FileIntegers(littleEndian).unsigned32(input.bytes(), start + 4);
        // A longer one is left to reading: it is damaged, or passed over piece by piece.
        return length > InputBuffer.MAX_REQUIRED || input.require((int) length);
    }

    /** Reads all frames; false when the file ends inside a block or is damaged from some place on. */
    public boolean read() throws IOException {
        while (input.require(BLOCK_HEADER_LENGTH)) {
            int type = integers.signed32(input.bytes(), input.position());
            // The type of a section header reads the same in both byte orders.
            if (type == SECTION_HEADER && !startSection()) {
                return false;
            }
            long length = integers.unsigned32(input.bytes(), input.position() + 4);
            if (length < MIN_BLOCK_LENGTH || length % 4 != 0) {
                losses.count(Loss.DAMAGED_FILE);
                return false;
            }
            if (!readBlock(type, length)) {
                return false;
            }
        }
        return input.available() == 0 && !input.isBroken();
    }

    private boolean startSection() throws IOException {
        if (!input.require(MIN_BLOCK_LENGTH)) {
            return false;
        }
        int magic = input.position() + BLOCK_HEADER_LENGTH;
        for (boolean littleEndian : new boolean[] {true, false}) {
            integers = new FileIntegers(littleEndian);
            if (integers.signed32(input.bytes(), magic) == BYTE_ORDER_MAGIC) {
                interfaces.clear();
                return true;
            }
        }
        losses.count(Loss.DAMAGED_FILE);
        return false;
    }

    private boolean readBlock(int type, long length) throws IOException {
        boolean wanted = type == INTERFACE_DESCRIPTION
                || type == ENHANCED_PACKET
                || type == SIMPLE_PACKET
                || type == OBSOLETE_PACKET;
        if (!wanted) {
            return input.skip(length);
        }
        if (length > MAX_BUFFERED_BLOCK) {
            losses.count(Loss.DAMAGED_FILE);
            return input.skip(length);
        }
        boolean whole = input.require((int) length);
        int start = input.position() + BLOCK_HEADER_LENGTH;
        int end = whole ? input.position() + (int) length - 4 : input.position() + input.available();
        switch (type) {
            case INTERFACE_DESCRIPTION -> describeInterface(start, end);
            case ENHANCED_PACKET -> readPacket(start, end, false);
            case OBSOLETE_PACKET -> readPacket(start, end, true);
            default -> readSimplePacket(start, end);
        }
        if (whole) {
            input.advance((int) length);
        }
        return whole;
    }

    private void describeInterface(int start, int end) {
        if (end - start < 8) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        byte[] bytes = input.bytes();
        int linkType = integers.unsigned16(bytes, start);
        long snapLength = integers.unsigned32(bytes, start + 4);
        TimestampUnit unit = TimestampUnit.MICROSECONDS;
        int option = start + 8;
        while (end - option >= 4) {
            int code = integers.unsigned16(bytes, option);
            int length = integers.unsigned16(bytes, option + 2);
            if (code == OPTION_END || length > end - option - 4) {
                break;
            }
            if (code == OPTION_TIMESTAMP_RESOLUTION && length >= 1) {
                unit = unit.withResolution(bytes[option + 4] & 0xFF);
            } else if (code == OPTION_TIMESTAMP_OFFSET && length >= 8) {
                unit = unit.withOffset(integers.signed64(bytes, option + 4));
            }
            option += 4 + (length + 3 & ~3);
        }
        if (interfaces.size() < MAX_INTERFACES) {
            interfaces.add(new Interface(linkType, snapLength, unit));
        }
    }

    /** The obsolete packet block differs in its first word only: a short interface number and a drop count. */
    private void readPacket(int start, int end, boolean obsolete) {
        if (end - start < 20) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        byte[] bytes = input.bytes();
        long number = obsolete ? integers.unsigned16(bytes, start) : integers.unsigned32(bytes, start);
        if (number >= interfaces.size()) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        Interface seenOn = interfaces.get((int) number);
        long ticks = integers.unsigned32(bytes, start + 4) << 32 | integers.unsigned32(bytes, start + 8);
        long captured = integers.unsigned32(bytes, start + 12);
        boolean snapped = captured < integers.unsigned32(bytes, start + 16);
        int length = (int) Math.min(captured, end - start - 20);
        sink.frame(seenOn.linkType(), seenOn.unit().nanos(ticks), bytes, start + 20, length, snapped);
    }

    private void readSimplePacket(int start, int end) {
        if (end - start < 4 || interfaces.isEmpty()) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        Interface first = interfaces.get(0);
        long original = integers.unsigned32(input.bytes(), start);
        boolean snapped = first.snapLength() > 0 && first.snapLength() < original;
        long captured = snapped ? first.snapLength() : original;
        int length = (int) Math.min(captured, end - start - 4);
        sink.frame(first.linkType(), RawMessageSink.NO_TIME, input.bytes(), start + 4, length, snapped);
    }
}
