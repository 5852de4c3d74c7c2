package org.callcause.capture.hep;

import org.callcause.capture.source.Network;

/** Reads packets of versions 1 and 2: a fixed header, the addresses, in version 2 the time, then the message. */
final class HepVersion2 {

    /** The length of the fixed beginning, up to the addresses. */
    static final int HEADER = 8;

    private static final int TIME = 12;
    private static final long MILLION = 1_000_000L;

    private HepVersion2() {}

    /** A version, the length of the header that fits the address family, and a family that is known. */
    static boolean isBegunBy(byte[] bytes, int offset, int end) {
        if (end - offset < HEADER || !mayBeBegunBy(bytes[offset])) {
            return false;
        }
        int addresses = 2 * addressLength(bytes[offset + 2]);
        return addresses > 0 && headerLength(bytes, offset) == HEADER + addresses;
    }

    static boolean mayBeBegunBy(byte version) {
        return version == 1 || version == 2;
    }

    /** The families as the systems number them: IPv4 is 2 everywhere, IPv6 is 10, 23, 24, 28 or 30. */
    private static int addressLength(int family) {
        return switch (family) {
            case 2 -> 4;
            case 10, 23, 24, 28, 30 -> 16;
            default -> 0;
        };
    }

    private static int headerLength(byte[] bytes, int offset) {
        return bytes[offset + 1] & 0xFF;
    }

    /** How far the message is from the beginning. Version 2 tells the time behind what its header length counts. */
    static int messageOffset(byte[] bytes, int offset) {
        return headerLength(bytes, offset) + (bytes[offset] == 2 ? TIME : 0);
    }

    /** Reads what begins like such a packet; whether it reaches as far as the message. */
    static boolean read(byte[] bytes, int offset, int end, HepPacket packet) {
        int payload = offset + messageOffset(bytes, offset);
        if (payload > end) {
            return false;
        }
        packet.carriedBy(bytes[offset + 3] & 0xFF);
        packet.sourcePort = Network.unsigned16(bytes, offset + 4);
        packet.destinationPort = Network.unsigned16(bytes, offset + 6);
        int addresses = offset + HEADER;
        if (addressLength(bytes[offset + 2]) == 4) {
            packet.ipv4Source(Network.unsigned32(bytes, addresses));
            packet.ipv4Destination(Network.unsigned32(bytes, addresses + 4));
        } else {
            packet.ipv6Source(Network.signed64(bytes, addresses), Network.signed64(bytes, addresses + 8));
            packet.ipv6Destination(Network.signed64(bytes, addresses + 16), Network.signed64(bytes, addresses + 24));
        }
        int time = offset + headerLength(bytes, offset);
        if (payload > time) {
            time(bytes, time, packet);
        }
        packet.payload(bytes, payload, end);
        return true;
    }

    /** Agents write the time in the byte order of their machine, which is nearly always the little end first. */
    private static void time(byte[] bytes, int at, HepPacket packet) {
        long swappedMicroseconds = littleEnd(bytes, at + 4);
        if (swappedMicroseconds < MILLION) {
            packet.seconds = littleEnd(bytes, at);
            packet.microseconds = swappedMicroseconds;
            packet.captureAgent = littleEnd(bytes, at + 8) & 0xFFFF;
        } else {
            packet.seconds = Network.unsigned32(bytes, at);
            packet.microseconds = Network.unsigned32(bytes, at + 4);
            packet.captureAgent = Network.unsigned16(bytes, at + 8);
        }
    }

    private static long littleEnd(byte[] bytes, int at) {
        return Integer.reverseBytes(Network.signed32(bytes, at)) & 0xFFFF_FFFFL;
    }
}
