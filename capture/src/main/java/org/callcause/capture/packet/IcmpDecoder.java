package org.callcause.capture.packet;

import java.util.Arrays;
import java.util.Optional;
import org.callcause.capture.source.Network;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure.Kind;
import org.callcause.message.Fingerprint;
import org.callcause.message.SipParser;

/**
 * ICMP errors about SIP and media. Each quotes the packet that it is about: its IP header and at least 8 bytes behind (RFC
 * 792), mostly as much as fits (RFC 1812 4.3.2.3, RFC 4443 2.4). All others, and those that are malformed, tell nothing.
 */
final class IcmpDecoder {

    private static final int HEADER_LENGTH = 8;
    private static final int SHORTEST_QUOTE = 8;
    private static final int IPV4_HEADER_LENGTH = 20;
    private static final int IPV6_HEADER_LENGTH = 40;
    private static final int UDP_HEADER_LENGTH = 8;
    private static final int TCP_HEADER_LENGTH = 20;

    private final Packet packet;
    private final SipPayloads payloads;
    private final RtpFlows rtp;
    private final TcpDecoder tcp;
    private final Packet quoted = new Packet();
    private final SipParser parser = new SipParser();

    IcmpDecoder(Packet packet, SipPayloads payloads, RtpFlows rtp, TcpDecoder tcp) {
        this.packet = packet;
        this.payloads = payloads;
        this.rtp = rtp;
        this.tcp = tcp;
    }

    void version4(byte[] bytes, int offset, int end) {
        if (end - offset < HEADER_LENGTH) {
            return;
        }
        int type = Network.unsigned8(bytes, offset);
        Optional<IcmpMeaning> meaning = IcmpMeaning.ofVersion4(type, Network.unsigned8(bytes, offset + 1));
        if (meaning.isPresent()) {
            // RFC 1191 section 4: a router of before leaves it 0.
            int largest = meaning.get().kind() == Kind.TOO_BIG ? Network.unsigned16(bytes, offset + 6) : 0;
            int quoteEnd = quoteEnd(offset, end, 4 * Network.unsigned8(bytes, offset + 5));
            quote4(meaning.get().upTo(largest), bytes, offset + HEADER_LENGTH, quoteEnd);
        }
    }

    void version6(byte[] bytes, int offset, int end) {
        if (end - offset < HEADER_LENGTH) {
            return;
        }
        int type = Network.unsigned8(bytes, offset);
        Optional<IcmpMeaning> meaning = IcmpMeaning.ofVersion6(type, Network.unsigned8(bytes, offset + 1));
        if (meaning.isPresent()) {
            boolean tooBig = meaning.get().kind() == Kind.TOO_BIG;
            long largest = tooBig ? Network.unsigned32(bytes, offset + 4) : 0;
            int length = tooBig ? 0 : 8 * Network.unsigned8(bytes, offset + 4);
            quote6(meaning.get().upTo(largest), bytes, offset + HEADER_LENGTH, quoteEnd(offset, end, length));
        }
    }

    /** RFC 4884 section 4: a length says where the quote ends, because something else follows. */
    private static int quoteEnd(int offset, int end, int length) {
        return length == 0 ? end : Math.min(end, offset + HEADER_LENGTH + length);
    }

    private void quote4(IcmpMeaning meaning, byte[] bytes, int offset, int end) {
        if (end - offset < IPV4_HEADER_LENGTH + SHORTEST_QUOTE || bytes[offset] >> 4 != 4) {
            return;
        }
        int headerLength = (bytes[offset] & 0xF) * 4;
        int fragmentOffset = Network.unsigned16(bytes, offset + 6) & 0x1FFF;
        if (headerLength < IPV4_HEADER_LENGTH || fragmentOffset != 0) {
            return;
        }
        int totalLength = Network.unsigned16(bytes, offset + 2);
        // Some hosts quote the length as they changed it while they read the packet, and padding may follow the quote.
        boolean plausible = totalLength >= headerLength + SHORTEST_QUOTE;
        quoted.ipv4Addresses(bytes, offset + 12);
        carried(
                meaning,
                Network.unsigned8(bytes, offset + 9),
                bytes,
                offset + headerLength,
                plausible ? Math.min(end, offset + totalLength) : end);
    }

    private void quote6(IcmpMeaning meaning, byte[] bytes, int offset, int end) {
        if (end - offset < IPV6_HEADER_LENGTH + SHORTEST_QUOTE || (bytes[offset] >> 4) != 6) {
            return;
        }
        quoted.ipv6Addresses(bytes, offset + 8);
        int protocol = Network.unsigned8(bytes, offset + 6);
        int at = offset + IPV6_HEADER_LENGTH;
        while (ExtensionHeader.is(protocol)) {
            boolean laterFragment = protocol == ExtensionHeader.FRAGMENT
                    && end - at >= ExtensionHeader.SHORTEST
                    && (Network.unsigned16(bytes, at + 2) & 0xFFF8) != 0;
            if (end - at < ExtensionHeader.SHORTEST || laterFragment) {
                return;
            }
            int next = Network.unsigned8(bytes, at);
            at += ExtensionHeader.length(protocol, bytes, at);
            protocol = next;
        }
        carried(meaning, protocol, bytes, at, end);
    }

    private void carried(IcmpMeaning meaning, int protocol, byte[] bytes, int offset, int end) {
        if (end - offset < SHORTEST_QUOTE) {
            return;
        }
        quoted.sourcePort = Network.unsigned16(bytes, offset);
        quoted.destinationPort = Network.unsigned16(bytes, offset + 2);
        switch (protocol) {
            case IpDecoder.UDP -> datagram(meaning, bytes, offset, end);
            case IpDecoder.TCP -> segment(meaning, bytes, offset, end);
            case IpDecoder.SCTP ->
                ofStream(meaning, Transport.SCTP, bytes, SctpDecoder.firstPayload(bytes, offset, end), end);
            default -> {}
        }
    }

    private void datagram(IcmpMeaning meaning, byte[] bytes, int offset, int end) {
        int length = Network.unsigned16(bytes, offset + 4) - UDP_HEADER_LENGTH;
        int payload = offset + UDP_HEADER_LENGTH;
        int payloadEnd = Math.min(end, payload + Math.max(0, length));
        int start = SipStart.skipLineEnds(bytes, payload, payloadEnd);
        if (SipStart.judge(bytes, start, payloadEnd) != SipStart.Verdict.SIP
                && !RtpHeader.isLikeRtcp(bytes, payload, payloadEnd)) {
            // Whether it was RTP is told by its sockets, which a session description names or none does.
            refuse(meaning.kind());
        }
        int messageLength = length - (start - payload);
        // What is left of a keep-alive (RFC 5626 3.5.1) without its line ends is nothing.
        if (messageLength > 0) {
            tell(meaning, Transport.UDP, bytes, start, payloadEnd, messageLength);
        }
    }

    /** Other errors are about the size or the age of packets, of which the next may arrive. */
    private void refuse(Kind kind) {
        if (kind == Kind.REFUSED || kind == Kind.UNREACHABLE || kind == Kind.PROHIBITED) {
            rtp.refuse(quoted, packet.nanos, new RtpStream.Refusal(kind, payloads.sourceHost()));
        }
    }

    private void segment(IcmpMeaning meaning, byte[] bytes, int offset, int end) {
        tcp.refused(quoted, Network.signed32(bytes, offset + 4), meaning);
        int headerLength = end - offset < TCP_HEADER_LENGTH ? 0 : (bytes[offset + 12] >> 4 & 0xF) * 4;
        if (headerLength >= TCP_HEADER_LENGTH) {
            ofStream(meaning, Transport.TCP, bytes, offset + headerLength, end);
        }
    }

    /**
     * Where packets carry no more than parts of a stream, or nothing but its upkeep, only what is quoted of a message tells
     * that there was one. How large they may be is what these protocols find out by errors of this kind (RFC 1191).
     */
    private void ofStream(IcmpMeaning meaning, Transport transport, byte[] bytes, int offset, int end) {
        int start = SipStart.skipLineEnds(bytes, offset, end);
        if (offset > 0 && start < end && meaning.kind() != Kind.TOO_BIG) {
            tell(meaning, transport, bytes, start, end, QuotedMessage.UNKNOWN_LENGTH);
        }
    }

    private void tell(IcmpMeaning meaning, Transport transport, byte[] bytes, int offset, int end, int length) {
        if (offset < end && SipStart.judge(bytes, offset, end) == SipStart.Verdict.NOT_SIP) {
            return;
        }
        byte[] beginning = Arrays.copyOfRange(bytes, offset, end);
        long callId = parser.parse(beginning).map(Fingerprint::ofCallId).orElse(Fingerprint.NONE);
        QuotedMessage message = new QuotedMessage(
                packet.nanos,
                payloads.source(quoted),
                payloads.destination(quoted),
                transport,
                beginning,
                callId,
                length);
        payloads.undelivered(message, meaning.kind(), payloads.sourceHost(), meaning.words());
    }
}
