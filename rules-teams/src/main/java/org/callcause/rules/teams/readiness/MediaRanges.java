package org.callcause.rules.teams.readiness;

import java.util.List;
import java.util.Map;
import org.callcause.rules.teams.facts.FactTable;
import org.callcause.rules.teams.recognition.AddressRanges;

/** Microsoft's media addresses and ports as documented, from {@code media-ports.tsv} and {@code address-ranges.tsv}. */
public final class MediaRanges {

    private static final List<Map<String, String>> PORTS = FactTable.rows(MediaRanges.class, "media-ports.tsv");

    private MediaRanges() {}

    /** What the documents say to an address and port that Microsoft's side names for its media: a clause. */
    public static String say(String address, int port) {
        String where = address + " port " + port;
        if (!AddressRanges.hold(address)) {
            return where + " is outside the ranges that Microsoft documented up to "
                    + AddressRanges.newestDate().orElse("now")
                    + ": a client's own address under media bypass, or a new range";
        }
        if (holds("media processor", port)) {
            return where + " is within the documented ranges of media processors";
        }
        return holds("relay, media bypass", port) || holds("client, media bypass", port)
                ? where + " is a port of media bypass, for which the documents of 2021 and 2022 name different ranges"
                : where + " is in a documented address range, but at a port that no document names";
    }

    private static boolean holds(String flow, int port) {
        return PORTS.stream()
                .filter(row -> FactTable.cell(row, "flow").equals(flow))
                .anyMatch(row -> Integer.parseInt(FactTable.cell(row, "from")) <= port
                        && port <= Integer.parseInt(FactTable.cell(row, "to")));
    }
}
