package org.callcause.capture.packet;

import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.Network;

/** GRE (RFC 2784, 2890), its form for PPTP (RFC 2637), and mirrored Ethernet frames in it (ERSPAN). */
final class GenericRoutingDecoder {

    private static final int CHECKSUM = 0x8000;
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int ACKNOWLEDGEMENT = 0x0080;
    private static final int VERSION = 0x0007;

    private static final int MIRRORED_2 = 0x88BE;
    private static final int MIRRORED_3 = 0x22EB;

    private final Ethernet ethernet;
    private final Losses losses;

    GenericRoutingDecoder(Ethernet ethernet, Losses losses) {
        this.ethernet = ethernet;
        this.losses = losses;
    }

    void decode(byte[] bytes, int offset, int end) {
        if (end - offset < 4) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        int flags = Network.unsigned16(bytes, offset);
        int type = Network.unsigned16(bytes, offset + 2);
        int at = offset + 4;
        if ((flags & (CHECKSUM | ROUTING)) != 0) {
            at += 4;
        }
        if ((flags & KEY) != 0) {
            at += 4;
        }
        if ((flags & SEQUENCE) != 0) {
            at += 4;
        }
        if ((flags & VERSION) == 1 && (flags & ACKNOWLEDGEMENT) != 0) {
            at += 4;
        }
        if (at >= end) {
            return;
        }
        switch (type) {
            // Without a sequence number there is no ERSPAN header either (type I).
            case MIRRORED_2 -> ethernet.frame(bytes, at + ((flags & SEQUENCE) != 0 ? 8 : 0), end);
            case MIRRORED_3 -> mirrored(bytes, at, end);
            default -> ethernet.payload(type, bytes, at, end);
        }
    }

    private void mirrored(byte[] bytes, int offset, int end) {
        if (end - offset > 12) {
            boolean more = (bytes[offset + 11] & 1) != 0;
            ethernet.frame(bytes, offset + (more ? 20 : 12), end);
        }
    }
}
