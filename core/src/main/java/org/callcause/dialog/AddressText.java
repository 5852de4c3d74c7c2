package org.callcause.dialog;

/** Writes IP addresses as text; IPv6 as RFC 5952 wants it, so that equal addresses are equal texts. */
public final class AddressText {

    private static final int GROUPS = 8;

    private AddressText() {}

    /**
     * An IPv6 address, or the IPv4 address that it maps ({@code ::ffff:0:0/96}).
     *
     * @param high its first 64 bits
     * @param low the others
     */
    public static String of(long high, long low) {
        if (high == 0 && low >>> 32 == 0xFFFF) {
            return (low >>> 24 & 0xFF) + "." + (low >>> 16 & 0xFF) + "." + (low >>> 8 & 0xFF) + "." + (low & 0xFF);
        }
        int gapStart = -1;
        int gapLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = 0;
            while (i + zeros < GROUPS && group(high, low, i + zeros) == 0) {
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
                text.append(Long.toHexString(group(high, low, i)));
            }
        }
        return text.toString();
    }

    /**
     * An IPv6 address, however it is written and with or without brackets, in the one form; anything else as it stands. No name
     * is looked up.
     */
    public static String canonical(String host) {
        if (host.indexOf(':') < 0) {
            return host;
        }
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        int[] groups = new int[GROUPS];
        int gap = bare.indexOf("::");
        boolean readable = gap < 0
                ? groups(bare, groups, true) == GROUPS
                : withGap(bare.substring(0, gap), bare.substring(gap + 2), groups);
        return readable ? of(half(groups, 0), half(groups, 4)) : host;
    }

    private static boolean withGap(String before, String after, int[] groups) {
        int[] behind = new int[GROUPS];
        int front = before.isEmpty() ? 0 : groups(before, groups, false);
        int back = after.isEmpty() ? 0 : groups(after, behind, true);
        if (front < 0 || back < 0 || front + back >= GROUPS) {
            return false;
        }
        System.arraycopy(behind, 0, groups, GROUPS - back, back);
        return true;
    }

    /** Reads groups with single colons between them, the last two perhaps as an IPv4 address; says how many, or -1. */
    private static int groups(String text, int[] groups, boolean mayEndInIpv4) {
        int count = 0;
        int at = 0;
        while (at <= text.length()) {
            int colon = text.indexOf(':', at);
            String word = text.substring(at, colon < 0 ? text.length() : colon);
            if (colon < 0 && mayEndInIpv4 && word.indexOf('.') > 0) {
                return count <= GROUPS - 2 && ipv4(word, groups, count) ? count + 2 : -1;
            }
            int value = word.length() <= 4 ? number(word, 16) : -1;
            if (value < 0 || count == GROUPS) {
                return -1;
            }
            groups[count++] = value;
            at = colon < 0 ? text.length() + 1 : colon + 1;
        }
        return count;
    }

    private static boolean ipv4(String text, int[] groups, int first) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            int octet = octets[i].length() <= 3 ? number(octets[i], 10) : -1;
            if (octet < 0 || octet > 0xFF) {
                return false;
            }
            groups[first + i / 2] = groups[first + i / 2] << 8 & 0xFF00 | octet;
        }
        return true;
    }

    private static int number(String digits, int radix) {
        int value = digits.isEmpty() ? -1 : 0;
        for (int i = 0; i < digits.length() && value >= 0; i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            value = digit < 0 ? -1 : value * radix + digit;
        }
        return value;
    }

    private static long half(int[] groups, int first) {
        long half = 0;
        for (int i = first; i < first + 4; i++) {
            half = half << 16 | groups[i];
        }
        return half;
    }

    private static long group(long high, long low, int index) {
        long half = index < 4 ? high : low;
        return (half >>> (48 - 16 * (index & 3))) & 0xFFFF;
    }
}
