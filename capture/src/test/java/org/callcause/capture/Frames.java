package org.callcause.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Builds packets layer by layer; each method puts its header before the payload. Checksums stay 0, nobody looks. */
final class Frames {

    static final String ALICE = "192.0.2.1";
    static final String BOB = "192.0.2.2";
    static final int UDP = 17;
    static final int TCP = 6;
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int ACK = 16;

    private Frames() {}

    static byte[] ethernet(int type, byte[] payload) {
        return Octets.of()
                .hex("020000000001 020000000002")
                .word(type)
                .raw(payload)
                .bytes();
    }

    /** A frame with a datagram from Alice's port 5060 to Bob's. */
    static byte[] udpFrame(String sip) {
        return ethernet(0x0800, udpPacket(sip));
    }

    /** An IPv4 packet with a datagram from Alice's port 5060 to Bob's. */
    static byte[] udpPacket(String sip) {
        return ipv4(ALICE, BOB, UDP, udp(5060, 5060, Octets.text(sip)));
    }

    static byte[] udp(int sourcePort, int destinationPort, byte[] payload) {
        return Octets.of()
                .word(sourcePort)
                .word(destinationPort)
                .word(8 + payload.length)
                .word(0)
                .raw(payload)
                .bytes();
    }

    static byte[] ipv4(String source, String destination, int protocol, byte[] payload) {
        return ipv4(source, destination, protocol, 0, 0, payload);
    }

    /** An IPv4 packet with an identification and the field of fragment flags and offset. */
    static byte[] ipv4(
            String source, String destination, int protocol, int identification, int fragment, byte[] payload) {
        return Octets.of()
                .hex("4500")
                .word(20 + payload.length)
                .word(identification)
                .word(fragment)
                .octet(64)
                .octet(protocol)
                .word(0)
                .raw(address(source), address(destination), payload)
                .bytes();
    }

    static byte[] ipv6(String source, String destination, int nextHeader, byte[] payload) {
        return Octets.of()
                .hex("60000000")
                .word(payload.length)
                .octet(nextHeader)
                .octet(64)
                .raw(address(source), address(destination), payload)
                .bytes();
    }

    static byte[] tcp(int sourcePort, int destinationPort, long sequence, int flags, byte[] payload) {
        return tcp(sourcePort, destinationPort, sequence, 0, flags, payload);
    }

    static byte[] tcp(
            int sourcePort, int destinationPort, long sequence, long acknowledged, int flags, byte[] payload) {
        return Octets.of()
                .word(sourcePort)
                .word(destinationPort)
                .doubleWord(sequence)
                .doubleWord(acknowledged)
                .octet(0x50)
                .octet(flags)
                .word(0xFFFF)
                .doubleWord(0)
                .raw(payload)
                .bytes();
    }

    static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    static byte[] address(String text) {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
