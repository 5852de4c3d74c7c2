package org.callcause.capture.packet;

import org.callcause.capture.source.Network;

/** Tells RTP and RTCP from what else UDP carries, as far as their headers do: of both, encrypted or not, by version 2. */
final class RtpHeader {

    /** The fixed header of RTP (RFC 3550 5.1); RTCP never comes as its shorter header alone. */
    private static final int LENGTH = 12;

    /** RFC 5761 4: no payload type of RTP, with or without the marker, looks like one of these packet types of RTCP. */
    private static final int FIRST_OF_RTCP = 192;

    private static final int LAST_OF_RTCP = 223;

    private RtpHeader() {}

    static boolean isLikeRtp(byte[] bytes, int offset, int end) {
        return isVersion2(bytes, offset, end) && !isTypeOfRtcp(bytes, offset);
    }

    static boolean isLikeRtcp(byte[] bytes, int offset, int end) {
        return isVersion2(bytes, offset, end) && isTypeOfRtcp(bytes, offset);
    }

    /** Of what is like RTP; 0 to 127. */
    static int payloadType(byte[] bytes, int offset) {
        return bytes[offset + 1] & 0x7F;
    }

    private static boolean isVersion2(byte[] bytes, int offset, int end) {
        return end - offset >= LENGTH && (bytes[offset] & 0xC0) == 0x80;
    }

    private static boolean isTypeOfRtcp(byte[] bytes, int offset) {
        int type = Network.unsigned8(bytes, offset + 1);
        return type >= FIRST_OF_RTCP && type <= LAST_OF_RTCP;
    }
}
