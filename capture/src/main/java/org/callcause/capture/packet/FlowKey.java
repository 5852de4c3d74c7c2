package org.callcause.capture.packet;

/** One direction of a TCP connection. One instance is filled anew for each look-up; {@link #copy} is for keeping. */
final class FlowKey {

    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;
    private int ports;

    void set(Packet packet) {
        sourceHigh = packet.sourceHigh;
        sourceLow = packet.sourceLow;
        destinationHigh = packet.destinationHigh;
        destinationLow = packet.destinationLow;
        ports = packet.sourcePort << 16 | packet.destinationPort;
    }

    void setReverse(Packet packet) {
        sourceHigh = packet.destinationHigh;
        sourceLow = packet.destinationLow;
        destinationHigh = packet.sourceHigh;
        destinationLow = packet.sourceLow;
        ports = packet.destinationPort << 16 | packet.sourcePort;
    }

    FlowKey copy() {
        FlowKey copy = new FlowKey();
        copy.sourceHigh = sourceHigh;
        copy.sourceLow = sourceLow;
        copy.destinationHigh = destinationHigh;
        copy.destinationLow = destinationLow;
        copy.ports = ports;
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowKey that
                && ports == that.ports
                && sourceLow == that.sourceLow
                && destinationLow == that.destinationLow
                && sourceHigh == that.sourceHigh
                && destinationHigh == that.destinationHigh;
    }

    @Override
    public int hashCode() {
        long mixed = ((sourceHigh * 31 + sourceLow) * 31 + destinationHigh) * 31 + destinationLow;
        mixed = (mixed * 31 + ports) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32);
    }
}
