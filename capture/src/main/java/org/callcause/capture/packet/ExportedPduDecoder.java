package org.callcause.capture.packet;

import org.callcause.capture.source.Network;
import org.callcause.dialog.Transport;

/** The frames of Wireshark's "Export PDUs to File", which is how it saves what it has decrypted. */
final class ExportedPduDecoder {

    private static final int TAG_END = 0;
    private static final int TAG_IPV4_SOURCE = 20;
    private static final int TAG_IPV4_DESTINATION = 21;
    private static final int TAG_IPV6_SOURCE = 22;
    private static final int TAG_IPV6_DESTINATION = 23;
    private static final int TAG_PORT_TYPE = 24;
    private static final int TAG_SOURCE_PORT = 25;
    private static final int TAG_DESTINATION_PORT = 26;

    private static final long IPV4_PREFIX = 0xFFFFL << 32;

    private final Packet packet;
    private final SipPayloads payloads;

    ExportedPduDecoder(Packet packet, SipPayloads payloads) {
        this.packet = packet;
        this.payloads = payloads;
    }

    void decode(byte[] bytes, int offset, int end) {
        packet.sourceHigh = 0;
        packet.sourceLow = IPV4_PREFIX;
        packet.destinationHigh = 0;
        packet.destinationLow = IPV4_PREFIX;
        packet.sourcePort = 0;
        packet.destinationPort = 0;
        Transport transport = Transport.UNKNOWN;
        int at = offset;
        while (end - at >= 4) {
            int tag = Network.unsigned16(bytes, at);
            int length = Network.unsigned16(bytes, at + 2);
            at += 4;
            if (tag == TAG_END) {
                payloads.datagram(transport, bytes, at, end);
                return;
            }
            if (length > end - at) {
                return;
            }
            if (length >= 4) {
                transport = readTag(tag, bytes, at, length, transport);
            }
            at += length;
        }
    }

    private Transport readTag(int tag, byte[] bytes, int at, int length, Transport known) {
        switch (tag) {
            case TAG_IPV4_SOURCE -> packet.sourceLow = IPV4_PREFIX | Network.unsigned32(bytes, at);
            case TAG_IPV4_DESTINATION -> packet.destinationLow = IPV4_PREFIX | Network.unsigned32(bytes, at);
            case TAG_IPV6_SOURCE -> {
                if (length >= 16) {
                    packet.sourceHigh = Network.signed64(bytes, at);
                    packet.sourceLow = Network.signed64(bytes, at + 8);
                }
            }
            case TAG_IPV6_DESTINATION -> {
                if (length >= 16) {
                    packet.destinationHigh = Network.signed64(bytes, at);
                    packet.destinationLow = Network.signed64(bytes, at + 8);
                }
            }
            case TAG_SOURCE_PORT -> packet.sourcePort = Network.signed32(bytes, at) & 0xFFFF;
            case TAG_DESTINATION_PORT -> packet.destinationPort = Network.signed32(bytes, at) & 0xFFFF;
            case TAG_PORT_TYPE -> {
                return switch (Network.signed32(bytes, at)) {
                    case 1 -> Transport.SCTP;
                    case 2 -> Transport.TCP;
                    case 3 -> Transport.UDP;
                    default -> Transport.UNKNOWN;
                };
            }
            default -> {}
        }
        return known;
    }
}
