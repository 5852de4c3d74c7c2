package org.callcause.capture.packet;

import org.callcause.capture.source.Network;

/** Tunnels inside UDP, known by their port: GTP-U of mobile networks, VXLAN of data centres and mirrored traffic. */
final class UdpTunnels {

    private static final int GTP_USER = 2152;
    private static final int VXLAN = 4789;
    private static final int OLD_VXLAN = 8472;

    private static final int GTP_TUNNELLED_PACKET = 0xFF;

    private final Packet packet;
    private final IpDecoder ip;
    private final Ethernet ethernet;

    UdpTunnels(Packet packet, IpDecoder ip, Ethernet ethernet) {
        this.packet = packet;
        this.ip = ip;
        this.ethernet = ethernet;
    }

    /** Decodes what is tunnelled in a datagram of the current packet; other datagrams are passed over. */
    void decode(byte[] bytes, int offset, int end) {
        if (packet.destinationPort == GTP_USER || packet.sourcePort == GTP_USER) {
            gtp(bytes, offset, end);
        } else if (packet.destinationPort == VXLAN || packet.destinationPort == OLD_VXLAN) {
            // RFC 7348: the flag that says the network identifier is valid, in a header of 8 bytes.
            if (end - offset > 8 && (bytes[offset] & 0x08) != 0) {
                ethernet.frame(bytes, offset + 8, end);
            }
        }
    }

    /** 3GPP TS 29.281 section 5: version 1, and four more bytes when any optional field is there. */
    private void gtp(byte[] bytes, int offset, int end) {
        boolean tunnelled = end - offset > 8
                && (bytes[offset] & 0xF0) == 0x30
                && Network.unsigned8(bytes, offset + 1) == GTP_TUNNELLED_PACKET;
        if (!tunnelled) {
            return;
        }
        int at = offset + 8;
        if ((bytes[offset] & 0x07) != 0) {
            boolean extended = (bytes[offset] & 0x04) != 0;
            at += 4;
            while (extended && at < end && bytes[at - 1] != 0) {
                int units = Network.unsigned8(bytes, at);
                if (units == 0) {
                    return;
                }
                at += units * 4;
            }
        }
        if (end - at >= 20) {
            int version = bytes[at] >> 4 & 0xF;
            if (version == 4 || version == 6) {
                ip.packet(bytes, at, end);
            }
        }
    }
}
