package org.callcause.dialog;

import java.util.Optional;

/**
 * An IP address. Equal ones are equal however they were written, and {@link #toString()} writes them in one form. Read by hand:
 * a library might ask a name server.
 *
 * @param high the first 64 of its 128 bits; those of an IPv4 address are {@code ::ffff:a.b.c.d} (RFC 4291 2.5.5.2)
 * @param low the others
 */
public record NetworkAddress(long high, long low) {

    private static final int GROUPS = 8;
    private static final long MAPPED = 0xffffL << 32;

    /** Reads an address with or without brackets and zone; absent for a name. */
    public static Optional<NetworkAddress> of(String host) {
        String bare = bare(host);
        return bare.indexOf(':') >= 0 ? ofIpv6(withoutZone(bare)) : ofIpv4(bare);
    }

    /** An address in the one form; anything else as it stands. */
    public static String canonical(String host) {
        return of(host).map(NetworkAddress::toString).orElse(host);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** {@code fe80::1%eth0} (RFC 4007 11.2). */
    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /** Whether it is an IPv4 address, however it is written. */
    public boolean isIpv4() {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /** One of the four bytes of an IPv4 address, counted from 0. */
    public int octet(int number) {
        return (int) (low >>> (24 - 8 * number)) & 0xff;
    }

    /** The first of the eight groups of an IPv6 address. */
    public int firstGroup() {
        return (int) (high >>> 48);
    }

    private static Optional<NetworkAddress> ofIpv4(String text) {
        long bits = 0;
        int octets = 0;
        int digits = 0;
        int octet = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.' && digits > 0 && octet <= 255) {
                bits = bits << 8 | octet;
                octets++;
                digits = 0;
                octet = 0;
            } else if (c >= '0' && c <= '9' && digits < 3 && octets < 4) {
                octet = octet * 10 + (c - '0');
                digits++;
            } else {
                return Optional.empty();
            }
        }
        return octets == 4 ? Optional.of(new NetworkAddress(0, MAPPED | bits)) : Optional.empty();
    }

    private static Optional<NetworkAddress> ofIpv6(String text) {
        int gap = text.indexOf("::");
        int[] groups = new int[GROUPS];
        if (gap < 0) {
            return read(text, groups, true) == GROUPS ? Optional.of(of(groups)) : Optional.empty();
        }
        int[] behind = new int[GROUPS];
        int before = read(text.substring(0, gap), groups, false);
        int after = read(text.substring(gap + 2), behind, true);
        if (before < 0 || after < 0 || before + after >= GROUPS) {
            return Optional.empty();
        }
        System.arraycopy(behind, 0, groups, GROUPS - after, after);
        return Optional.of(of(groups));
    }

    /** How many groups the text has; -1 if it is no part of an address. */
    private static int read(String text, int[] groups, boolean mayEndInIpv4) {
        if (text.isEmpty()) {
            return 0;
        }
        int count = 0;
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            Optional<NetworkAddress> embedded = mayEndInIpv4 && i == parts.length - 1 ? ofIpv4(part) : Optional.empty();
            if (embedded.isPresent() && count <= GROUPS - 2) {
                groups[count++] = (int) (embedded.get().low >>> 16) & 0xffff;
                groups[count++] = (int) embedded.get().low & 0xffff;
            } else if (count < GROUPS && isGroup(part)) {
                groups[count++] = Integer.parseInt(part, 16);
            } else {
                return -1;
            }
        }
        return count;
    }

    private static boolean isGroup(String part) {
        return !part.isEmpty()
                && part.length() <= 4
                && part.chars()
                        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    }

    private static NetworkAddress of(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < GROUPS / 2; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[GROUPS / 2 + i];
        }
        return new NetworkAddress(high, low);
    }

    /** IPv4 as four numbers, IPv6 as RFC 5952 wants it, without brackets. */
    @Override
    public String toString() {
        return isIpv4() ? octet(0) + "." + octet(1) + "." + octet(2) + "." + octet(3) : ipv6Text();
    }

    private String ipv6Text() {
        int gapStart = -1;
        int gapLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = 0;
            while (i + zeros < GROUPS && group(i + zeros) == 0) {
                zeros++;
            }
            if (zeros > gapLength) {
                gapStart = i;
                gapLength = zeros;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == gapStart) {
                text.append("::");
                i += gapLength - 1;
            } else {
                if (i > 0 && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Long.toHexString(group(i)));
            }
        }
        return text.toString();
    }

    private long group(int index) {
        long half = index < GROUPS / 2 ? high : low;
        return (half >>> (48 - 16 * (index & 3))) & 0xFFFF;
    }
}
