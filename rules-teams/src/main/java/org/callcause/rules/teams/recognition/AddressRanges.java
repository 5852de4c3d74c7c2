package org.callcause.rules.teams.recognition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.callcause.rules.teams.facts.FactTable;

/** Microsoft's published ranges for signalling and media, from {@code address-ranges.tsv}; IPv4 only, as trunks use it. */
public final class AddressRanges {

    private record Range(long first, long last) {

        static Stream<Range> of(String text) {
            int slash = text.indexOf('/');
            OptionalLong first = address(text.substring(0, slash));
            long size = 1L << (32 - Math.min(32, Integer.parseInt(text.substring(slash + 1))));
            return first.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Range(first.getAsLong(), first.getAsLong() + size - 1));
        }

        boolean holds(long address) {
            return first <= address && address <= last;
        }
    }

    private static final List<Range> RANGES = FactTable.rows(AddressRanges.class, "address-ranges.tsv").stream()
            .flatMap(row -> Range.of(FactTable.cell(row, "range")))
            .toList();

    private AddressRanges() {}

    /** Whether the text is an IPv4 address within a range that Microsoft publishes. */
    public static boolean hold(String host) {
        OptionalLong found = address(host);
        if (found.isEmpty()) {
            return false;
        }
        long address = found.getAsLong();
        for (Range range : RANGES) {
            if (range.holds(address)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text is an IP address of either version, with or without brackets. */
    public static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || address(host).isPresent();
    }

    /** The days of the editions, for a finding to name. */
    public static Optional<String> newestDate() {
        return FactTable.rows(AddressRanges.class, "address-ranges.tsv").stream()
                .map(row -> FactTable.cell(row, "date"))
                .max(String::compareTo);
    }

    private static OptionalLong address(String text) {
        if (text.isEmpty() || text.length() > 15 || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return OptionalLong.empty();
        }
        long address = 0;
        int part = -1;
        int dots = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.') {
                if (part < 0 || part > 255) {
                    return OptionalLong.empty();
                }
                address = address << 8 | part;
                part = -1;
                dots++;
            } else if (c >= '0' && c <= '9' && part < 1000) {
                part = Math.max(part, 0) * 10 + (c - '0');
            } else {
                return OptionalLong.empty();
            }
        }
        return dots == 4 ? OptionalLong.of(address) : OptionalLong.empty();
    }
}
