package org.callcause.cli;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes a pcap of UDP datagrams and refused TCP connections without a link layer. */
final class CaptureFile {

    private static final int RAW_IP = 101;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER = 20;
    private static final byte UDP = 17;
    private static final byte TCP = 6;
    private static final byte SYN = 0x02;
    private static final byte RST_ACK = 0x14;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    CaptureFile() {
        ByteBuffer header = ByteBuffer.allocate(24);
        header.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
        header.putInt(0).putInt(0).putInt(65_535).putInt(RAW_IP);
        file.writeBytes(header.array());
    }

    /** Adds a datagram with this text, its lines ended as SIP asks. */
    CaptureFile add(Instant time, String from, String to, String text) throws UnknownHostException {
        return add(time, from, to, text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a datagram with these bytes. */
    CaptureFile add(Instant time, String from, String to, byte[] payload) throws UnknownHostException {
        ByteBuffer datagram = ByteBuffer.allocate(UDP_HEADER + payload.length);
        datagram.putShort(port(from)).putShort(port(to));
        datagram.putShort((short) datagram.capacity()).putShort((short) 0).put(payload);
        return packet(time, from, to, UDP, datagram.array());
    }

    /** Adds a TCP connection that is refused after two milliseconds. */
    CaptureFile refused(Instant time, String client, String server) throws UnknownHostException {
        return packet(time, client, server, TCP, segment(client, server, SYN))
                .packet(time.plusMillis(2), server, client, TCP, segment(server, client, RST_ACK));
    }

    private static byte[] segment(String from, String to, byte flags) {
        ByteBuffer segment = ByteBuffer.allocate(TCP_HEADER);
        segment.putShort(port(from)).putShort(port(to)).putInt(flags == SYN ? 999 : 0);
        segment.putInt(1_000).put((byte) ((TCP_HEADER / 4) << 4)).put(flags);
        return segment.array();
    }

    private CaptureFile packet(Instant time, String from, String to, byte protocol, byte[] content)
            throws UnknownHostException {
        int length = IP_HEADER + content.length;
        ByteBuffer packet = ByteBuffer.allocate(16 + length);
        packet.putInt((int) time.getEpochSecond()).putInt(time.getNano() / 1_000);
        packet.putInt(length).putInt(length);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) length).putInt(0);
        packet.put((byte) 64).put(protocol).putShort((short) 0);
        packet.put(address(from)).put(address(to)).put(content);
        file.writeBytes(packet.array());
        return this;
    }

    private static byte[] address(String endpoint) throws UnknownHostException {
        return InetAddress.getByName(endpoint.substring(0, endpoint.indexOf(':')))
                .getAddress();
    }

    private static short port(String endpoint) {
        return (short) Integer.parseInt(endpoint.substring(endpoint.indexOf(':') + 1));
    }

    byte[] bytes() {
        return file.toByteArray();
    }
}
