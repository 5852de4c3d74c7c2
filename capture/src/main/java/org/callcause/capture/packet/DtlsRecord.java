package org.callcause.capture.packet;

import org.callcause.capture.source.Network;
import org.callcause.dialog.MediaSignal;
import org.jspecify.annotations.Nullable;

/** What a record of DTLS (RFC 9147 4, RFC 6347 4.1) tells without its keys. */
final class DtlsRecord {

    private static final int HEADER_LENGTH = 13;
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int HELLO_VERIFY_REQUEST = 3;
    private static final int FATAL = 2;

    private DtlsRecord() {}

    /** RFC 9443: no STUN, RTP or TURN has such a first byte. */
    static boolean is(byte[] bytes, int offset, int end) {
        return end - offset >= HEADER_LENGTH && (isUnderNewKeys(bytes, offset) || isPlain(bytes, offset));
    }

    /** The header of version 1.3, of which a version before knows nothing (RFC 9147 4). */
    private static boolean isUnderNewKeys(byte[] bytes, int offset) {
        return (bytes[offset] & 0xE0) == 0x20;
    }

    private static boolean isPlain(byte[] bytes, int offset) {
        return bytes[offset] >= CHANGE_CIPHER_SPEC
                && bytes[offset] <= APPLICATION_DATA
                && bytes[offset + 1] == (byte) 0xFE
                && (bytes[offset + 2] == (byte) 0xFD || bytes[offset + 2] == (byte) 0xFF);
    }

    /** Where the next record of the datagram begins, if there is one. */
    static int next(byte[] bytes, int offset, int end) {
        return isUnderNewKeys(bytes, offset) ? end : offset + HEADER_LENGTH + Network.unsigned16(bytes, offset + 11);
    }

    /** What it is for the handshake; nothing for most parts of one. */
    static MediaSignal.@Nullable Kind kind(byte[] bytes, int offset, int end) {
        if (isUnderNewKeys(bytes, offset)) {
            return MediaSignal.Kind.DTLS_PROTECTED;
        }
        int content = bytes[offset];
        int epoch = Network.unsigned16(bytes, offset + 3);
        int body = offset + HEADER_LENGTH;
        if (epoch > 0) {
            // An alert under keys may be that of a failure or that of an ordinary end.
            return content == ALERT ? null : MediaSignal.Kind.DTLS_PROTECTED;
        }
        if (content == HANDSHAKE && body < end) {
            return switch (bytes[body]) {
                case CLIENT_HELLO -> MediaSignal.Kind.CLIENT_HELLO;
                case SERVER_HELLO, HELLO_VERIFY_REQUEST -> MediaSignal.Kind.SERVER_HELLO;
                default -> null;
            };
        }
        return content == ALERT && end - body >= 2 && bytes[body] == FATAL ? MediaSignal.Kind.DTLS_ALERT : null;
    }

    /** What a fatal alert says (RFC 8446 6.2). */
    static int alert(byte[] bytes, int offset) {
        return Network.unsigned8(bytes, offset + HEADER_LENGTH + 1);
    }
}
