package org.callcause.cli;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes a pcap of UDP datagrams without a link layer. */
final class CaptureFile {

    private static final int RAW_IP = 101;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;

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
        int length = IP_HEADER + UDP_HEADER + payload.length;
        ByteBuffer packet = ByteBuffer.allocate(16 + length);
        packet.putInt((int) time.getEpochSecond()).putInt(time.getNano() / 1_000);
        packet.putInt(length).putInt(length);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) length).putInt(0);
        packet.put((byte) 64).put((byte) 17).putShort((short) 0);
        packet.put(address(from)).put(address(to));
        packet.putShort(port(from)).putShort(port(to));
        packet.putShort((short) (UDP_HEADER + payload.length)).putShort((short) 0);
        packet.put(payload);
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
