package org.callcause.capture.packet;

import org.callcause.capture.source.Network;
import org.callcause.dialog.MediaSignal;
import org.jspecify.annotations.Nullable;

/** What a packet of RTCP (RFC 3550 6) says; several come in one datagram. Of an encrypted one only the first type is true. */
final class RtcpPacket {

    private static final int HEADER_LENGTH = 8;
    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int BYE = 203;
    private static final int COUNT_AT = 20;
    private static final int SENDER_LENGTH = 28;
    private static final int BLOCK_LENGTH = 24;
    private static final int HIGHEST_SEQUENCE_AT = 8;

    private RtcpPacket() {}

    /** Whether one that is whole begins there. */
    static boolean is(byte[] bytes, int offset, int end) {
        return end - offset >= HEADER_LENGTH
                && (bytes[offset] & 0xC0) == 0x80
                && next(bytes, offset) <= end
                && next(bytes, offset) - offset >= shortest(bytes, offset);
    }

    private static int shortest(byte[] bytes, int offset) {
        return switch (type(bytes, offset)) {
            case SENDER_REPORT -> SENDER_LENGTH + blocks(bytes, offset) * BLOCK_LENGTH;
            case RECEIVER_REPORT -> HEADER_LENGTH + blocks(bytes, offset) * BLOCK_LENGTH;
            default -> 4;
        };
    }

    private static int type(byte[] bytes, int offset) {
        return Network.unsigned8(bytes, offset + 1);
    }

    private static int blocks(byte[] bytes, int offset) {
        return bytes[offset] & 0x1F;
    }

    /** Where the next one of the datagram begins, if there is one. */
    static int next(byte[] bytes, int offset) {
        return offset + 4 + 4 * Network.unsigned16(bytes, offset + 2);
    }

    /** What it is for the media; nothing for what describes their sources or asks for a picture. */
    static MediaSignal.@Nullable Kind kind(byte[] bytes, int offset) {
        return switch (type(bytes, offset)) {
            case SENDER_REPORT -> MediaSignal.Kind.SENDER_REPORT;
            case RECEIVER_REPORT -> MediaSignal.Kind.RECEIVER_REPORT;
            case BYE -> MediaSignal.Kind.RTCP_BYE;
            default -> null;
        };
    }

    /** How many packets a sender report counts. */
    static int sent(byte[] bytes, int offset) {
        int high = Network.unsigned16(bytes, offset + COUNT_AT);
        return high > Short.MAX_VALUE
                ? Integer.MAX_VALUE
                : high << 16 | Network.unsigned16(bytes, offset + COUNT_AT + 2);
    }

    /** Whether it says of another source that packets of it arrived; some devices send a block of zeros until then. */
    static boolean reportsReception(byte[] bytes, int offset) {
        int type = type(bytes, offset);
        if (type != SENDER_REPORT && type != RECEIVER_REPORT) {
            return false;
        }
        int first = offset + (type == SENDER_REPORT ? SENDER_LENGTH : HEADER_LENGTH);
        for (int block = 0; block < blocks(bytes, offset); block++) {
            int at = first + block * BLOCK_LENGTH;
            if (!isZero(bytes, at) && !isZero(bytes, at + HIGHEST_SEQUENCE_AT)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZero(byte[] bytes, int at) {
        return Network.unsigned16(bytes, at) == 0 && Network.unsigned16(bytes, at + 2) == 0;
    }
}
