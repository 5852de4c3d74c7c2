package org.callcause.capture.packet;

import org.callcause.capture.hep.HepDecoder;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.Network;
import org.callcause.capture.source.PacketTally;
import org.callcause.dialog.Transport;

/** UDP datagrams: SIP on any port, HEP on any port, and tunnels on theirs. */
final class UdpDecoder {

    private static final int HEADER_LENGTH = 8;

    /** The fixed header of RTP is the longer one of those of RTP and RTCP, and RTCP never comes as a header alone. */
    private static final int SHORTEST_MEDIA = 12;

    private final Packet packet;
    private final SipPayloads payloads;
    private final Losses losses;
    private final PacketTally tally;
    private final UdpTunnels tunnels;
    private final HomerDecoder homer;

    UdpDecoder(
            Packet packet,
            SipPayloads payloads,
            Losses losses,
            PacketTally tally,
            HomerDecoder homer,
            UdpTunnels tunnels) {
        this.packet = packet;
        this.payloads = payloads;
        this.losses = losses;
        this.tally = tally;
        this.tunnels = tunnels;
        this.homer = homer;
    }

    void datagram(byte[] bytes, int offset, int end) {
        if (end - offset < HEADER_LENGTH) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        packet.sourcePort = Network.unsigned16(bytes, offset);
        packet.destinationPort = Network.unsigned16(bytes, offset + 2);
        int length = Network.unsigned16(bytes, offset + 4);
        // A length of 0 or one that lies leaves the length that IP tells.
        int payloadEnd = length >= HEADER_LENGTH ? Math.min(end, offset + length) : end;
        int payload = offset + HEADER_LENGTH;
        if (payloads.datagram(Transport.UDP, bytes, payload, payloadEnd)) {
            return;
        }
        tally.udp().count(packet.serverPort());
        if (HepDecoder.recognises(bytes, payload, payloadEnd)) {
            homer.decode(bytes, payload, payloadEnd);
        } else {
            if (isLikeMedia(bytes, payload, payloadEnd)) {
                tally.media();
            }
            tunnels.decode(bytes, payload, payloadEnd);
        }
    }

    private static boolean isLikeMedia(byte[] bytes, int offset, int end) {
        return end - offset >= SHORTEST_MEDIA && (bytes[offset] & 0xC0) == 0x80;
    }
}
