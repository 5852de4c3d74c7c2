package org.callcause.capture.pcap;

/** Reads integers in the byte order of the machine that wrote a capture file. */
final class FileIntegers {

    private final boolean littleEndian;

    FileIntegers(boolean littleEndian) {
        this.littleEndian = littleEndian;
    }

    int unsigned16(byte[] bytes, int offset) {
        int first = bytes[offset] & 0xFF;
        int second = bytes[offset + 1] & 0xFF;
        return littleEndian ? second << 8 | first : first << 8 | second;
    }

    int signed32(byte[] bytes, int offset) {
        int first = unsigned16(bytes, offset);
        int second = unsigned16(bytes, offset + 2);
        return littleEndian ? second << 16 | first : first << 16 | second;
    }

    long unsigned32(byte[] bytes, int offset) {
        return signed32(bytes, offset) & 0xFFFF_FFFFL;
    }

    long signed64(byte[] bytes, int offset) {
        long first = unsigned32(bytes, offset);
        long second = unsigned32(bytes, offset + 4);
        return littleEndian ? second << 32 | first : first << 32 | second;
    }
}
