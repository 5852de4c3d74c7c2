package org.callcause.capture.packet;

/** Reads integers in network byte order. */
final class Network {

    private Network() {}

    static int unsigned8(byte[] bytes, int offset) {
        return bytes[offset] & 0xFF;
    }

    static int unsigned16(byte[] bytes, int offset) {
        return ((bytes[offset] & 0xFF) << 8) | (bytes[offset + 1] & 0xFF);
    }

    static int signed32(byte[] bytes, int offset) {
        return unsigned16(bytes, offset) << 16 | unsigned16(bytes, offset + 2);
    }

    static long unsigned32(byte[] bytes, int offset) {
        return signed32(bytes, offset) & 0xFFFF_FFFFL;
    }

    static long signed64(byte[] bytes, int offset) {
        return unsigned32(bytes, offset) << 32 | unsigned32(bytes, offset + 4);
    }
}
