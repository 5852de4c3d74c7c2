package org.callcause.capture.hep;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** Builds HEP packets as capture agents send them. */
public final class HepPackets {

    static final String SIP = """
        OPTIONS sip:bob@example.com SIP/2.0
        Via: SIP/2.0/TLS 192.0.2.1:5061;branch=z9hG4bK-1
        From: <sip:alice@example.com>;tag=a1
        To: <sip:bob@example.com>
        Call-ID: hep-1
        CSeq: 1 OPTIONS
        Content-Length: 0

        """.replace("\n", "\r\n");

    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

    private HepPackets() {}

    static HepPackets v3() {
        return new HepPackets();
    }

    /** UDP over IPv4 from 192.0.2.1:5070 to 192.0.2.2:5080, at 2020-09-13T12:26:40.25Z, with the message above. */
    static HepPackets usual() {
        return v3().chunk(1, 2)
                .chunk(2, 17)
                .chunk(3, address("192.0.2.1"))
                .chunk(4, address("192.0.2.2"))
                .chunk(7, 0x13, 0xCE)
                .chunk(8, 0x13, 0xD8)
                .chunk(9, number(1_600_000_000, true))
                .chunk(10, number(250_000, true))
                .chunk(11, 1)
                .chunk(12, number(2_001, true));
    }

    /** The packet that most tests send. */
    public static byte[] usualPacket() {
        return usual().chunk(15, text(SIP)).bytes();
    }

    HepPackets chunk(int type, int... octets) {
        byte[] value = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            value[i] = (byte) octets[i];
        }
        return chunk(type, value);
    }

    HepPackets chunk(int type, byte[] value) {
        return chunk(0, type, 6 + value.length, value);
    }

    /** A chunk that may lie about its length. */
    HepPackets chunk(int vendor, int type, int length, byte[] value) {
        word(chunks, vendor);
        word(chunks, type);
        word(chunks, length);
        chunks.writeBytes(value);
        return this;
    }

    byte[] bytes() {
        return bytes(6 + chunks.size());
    }

    /** The packet with this for its length. */
    byte[] bytes(int length) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.writeBytes(text("HEP3"));
        word(packet, length);
        packet.writeBytes(chunks.toByteArray());
        return packet.toByteArray();
    }

    /** A packet of version 2, with the time in the byte order of the machine that sent it. */
    static byte[] v2(String from, String to, boolean bigEnd) {
        byte[] source = address(from);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(2);
        packet.write(8 + 2 * source.length);
        packet.write(source.length == 4 ? 2 : 10);
        packet.write(6);
        word(packet, 5070);
        word(packet, 5080);
        packet.writeBytes(source);
        packet.writeBytes(address(to));
        packet.writeBytes(number(1_600_000_000, bigEnd));
        packet.writeBytes(number(250_000, bigEnd));
        packet.writeBytes(bigEnd ? new byte[] {0x07, (byte) 0xD1, 0, 0} : new byte[] {(byte) 0xD1, 0x07, 0, 0});
        packet.writeBytes(text(SIP));
        return packet.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] address(String text) {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(text, impossible);
        }
    }

    private static byte[] number(int value, boolean bigEnd) {
        int shown = bigEnd ? value : Integer.reverseBytes(value);
        return new byte[] {(byte) (shown >> 24), (byte) (shown >> 16), (byte) (shown >> 8), (byte) shown};
    }

    private static void word(ByteArrayOutputStream to, int value) {
        to.write(value >> 8);
        to.write(value);
    }
}
