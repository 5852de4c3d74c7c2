package org.callcause.capture.packet;

import org.callcause.capture.source.Network;
import org.callcause.dialog.MediaSignal;
import org.jspecify.annotations.Nullable;

/**
 * What STUN messages (RFC 8489) on the sockets of media are about. Requests by which an agent asks a server for its public
 * address, and keepalives that nobody answers, check nothing.
 */
final class StunMessage {

    private static final int HEADER_LENGTH = 20;
    private static final int MAGIC_COOKIE = 0x2112_A442;
    private static final int BINDING_REQUEST = 0x0001;
    private static final int BINDING_SUCCESS = 0x0101;
    private static final int BINDING_ERROR = 0x0111;
    private static final int USERNAME = 0x0006;
    private static final int ERROR_CODE = 0x0009;
    private static final int NONE = -1;

    private StunMessage() {}

    static boolean is(byte[] bytes, int offset, int end) {
        return end - offset >= HEADER_LENGTH
                && (bytes[offset] & 0xC0) == 0
                && (bytes[offset + 3] & 3) == 0
                && (Network.unsigned16(bytes, offset + 4) << 16 | Network.unsigned16(bytes, offset + 6))
                        == MAGIC_COOKIE;
    }

    /** What it is for the media; nothing for most other messages. */
    static MediaSignal.@Nullable Kind kind(byte[] bytes, int offset, int end) {
        return switch (Network.unsigned16(bytes, offset)) {
            // RFC 8445 7.1.1: only a check of ICE names the user that it checks.
            case BINDING_REQUEST -> attribute(USERNAME, bytes, offset, end) == NONE ? null : MediaSignal.Kind.CHECK;
            case BINDING_SUCCESS -> MediaSignal.Kind.CHECK_ANSWERED;
            case BINDING_ERROR -> MediaSignal.Kind.CHECK_REFUSED;
            default -> null;
        };
    }

    /** That of an error response (RFC 8489 14.8); 0 where there is none. */
    static int errorCode(byte[] bytes, int offset, int end) {
        int at = attribute(ERROR_CODE, bytes, offset, end);
        return at == NONE || end - at < 4
                ? 0
                : (bytes[at + 2] & 7) * 100 + Math.min(99, Network.unsigned8(bytes, at + 3));
    }

    /** Where the value of the attribute begins. */
    private static int attribute(int type, byte[] bytes, int offset, int end) {
        int last = Math.min(end, offset + HEADER_LENGTH + Network.unsigned16(bytes, offset + 2));
        int at = offset + HEADER_LENGTH;
        while (last - at >= 4) {
            if (Network.unsigned16(bytes, at) == type) {
                return at + 4;
            }
            at += 4 + ((Network.unsigned16(bytes, at + 2) + 3) & ~3);
        }
        return NONE;
    }
}
