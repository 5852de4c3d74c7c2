package org.callcause.capture.hep;

import org.callcause.capture.source.Network;

/** Reads packets of version 3: chunks, each with a vendor, a type and a length. */
final class HepVersion3 {

    /** The length of the fixed beginning: the letters HEP3 and the length of the whole. */
    static final int HEADER = 6;

    private static final byte[] MAGIC = {'H', 'E', 'P', '3'};
    private static final int CHUNK_HEADER = 6;

    // The generic chunk types that matter here.
    private static final int PROTOCOL = 2;
    private static final int IPV4_SOURCE = 3;
    private static final int IPV4_DESTINATION = 4;
    private static final int IPV6_SOURCE = 5;
    private static final int IPV6_DESTINATION = 6;
    private static final int SOURCE_PORT = 7;
    private static final int DESTINATION_PORT = 8;
    private static final int SECONDS = 9;
    private static final int MICROSECONDS = 10;
    private static final int PROTOCOL_TYPE = 11;
    private static final int CAPTURE_AGENT = 12;
    private static final int KEY = 14;
    private static final int PAYLOAD = 15;
    private static final int COMPRESSED_PAYLOAD = 16;
    private static final int CORRELATION_ID = 17;

    private HepVersion3() {}

    static boolean isBegunBy(byte[] bytes, int offset, int end) {
        return end - offset >= HEADER && mayBeBegunBy(bytes, offset, end);
    }

    /** The same for fewer bytes, as many as have come. */
    static boolean mayBeBegunBy(byte[] bytes, int offset, int end) {
        int known = Math.min(MAGIC.length, end - offset);
        for (int i = 0; i < known; i++) {
            if (bytes[offset + i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /** The length that a packet says it has, its beginning counted. */
    static int length(byte[] bytes, int offset) {
        return Network.unsigned16(bytes, offset + 4);
    }

    /** Reads what begins like such a packet; whether its chunks fit into each other. */
    static boolean read(byte[] bytes, int offset, int end, HepPacket packet) {
        int length = length(bytes, offset);
        if (length < HEADER || length > end - offset) {
            return false;
        }
        int limit = offset + length;
        int at = offset + HEADER;
        while (limit - at >= CHUNK_HEADER) {
            int chunkLength = Network.unsigned16(bytes, at + 4);
            if (chunkLength < CHUNK_HEADER || chunkLength > limit - at) {
                return false;
            }
            int next = at + chunkLength;
            // Chunks of a vendor of its own have meanings of their own.
            if (Network.unsigned16(bytes, at) == 0) {
                chunk(Network.unsigned16(bytes, at + 2), bytes, at + CHUNK_HEADER, next, packet);
            }
            at = next;
        }
        return true;
    }

    private static void chunk(int type, byte[] bytes, int value, int end, HepPacket packet) {
        switch (type) {
            case PAYLOAD -> packet.payload(bytes, value, end);
            case COMPRESSED_PAYLOAD -> {
                packet.packedStart = value;
                packet.packedEnd = end;
            }
            case KEY -> {
                packet.keyStart = value;
                packet.keyEnd = end;
            }
            case CORRELATION_ID -> {
                packet.correlationStart = value;
                packet.correlationEnd = end;
            }
            default -> {
                switch (end - value) {
                    case 1 -> oneByte(type, bytes[value] & 0xFF, packet);
                    case 2 -> port(type, Network.unsigned16(bytes, value), packet);
                    case 4 -> fourBytes(type, Network.unsigned32(bytes, value), packet);
                    case 16 -> ipv6(type, Network.signed64(bytes, value), Network.signed64(bytes, value + 8), packet);
                    default -> {}
                }
            }
        }
    }

    private static void oneByte(int type, int value, HepPacket packet) {
        if (type == PROTOCOL) {
            packet.carriedBy(value);
        } else if (type == PROTOCOL_TYPE) {
            packet.protocolType = value;
        }
    }

    private static void port(int type, int value, HepPacket packet) {
        if (type == SOURCE_PORT) {
            packet.sourcePort = value;
        } else if (type == DESTINATION_PORT) {
            packet.destinationPort = value;
        }
    }

    private static void fourBytes(int type, long value, HepPacket packet) {
        switch (type) {
            case IPV4_SOURCE -> packet.ipv4Source(value);
            case IPV4_DESTINATION -> packet.ipv4Destination(value);
            case SECONDS -> packet.seconds = value;
            case MICROSECONDS -> packet.microseconds = value;
            case CAPTURE_AGENT -> packet.captureAgent = value;
            default -> {}
        }
    }

    private static void ipv6(int type, long high, long low, HepPacket packet) {
        if (type == IPV6_SOURCE) {
            packet.ipv6Source(high, low);
        } else if (type == IPV6_DESTINATION) {
            packet.ipv6Destination(high, low);
        }
    }
}
