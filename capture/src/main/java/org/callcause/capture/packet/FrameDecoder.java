package org.callcause.capture.packet;

import org.callcause.capture.pcap.FrameSink;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.Network;
import org.callcause.capture.source.PacketTally;
import org.callcause.capture.source.RawMessageSink;

/**
 * Decodes link-layer frames down to the SIP messages in them. The link types are those of tcpdump.org's list of
 * LINKTYPE_ values.
 */
public final class FrameDecoder implements FrameSink {

    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int PPP = 9;
    private static final int RAW_BSD = 12;
    private static final int RAW_OPENBSD = 14;
    private static final int PPP_HDLC = 50;
    private static final int PPPOE = 51;
    private static final int RAW = 101;
    private static final int CISCO_HDLC = 104;
    private static final int LOOP = 108;
    private static final int LINUX_COOKED = 113;
    private static final int ERF = 197;
    private static final int IPV4 = 228;
    private static final int IPV6 = 229;
    private static final int EXPORTED_PDU = 252;
    private static final int LINUX_COOKED_2 = 276;

    private static final int LINUX_COOKED_LENGTH = 16;
    private static final int LINUX_COOKED_2_LENGTH = 20;
    private static final int ERF_LENGTH = 16;

    private final Packet packet = new Packet();
    private final RawMessageSink sink;
    private final Losses losses;
    private final PacketTally tally;
    private final IpDecoder ip;
    private final Ethernet ethernet;
    private final ExportedPduDecoder exportedPdu;
    private long lastNanos = RawMessageSink.NO_TIME;

    public FrameDecoder(RawMessageSink sink, Losses losses, PacketTally tally) {
        this.sink = sink;
        this.losses = losses;
        this.tally = tally;
        SipPayloads payloads = new SipPayloads(packet, sink, losses);
        this.ip = new IpDecoder(packet, payloads, losses, tally);
        this.ethernet = ip.ethernet();
        this.exportedPdu = new ExportedPduDecoder(packet, payloads);
    }

    /** Hands over what is still waiting for missing parts. */
    public void finish() {
        ip.finish();
        sink.observedUntil(lastNanos);
    }

    @Override
    public void frame(int linkType, long nanos, byte[] bytes, int offset, int length, boolean snapped) {
        tally.packet();
        ip.startFrame(nanos);
        packet.nanos = nanos;
        lastNanos = nanos;
        packet.cut = false;
        packet.snapped = snapped;
        int end = offset + length;
        switch (linkType) {
            case ETHERNET -> ethernet.frame(bytes, offset, end);
            case RAW, RAW_BSD, RAW_OPENBSD, IPV4, IPV6 -> ip.packet(bytes, offset, end);
            case NULL, LOOP -> addressFamily(bytes, offset, end);
            case LINUX_COOKED -> cooked(bytes, offset, end, 14, LINUX_COOKED_LENGTH);
            case LINUX_COOKED_2 -> cooked(bytes, offset, end, 0, LINUX_COOKED_2_LENGTH);
            case PPP, PPP_HDLC -> ethernet.pointToPoint(bytes, offset, end);
            case PPPOE -> ethernet.pointToPointOverEthernet(bytes, offset, end);
            case CISCO_HDLC -> cooked(bytes, offset, end, 2, 4);
            case ERF -> endace(bytes, offset, end);
            case EXPORTED_PDU -> exportedPdu.decode(bytes, offset, end);
            default -> losses.count(Loss.UNKNOWN_LINK_TYPE, linkType, 1);
        }
    }

    /** The address family is in the byte order of the capturing machine, and its value for IPv6 differs by system. */
    private void addressFamily(byte[] bytes, int offset, int end) {
        if (end - offset < 4) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        int family = Network.signed32(bytes, offset);
        if (family >>> 16 != 0) {
            family = Integer.reverseBytes(family);
        }
        switch (family) {
            case 2, 10, 23, 24, 28, 30 -> ip.packet(bytes, offset + 4, end);
            default -> {}
        }
    }

    private void cooked(byte[] bytes, int offset, int end, int protocol, int headerLength) {
        if (end - offset < headerLength) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        ethernet.payload(Network.unsigned16(bytes, offset + protocol), bytes, offset + headerLength, end);
    }

    /** Endace's extensible record format: a record header, extension headers chained by a flag, the frame. */
    private void endace(byte[] bytes, int offset, int end) {
        if (end - offset < ERF_LENGTH) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        int type = Network.unsigned8(bytes, offset + 8);
        int at = offset + ERF_LENGTH;
        boolean more = (type & 0x80) != 0;
        while (more && end - at >= 8) {
            more = (bytes[at] & 0x80) != 0;
            at += 8;
        }
        switch (type & 0x7F) {
            // The Ethernet types carry two more bytes: an offset and padding.
            case 2, 11, 16, 20 -> ethernet.frame(bytes, at + 2, end);
            case 22, 23 -> ip.packet(bytes, at, end);
            default -> losses.count(Loss.UNKNOWN_LINK_TYPE, ERF, 1);
        }
    }
}
