package org.callcause.capture.packet;

import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.Network;

/** Ethernet frames and what may stand between them and IP: VLAN tags, MPLS labels, PPPoE, PPP, LLC. */
final class Ethernet {

    static final int TYPE_IPV4 = 0x0800;
    static final int TYPE_IPV6 = 0x86DD;
    static final int TYPE_BRIDGED = 0x6558;
    static final int TYPE_PPP = 0x880B;

    private static final int TYPE_VLAN = 0x8100;
    private static final int TYPE_SERVICE_VLAN = 0x88A8;
    private static final int TYPE_OLD_SERVICE_VLAN = 0x9100;
    private static final int TYPE_OLDER_SERVICE_VLAN = 0x9200;
    private static final int TYPE_MPLS = 0x8847;
    private static final int TYPE_MPLS_MULTICAST = 0x8848;
    private static final int TYPE_PPPOE_SESSION = 0x8864;
    private static final int LARGEST_LENGTH = 1500;

    private static final int PPP_IPV4 = 0x0021;
    private static final int PPP_IPV6 = 0x0057;

    private static final int HEADER_LENGTH = 14;

    private final Losses losses;
    private final IpDecoder ip;

    Ethernet(Losses losses, IpDecoder ip) {
        this.losses = losses;
        this.ip = ip;
    }

    void frame(byte[] bytes, int offset, int end) {
        if (end - offset < HEADER_LENGTH) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        payload(Network.unsigned16(bytes, offset + 12), bytes, offset + HEADER_LENGTH, end);
    }

    /** What follows an EtherType; types that carry no IP are passed over. */
    void payload(int firstType, byte[] bytes, int offset, int end) {
        int type = firstType;
        int at = offset;
        while (isVlan(type)) {
            if (end - at < 4) {
                losses.count(Loss.MALFORMED_FRAME);
                return;
            }
            type = Network.unsigned16(bytes, at + 2);
            at += 4;
        }
        switch (type) {
            case TYPE_IPV4, TYPE_IPV6 -> ip.packet(bytes, at, end);
            case TYPE_MPLS, TYPE_MPLS_MULTICAST -> labels(bytes, at, end);
            case TYPE_PPPOE_SESSION -> pointToPointOverEthernet(bytes, at, end);
            case TYPE_BRIDGED -> frame(bytes, at, end);
            case TYPE_PPP -> pointToPoint(bytes, at, end);
            default -> {
                if (type <= LARGEST_LENGTH) {
                    logicalLinkControl(bytes, at, end);
                }
            }
        }
    }

    private static boolean isVlan(int type) {
        return type == TYPE_VLAN
                || type == TYPE_SERVICE_VLAN
                || type == TYPE_OLD_SERVICE_VLAN
                || type == TYPE_OLDER_SERVICE_VLAN;
    }

    /** MPLS says nowhere what it carries: an IP version in the first half byte, else an Ethernet pseudowire. */
    private void labels(byte[] bytes, int offset, int end) {
        int at = offset;
        while (end - at >= 4 && (bytes[at + 2] & 1) == 0) {
            at += 4;
        }
        at += 4;
        if (end - at < 4) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        switch (bytes[at] >> 4 & 0xF) {
            case 4, 6 -> ip.packet(bytes, at, end);
            case 0 -> frame(bytes, at + 4, end);
            default -> frame(bytes, at, end);
        }
    }

    void pointToPointOverEthernet(byte[] bytes, int offset, int end) {
        if (end - offset < 8) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        // Version 1, type 1, code 0 (session data): RFC 2516 section 4.
        if (bytes[offset] == 0x11 && bytes[offset + 1] == 0) {
            pointToPoint(bytes, offset + 6, end);
        }
    }

    /** PPP with or without its address and control bytes; the protocol field may be one byte short (RFC 1661 6.5). */
    void pointToPoint(byte[] bytes, int offset, int end) {
        int at = offset;
        if (end - at >= 2 && bytes[at] == (byte) 0xFF && bytes[at + 1] == 0x03) {
            at += 2;
        }
        if (end - at < 2) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        boolean compressed = (bytes[at] & 1) != 0;
        int protocol = compressed ? Network.unsigned8(bytes, at) : Network.unsigned16(bytes, at);
        at += compressed ? 1 : 2;
        if (protocol == PPP_IPV4 || protocol == PPP_IPV6) {
            ip.packet(bytes, at, end);
        }
    }

    private void logicalLinkControl(byte[] bytes, int offset, int end) {
        boolean subnetwork = end - offset >= 8
                && bytes[offset] == (byte) 0xAA
                && bytes[offset + 1] == (byte) 0xAA
                && bytes[offset + 2] == 0x03;
        if (subnetwork) {
            int type = Network.unsigned16(bytes, offset + 6);
            if (type == TYPE_IPV4 || type == TYPE_IPV6) {
                ip.packet(bytes, offset + 8, end);
            }
        }
    }
}
