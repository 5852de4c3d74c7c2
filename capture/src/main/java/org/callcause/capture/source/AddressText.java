package org.callcause.capture.source;

/** Writes IP addresses as text; IPv6 as RFC 5952 wants it. */
final class AddressText {

    private static final int GROUPS = 8;

    private AddressText() {}

    static String of(long high, long low) {
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

    private static long group(long high, long low, int index) {
        long half = index < 4 ? high : low;
        return (half >>> (48 - 16 * (index & 3))) & 0xFFFF;
    }
}
