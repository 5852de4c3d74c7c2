package org.callcause.capture.packet;

import org.callcause.capture.source.Network;

/** Recognises TLS by the record headers in a TCP segment (RFC 8446 section 5.1). */
final class TlsRecords {

    private static final int HEADER_LENGTH = 5;
    private static final int MAX_RECORD_LENGTH = (1 << 14) + 2048;

    private TlsRecords() {}

    /** How many records begin in a segment that begins with one; 0 when it does not. */
    static int count(byte[] bytes, int offset, int end) {
        int records = 0;
        int at = offset;
        while (end - at >= HEADER_LENGTH && isHeader(bytes, at)) {
            records++;
            at += HEADER_LENGTH + Network.unsigned16(bytes, at + 3);
        }
        return records;
    }

    private static boolean isHeader(byte[] bytes, int at) {
        int length = Network.unsigned16(bytes, at + 3);
        return bytes[at] >= 20
                && bytes[at] <= 23
                && bytes[at + 1] == 3
                && bytes[at + 2] >= 0
                && bytes[at + 2] <= 4
                && length > 0
                && length <= MAX_RECORD_LENGTH;
    }
}
