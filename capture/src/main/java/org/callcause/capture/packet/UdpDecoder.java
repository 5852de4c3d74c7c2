package org.callcause.capture.packet;

import org.callcause.capture.hep.HepDecoder;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.Network;
import org.callcause.capture.source.PacketTally;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.Transport;

/** UDP datagrams: SIP on any port, HEP on any port, and tunnels on theirs. */
final class UdpDecoder {

    private static final int HEADER_LENGTH = 8;

    private final Packet packet;
    private final SipPayloads payloads;
    private final Losses losses;
    private final PacketTally tally;
    private final UdpTunnels tunnels;
    private final HomerDecoder homer;
    private final RtpFlows rtp;

    UdpDecoder(
            Packet packet,
            SipPayloads payloads,
            Losses losses,
            PacketTally tally,
            HomerDecoder homer,
            UdpTunnels tunnels,
            RtpFlows rtp) {
        this.packet = packet;
        this.payloads = payloads;
        this.losses = losses;
        this.tally = tally;
        this.tunnels = tunnels;
        this.homer = homer;
        this.rtp = rtp;
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
            if (RtpHeader.isLikeRtp(bytes, payload, payloadEnd)) {
                tally.media();
                rtp.count(packet, RtpHeader.payloadType(bytes, payload));
            } else if (RtpHeader.isLikeRtcp(bytes, payload, payloadEnd)) {
                tally.media();
                rtcp(bytes, payload, payloadEnd);
            } else if (StunMessage.is(bytes, payload, payloadEnd)) {
                stun(bytes, payload, payloadEnd);
            } else {
                dtls(bytes, payload, payloadEnd);
            }
            tunnels.decode(bytes, payload, payloadEnd);
        }
    }

    private void rtcp(byte[] bytes, int offset, int end) {
        for (int at = offset; RtcpPacket.is(bytes, at, end); at = RtcpPacket.next(bytes, at)) {
            MediaSignal.Kind kind = RtcpPacket.kind(bytes, at);
            if (kind != null) {
                rtp.signal(packet, kind, kind.isCount() ? RtcpPacket.sent(bytes, at) : 0);
            }
            if (RtcpPacket.reportsReception(bytes, at)) {
                rtp.signal(packet, MediaSignal.Kind.RECEPTION, 0);
            }
        }
    }

    private void stun(byte[] bytes, int offset, int end) {
        MediaSignal.Kind kind = StunMessage.kind(bytes, offset, end);
        if (kind != null) {
            boolean refused = kind == MediaSignal.Kind.CHECK_REFUSED;
            rtp.signal(packet, kind, refused ? StunMessage.errorCode(bytes, offset, end) : 0);
        }
    }

    private void dtls(byte[] bytes, int offset, int end) {
        for (int at = offset; DtlsRecord.is(bytes, at, end); at = DtlsRecord.next(bytes, at, end)) {
            MediaSignal.Kind kind = DtlsRecord.kind(bytes, at, end);
            if (kind != null) {
                rtp.signal(packet, kind, kind == MediaSignal.Kind.DTLS_ALERT ? DtlsRecord.alert(bytes, at) : 0);
            }
        }
    }
}
