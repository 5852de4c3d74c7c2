package org.callcause.fuzzing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A capture file in the classic format, with nanosecond times. */
final class PcapFile {

    /** LINKTYPE_RAW: packets begin with their IP header. */
    static final int RAW_IP = 101;

    private static final int MAGIC_NANOSECONDS = 0xA1B23C4D;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER = 20;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final short PORT = 5060;
    private static final short TLS_PORT = 5061;
    private static final short CLIENT_PORT = 30_000;
    private static final int LOWER = 0xC0000201;
    private static final int HIGHER = 0xC0000202;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    PcapFile(int linkType) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putInt(MAGIC_NANOSECONDS).putShort((short) 2).putShort((short) 4).putLong(0);
        header.putInt(0xFFFF).putInt(linkType);
        content.writeBytes(header.array());
    }

    void add(long nanos, byte[] packet) {
        ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + packet.length);
        record.putInt((int) (nanos / NANOS_PER_SECOND)).putInt((int) (nanos % NANOS_PER_SECOND));
        record.putInt(packet.length).putInt(packet.length).put(packet);
        content.writeBytes(record.array());
    }

    byte[] bytes() {
        return content.toByteArray();
    }

    /** A UDP datagram in an IPv4 packet, between two documentation addresses, without checksums. */
    static byte[] udp(byte[] payload) {
        return udp(PORT, payload);
    }

    /** The same from and to this port. */
    static byte[] udp(short port, byte[] payload) {
        return udp(true, port, payload);
    }

    /** The same, from the lower address to the higher one or back. */
    static byte[] udp(boolean fromLower, short port, byte[] payload) {
        ByteBuffer datagram = ByteBuffer.allocate(UDP_HEADER + payload.length);
        datagram.putShort(port).putShort(port).putShort((short) datagram.capacity());
        datagram.putShort((short) 0).put(payload);
        return fromLower ? packet(UDP, LOWER, HIGHER, datagram.array()) : packet(UDP, HIGHER, LOWER, datagram.array());
    }

    /** The same with a TCP segment; the first of a connection has the flag SYN. */
    static byte[] tcp(int sequence, boolean first, byte[] payload) {
        ByteBuffer segment = ByteBuffer.allocate(TCP_HEADER + payload.length);
        segment.putShort(PORT).putShort(PORT).putInt(sequence).putInt(0);
        segment.put((byte) ((TCP_HEADER / 4) << 4)).put((byte) (first ? 0x02 : 0x10));
        segment.putShort((short) 0xFFFF).putInt(0).put(payload);
        return packet(TCP, LOWER, HIGHER, segment.array());
    }

    /** A segment of a connection to the TLS port of a SIP server; the client has the lower address. */
    static byte[] tls(boolean fromClient, int flags, int sequence, byte[] payload) {
        ByteBuffer segment = ByteBuffer.allocate(TCP_HEADER + payload.length);
        segment.putShort(fromClient ? CLIENT_PORT : TLS_PORT).putShort(fromClient ? TLS_PORT : CLIENT_PORT);
        segment.putInt(sequence).putInt(0).put((byte) ((TCP_HEADER / 4) << 4)).put((byte) flags);
        segment.putShort((short) 0xFFFF).putInt(0).put(payload);
        return fromClient ? packet(TCP, LOWER, HIGHER, segment.array()) : packet(TCP, HIGHER, LOWER, segment.array());
    }

    private static byte[] packet(int protocol, int from, int to, byte[] payload) {
        int length = IP_HEADER + payload.length;
        ByteBuffer packet = ByteBuffer.allocate(length);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) length).putInt(0);
        packet.put((byte) 64).put((byte) protocol).putShort((short) 0);
        packet.putInt(from).putInt(to).put(payload);
        return packet.array();
    }
}
