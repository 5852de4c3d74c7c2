package org.callcause.rules.rfc3261.reading;

import org.callcause.dialog.NetworkAddress;

/** How far the address in a header or a session description reaches. */
public enum HostKind {
    /** An address that is routed everywhere, as far as its number tells; documentation addresses count as such. */
    PUBLIC,
    /** An address that is valid in one network only (RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291 2.5.6). */
    PRIVATE,
    /** The own machine. */
    LOOPBACK,
    /** The address without meaning: {@code 0.0.0.0} or {@code ::}. */
    NULL,
    /** A group of receivers or all of a network. */
    MULTICAST,
    /** A name, or nothing. */
    NAME;

    /** Reads a host as it stands in a message, an IPv6 address with or without its brackets. */
    public static HostKind of(String host) {
        return NetworkAddress.of(host).map(HostKind::of).orElse(NAME);
    }

    /** Whether two hosts are one address, however each is written, or one name. */
    public static boolean isSame(String one, String other) {
        return one.equalsIgnoreCase(other)
                || NetworkAddress.of(one)
                        .filter(address ->
                                NetworkAddress.of(other).filter(address::equals).isPresent())
                        .isPresent();
    }

    /** Whether nobody outside the own network can send to it. */
    public boolean isLocal() {
        return this == PRIVATE || this == LOOPBACK;
    }

    /** Whether this is an IPv6 address. */
    public static boolean isIpv6(String host) {
        return host.indexOf(':') >= 0;
    }

    private static HostKind of(NetworkAddress address) {
        return address.isIpv4() ? ofIpv4(address) : ofIpv6(address);
    }

    private static HostKind ofIpv4(NetworkAddress address) {
        int first = address.octet(0);
        int second = address.octet(1);
        if (first == 0 && second == 0 && address.octet(2) == 0 && address.octet(3) == 0) {
            return NULL;
        }
        if (first == 127) {
            return LOOPBACK;
        }
        if (first >= 224) {
            return MULTICAST;
        }
        boolean local = first == 10
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254);
        return local ? PRIVATE : PUBLIC;
    }

    /** RFC 4291 2.4 with the unique local addresses of RFC 4193 3.1. */
    private static HostKind ofIpv6(NetworkAddress address) {
        if (address.high() == 0 && address.low() == 0) {
            return NULL;
        }
        if (address.high() == 0 && address.low() == 1) {
            return LOOPBACK;
        }
        int group = address.firstGroup();
        if (group >>> 8 == 0xff) {
            return MULTICAST;
        }
        boolean local = group >>> 9 == 0xfc00 >>> 9 || group >>> 6 == 0xfe80 >>> 6;
        return local ? PRIVATE : PUBLIC;
    }
}
