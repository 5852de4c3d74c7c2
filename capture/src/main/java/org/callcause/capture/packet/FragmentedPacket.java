package org.callcause.capture.packet;

import java.util.Arrays;
import java.util.BitSet;

/** The parts seen so far of one IP packet that was sent in fragments. */
final class FragmentedPacket {

    static final int MAX_LENGTH = 65_535;

    // Fragments begin at multiples of eight bytes (RFC 791 section 3.2).
    private static final int UNIT = 8;

    private final long nanos;
    private final long sourceHigh;
    private final long sourceLow;
    private final long destinationHigh;
    private final long destinationLow;
    private final int protocol;
    private final boolean repetition;
    private final BitSet units = new BitSet();
    private byte[] bytes = new byte[3000];
    private int reached;
    private int totalLength = -1;
    private boolean complete;

    FragmentedPacket(Packet packet, int protocol, boolean repetition) {
        this.nanos = packet.nanos;
        this.sourceHigh = packet.sourceHigh;
        this.sourceLow = packet.sourceLow;
        this.destinationHigh = packet.destinationHigh;
        this.destinationLow = packet.destinationLow;
        this.protocol = protocol;
        this.repetition = repetition;
    }

    /** Adds one fragment; one that would end beyond the largest packet must not be given. */
    void add(int fragmentOffset, boolean more, byte[] source, int offset, int length) {
        int end = fragmentOffset + length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MAX_LENGTH, Math.max(end, 2 * bytes.length)));
        }
        System.arraycopy(source, offset, bytes, fragmentOffset, length);
        reached = Math.max(reached, end);
        units.set(fragmentOffset / UNIT, more ? end / UNIT : (end + UNIT - 1) / UNIT);
        if (!more) {
            totalLength = end;
        }
        complete = totalLength >= 0 && units.nextClearBit(0) * UNIT >= totalLength;
    }

    boolean isComplete() {
        return complete;
    }

    /** Whether the same packet was seen whole just before, so that this is a second sighting of its fragments. */
    boolean isRepetition() {
        return repetition;
    }

    int protocol() {
        return protocol;
    }

    long nanos() {
        return nanos;
    }

    byte[] bytes() {
        return bytes;
    }

    /** How many bytes there are from the beginning without a hole. */
    int contiguousLength() {
        int length = Math.min(units.nextClearBit(0) * UNIT, reached);
        return complete ? Math.min(length, totalLength) : length;
    }

    /** Makes the packet being decoded the one that these fragments belong to. */
    void restore(Packet packet) {
        packet.nanos = nanos;
        packet.sourceHigh = sourceHigh;
        packet.sourceLow = sourceLow;
        packet.destinationHigh = destinationHigh;
        packet.destinationLow = destinationLow;
    }
}
