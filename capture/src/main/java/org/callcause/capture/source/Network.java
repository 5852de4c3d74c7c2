package org.callcause.capture.source;

/** Reads integers in network byte order. */
public final class Network {

    private Network() {}

    /** One byte, 0 to 255. */
    public static int unsigned8(byte[] bytes, int offset) {
        return bytes[offset] & 0xFF;
    }

    /** Two bytes, 0 to 65535. */
    public static int unsigned16(byte[] bytes, int offset) {
        return ((bytes[offset] & 0xFF) << 8) | (bytes[offset + 1] & 0xFF);
    }

    /** Four bytes as a Java int. */
    public static int signed32(byte[] bytes, int offset) {
        return unsigned16(bytes, offset) << 16 | unsigned16(bytes, offset + 2);
    }

    /** Four bytes, 0 to 4294967295. */
    public static long unsigned32(byte[] bytes, int offset) {
        return signed32(bytes, offset) & 0xFFFF_FFFFL;
    }

    /** Eight bytes as a Java long. */
    public static long signed64(byte[] bytes, int offset) {
        return unsigned32(bytes, offset) << 32 | unsigned32(bytes, offset + 4);
    }
}
