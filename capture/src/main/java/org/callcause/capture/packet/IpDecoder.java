package org.callcause.capture.packet;

import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.Network;
import org.callcause.capture.source.PacketTally;
import org.jspecify.annotations.Nullable;

/** IPv4 and IPv6 packets, whole or in fragments, and the tunnels that carry them in one another. */
final class IpDecoder {

    private static final int ICMP = 1;
    private static final int IPV4_IN_IP = 4;
    static final int TCP = 6;
    static final int UDP = 17;
    private static final int IPV6_IN_IP = 41;
    private static final int GRE = 47;
    private static final int ICMP_VERSION_6 = 58;
    static final int SCTP = 132;

    // Tunnels in tunnels: more than any network has, and an end to frames made to recurse.
    private static final int MAX_DEPTH = 12;

    private final Packet packet;
    private final Losses losses;
    private final Ethernet ethernet;
    private final Fragments fragments;
    private final UdpDecoder udp;
    private final TcpDecoder tcp;
    private final SctpDecoder sctp;
    private final IcmpDecoder icmp;
    private final GenericRoutingDecoder genericRouting;
    private final RtpFlows rtp;
    private int depth;

    IpDecoder(Packet packet, SipPayloads payloads, Losses losses, PacketTally tally) {
        this.packet = packet;
        this.losses = losses;
        this.ethernet = new Ethernet(losses, this);
        this.fragments = new Fragments(packet, losses);
        HomerDecoder homer = new HomerDecoder(packet, payloads, losses);
        this.rtp = new RtpFlows(payloads);
        this.udp = new UdpDecoder(packet, payloads, losses, tally, homer, new UdpTunnels(packet, this, ethernet), rtp);
        this.tcp = new TcpDecoder(packet, payloads, losses, tally, homer);
        this.sctp = new SctpDecoder(packet, payloads, losses, tally);
        this.icmp = new IcmpDecoder(packet, payloads, rtp, tcp);
        this.genericRouting = new GenericRoutingDecoder(ethernet, losses);
    }

    Ethernet ethernet() {
        return ethernet;
    }

    /** Begins a frame; gives up fragments that have waited too long by its time. */
    void startFrame(long nanos) {
        depth = 0;
        rtp.advance(nanos);
        while (fragments.hasExpired(nanos)) {
            giveUp(fragments.removeOldest());
        }
    }

    /** Hands over what can still be used of packets and streams with missing parts. */
    void finish() {
        while (!fragments.isEmpty()) {
            depth = 0;
            giveUp(fragments.removeOldest());
        }
        tcp.finish();
        rtp.tell();
    }

    void packet(byte[] bytes, int offset, int end) {
        if (end - offset < 20 || ++depth > MAX_DEPTH) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        switch (bytes[offset] >> 4 & 0xF) {
            case 4 -> version4(bytes, offset, end);
            case 6 -> version6(bytes, offset, end);
            default -> losses.count(Loss.MALFORMED_FRAME);
        }
    }

    private void version4(byte[] bytes, int offset, int end) {
        int headerLength = (bytes[offset] & 0xF) * 4;
        int totalLength = Network.unsigned16(bytes, offset + 2);
        if (totalLength == 0) {
            // A sender that leaves segmentation to its network card captures packets without a length.
            totalLength = end - offset;
        }
        if (headerLength < 20 || headerLength > totalLength || headerLength > end - offset) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        packet.cut |= totalLength > end - offset;
        packet.ipv4Addresses(bytes, offset + 12);
        int protocol = Network.unsigned8(bytes, offset + 9);
        int payload = offset + headerLength;
        int payloadEnd = Math.min(end, offset + totalLength);
        int fragment = Network.unsigned16(bytes, offset + 6);
        boolean more = (fragment & 0x2000) != 0;
        int fragmentOffset = (fragment & 0x1FFF) * 8;
        if (more || fragmentOffset != 0) {
            int identification = Network.unsigned16(bytes, offset + 4);
            reassemble(fragments.add(
                    protocol, identification, fragmentOffset, more, bytes, payload, payloadEnd - payload));
        } else {
            payload(protocol, bytes, payload, payloadEnd);
        }
    }

    private void version6(byte[] bytes, int offset, int end) {
        if (end - offset < 40) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        int payloadLength = Network.unsigned16(bytes, offset + 4);
        int payload = offset + 40;
        if (payloadLength == 0) {
            payloadLength = end - payload;
        }
        packet.cut |= payloadLength > end - payload;
        packet.ipv6Addresses(bytes, offset + 8);
        payload(Network.unsigned8(bytes, offset + 6), bytes, payload, Math.min(end, payload + payloadLength));
    }

    /** What follows an IP header; protocols that carry no SIP are passed over. */
    private void payload(int firstProtocol, byte[] bytes, int offset, int end) {
        int protocol = firstProtocol;
        int at = offset;
        while (ExtensionHeader.is(protocol)) {
            if (end - at < ExtensionHeader.SHORTEST) {
                losses.count(Loss.MALFORMED_FRAME);
                return;
            }
            int next = Network.unsigned8(bytes, at);
            int header = at;
            at += ExtensionHeader.length(protocol, bytes, header);
            if (protocol == ExtensionHeader.FRAGMENT) {
                int fragment = Network.unsigned16(bytes, header + 2);
                int identification = Network.signed32(bytes, header + 4);
                boolean whole = (fragment & 0xFFF9) == 0;
                if (!whole) {
                    reassemble(fragments.add(
                            next, identification, fragment & 0xFFF8, (fragment & 1) != 0, bytes, at, end - at));
                    return;
                }
            }
            protocol = next;
        }
        if (at > end) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        switch (protocol) {
            case UDP -> udp.datagram(bytes, at, end);
            case TCP -> tcp.segment(bytes, at, end);
            case IPV4_IN_IP, IPV6_IN_IP -> packet(bytes, at, end);
            case GRE -> genericRouting.decode(bytes, at, end);
            case SCTP -> sctp.decode(bytes, at, end);
            case ICMP -> icmp.version4(bytes, at, end);
            case ICMP_VERSION_6 -> icmp.version6(bytes, at, end);
            default -> {}
        }
    }

    private void reassemble(@Nullable FragmentedPacket whole) {
        if (whole != null) {
            payload(whole.protocol(), whole.bytes(), 0, whole.contiguousLength());
        }
    }

    /** The beginning of a message says enough to find its call, so it is not thrown away. */
    private void giveUp(FragmentedPacket incomplete) {
        if (incomplete.isComplete() || incomplete.isRepetition()) {
            return;
        }
        losses.count(Loss.INCOMPLETE_FRAGMENTS);
        if (incomplete.protocol() == UDP && incomplete.contiguousLength() > 0) {
            incomplete.restore(packet);
            packet.cut = false;
            udp.datagram(incomplete.bytes(), 0, incomplete.contiguousLength());
        }
    }
}
