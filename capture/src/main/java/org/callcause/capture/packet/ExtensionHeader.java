package org.callcause.capture.packet;

import org.callcause.capture.source.Network;

/** The headers that may stand between the header of IPv6 and what it carries (RFC 8200 section 4). */
final class ExtensionHeader {

    static final int FRAGMENT = 44;

    /** The shortest one, and how much of one must be there to know its length. */
    static final int SHORTEST = 8;

    private static final int HOP_BY_HOP_OPTIONS = 0;
    private static final int ROUTING = 43;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int MOBILITY = 135;

    private ExtensionHeader() {}

    static boolean is(int protocol) {
        return switch (protocol) {
            case HOP_BY_HOP_OPTIONS, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION_OPTIONS, MOBILITY -> true;
            default -> false;
        };
    }

    static int length(int protocol, byte[] bytes, int offset) {
        return switch (protocol) {
            case FRAGMENT -> SHORTEST;
            case AUTHENTICATION -> (Network.unsigned8(bytes, offset + 1) + 2) * 4;
            default -> (Network.unsigned8(bytes, offset + 1) + 1) * 8;
        };
    }
}
