package org.callcause.rules.teams.recognition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.rules.teams.facts.FactTable;

/** Microsoft's published ranges for signalling and media, from {@code address-ranges.tsv}; IPv4 only, as trunks use it. */
public final class AddressRanges {

    private record Range(long first, long last) {

        static Stream<Range> of(String text) {
            int slash = text.indexOf('/');
            long first = address(text.substring(0, slash));
            long size = 1L << (32 - Math.min(32, Integer.parseInt(text.substring(slash + 1))));
            return first == NONE ? Stream.empty() : Stream.of(new Range(first, first + size - 1));
        }

        boolean holds(long address) {
            return first <= address && address <= last;
        }
    }

    private static final List<Range> RANGES = FactTable.rows(AddressRanges.class, "address-ranges.tsv").stream()
            .flatMap(row -> Range.of(FactTable.cell(row, "range")))
            .toList();

    private static final long NONE = -1;

    /** Which first bytes an address of a range may have: most addresses have another. */
    private static final boolean[] FIRST_BYTES = firstBytes();

    private AddressRanges() {}

    /** Whether the text is an IPv4 address within a range that Microsoft publishes. */
    public static boolean hold(String host) {
        if (!mayBegin(host)) {
            return false;
        }
        long address = address(host);
        for (Range range : RANGES) {
            if (range.holds(address)) {
                return true;
            }
        }
        return false;
    }

    private static boolean[] firstBytes() {
        boolean[] bytes = new boolean[256];
        for (Range range : RANGES) {
            for (long first = range.first() >> 24; first <= range.last() >> 24; first++) {
                bytes[(int) first] = true;
            }
        }
        return bytes;
    }

    private static boolean mayBegin(String host) {
        int first = 0;
        for (int i = 0; i < host.length() && i < 4; i++) {
            char digit = host.charAt(i);
            if (digit == '.') {
                return i > 0 && first < FIRST_BYTES.length && FIRST_BYTES[first];
            }
            if (digit < '0' || digit > '9') {
                return false;
            }
            first = first * 10 + digit - '0';
        }
        return false;
    }

    /** Whether the text is an IP address of either version, with or without brackets. */
    public static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || address(host) != NONE;
    }

    /** The days of the editions, for a finding to name. */
    public static Optional<String> newestDate() {
        return FactTable.rows(AddressRanges.class, "address-ranges.tsv").stream()
                .map(row -> FactTable.cell(row, "date"))
                .max(String::compareTo);
    }

    /** The number of an IPv4 address; {@link #NONE} of anything else. */
    private static long address(String text) {
        if (text.isEmpty() || text.length() > 15 || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return NONE;
        }
        long address = 0;
        int part = -1;
        int dots = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.') {
                if (part < 0 || part > 255) {
                    return NONE;
                }
                address = address << 8 | part;
                part = -1;
                dots++;
            } else if (c >= '0' && c <= '9' && part < 1000) {
                part = Math.max(part, 0) * 10 + (c - '0');
            } else {
                return NONE;
            }
        }
        return dots == 4 ? address : NONE;
    }
}
