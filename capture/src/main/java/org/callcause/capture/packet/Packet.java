package org.callcause.capture.packet;

import org.callcause.capture.source.Network;
import org.callcause.capture.source.SipPorts;

/**
 * What is known about the packet being decoded. There is one, filled anew for each packet, so that the millions of
 * packets that are not SIP cost no memory. An IPv4 address is held in the IPv6 form {@code ::ffff:192.0.2.1}.
 */
final class Packet {

    private static final long IPV4_PREFIX = 0xFFFFL << 32;

    long nanos;
    long sourceHigh;
    long sourceLow;
    long destinationHigh;
    long destinationLow;
    int sourcePort;
    int destinationPort;

    /** Whether the capture holds less of the IP packet than was sent. */
    boolean cut;

    /** Whether the capture kept less of the frame than was on the wire, as a short snap length makes it. */
    boolean snapped;

    void ipv4Addresses(byte[] bytes, int offset) {
        sourceHigh = 0;
        sourceLow = IPV4_PREFIX | Network.unsigned32(bytes, offset);
        destinationHigh = 0;
        destinationLow = IPV4_PREFIX | Network.unsigned32(bytes, offset + 4);
    }

    void ipv6Addresses(byte[] bytes, int offset) {
        sourceHigh = Network.signed64(bytes, offset);
        sourceLow = Network.signed64(bytes, offset + 8);
        destinationHigh = Network.signed64(bytes, offset + 16);
        destinationLow = Network.signed64(bytes, offset + 24);
    }

    /** Takes on everything that is known about another packet. */
    void set(Packet other) {
        nanos = other.nanos;
        sourceHigh = other.sourceHigh;
        sourceLow = other.sourceLow;
        destinationHigh = other.destinationHigh;
        destinationLow = other.destinationLow;
        sourcePort = other.sourcePort;
        destinationPort = other.destinationPort;
        cut = other.cut;
        snapped = other.snapped;
    }

    /** The port of the two that the server listens on, as far as the numbers tell. */
    int serverPort() {
        if (SipPorts.isSip(destinationPort)) {
            return destinationPort;
        }
        return SipPorts.isSip(sourcePort) ? sourcePort : Math.min(sourcePort, destinationPort);
    }
}
