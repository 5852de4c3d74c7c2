package org.callcause.rules.rfc3261.reading;

import java.util.Locale;

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
        if (host.isEmpty()) {
            return NAME;
        }
        if (host.indexOf(':') >= 0) {
            return ofIpv6(bare(host));
        }
        return ofIpv4(host);
    }

    /** Whether two hosts are written alike, apart from the brackets of an IPv6 address and from case. */
    public static boolean isSame(String one, String other) {
        return bare(one).equalsIgnoreCase(bare(other));
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether nobody outside the own network can send to it. */
    public boolean isLocal() {
        return this == PRIVATE || this == LOOPBACK;
    }

    /** Whether this is an IPv6 address. */
    public static boolean isIpv6(String host) {
        return host.indexOf(':') >= 0;
    }

    private static HostKind ofIpv4(String host) {
        int[] octets = new int[4];
        int octet = 0;
        int digits = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.' && digits > 0 && octet < 3) {
                octet++;
                digits = 0;
            } else if (c >= '0' && c <= '9' && digits < 3) {
                octets[octet] = octets[octet] * 10 + (c - '0');
                digits++;
            } else {
                return NAME;
            }
        }
        return octet == 3 && digits > 0 ? ofOctets(octets[0], octets[1], octets) : NAME;
    }

    private static HostKind ofOctets(int first, int second, int[] octets) {
        if (first == 0 && second == 0 && octets[2] == 0 && octets[3] == 0) {
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

    private static HostKind ofIpv6(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.equals("::")) {
            return NULL;
        }
        if (lower.equals("::1")) {
            return LOOPBACK;
        }
        if (lower.startsWith("ff")) {
            return MULTICAST;
        }
        boolean local = lower.startsWith("fc")
                || lower.startsWith("fd")
                || lower.startsWith("fe8")
                || lower.startsWith("fe9")
                || lower.startsWith("fea")
                || lower.startsWith("feb");
        return local ? PRIVATE : PUBLIC;
    }
}
