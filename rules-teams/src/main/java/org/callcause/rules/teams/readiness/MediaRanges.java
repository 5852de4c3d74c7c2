package org.callcause.rules.teams.readiness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callcause.message.Media;
import org.callcause.rules.teams.facts.FactTable;
import org.callcause.rules.teams.recognition.AddressRanges;
import org.callcause.rules.teams.recognition.TeamsCall;

/** Microsoft's media addresses and ports as documented, from {@code media-ports.tsv} and {@code address-ranges.tsv}. */
public final class MediaRanges {

    /** Where media of Microsoft's side are, by the documents. */
    public enum Place {
        /** An address and a port of its media processors. */
        PROCESSOR("within the documented ranges of media processors"),
        /** A port of media bypass: the editions of 2021 and 2022 do not name the same ones. */
        BYPASS("a port of media bypass, for which the documents of 2021 and 2022 name different ranges"),
        /** A documented address at another port. */
        OTHER_PORT("in a documented address range, but at a port that no document names"),
        /** Any other address. */
        OUTSIDE("outside the ranges that Microsoft documented up to "
                + AddressRanges.newestDate().orElse("now")
                + ": a client's own address under media bypass, or a new range");

        private final String sentence;

        Place(String sentence) {
            this.sentence = sentence;
        }

        /** A clause that can follow "is". */
        public String sentence() {
            return sentence;
        }
    }

    private record Ports(String flow, int from, int to) {

        static Ports of(Map<String, String> row) {
            return new Ports(
                    FactTable.cell(row, "flow"),
                    Integer.parseInt(FactTable.cell(row, "from")),
                    Integer.parseInt(FactTable.cell(row, "to")));
        }
    }

    private static final List<Ports> PORTS = FactTable.rows(MediaRanges.class, "media-ports.tsv").stream()
            .map(Ports::of)
            .toList();

    private MediaRanges() {}

    /** Where an address and port are by the documents. */
    public static Place place(String address, int port) {
        if (!AddressRanges.hold(address)) {
            return Place.OUTSIDE;
        }
        if (holds("media processor", port)) {
            return Place.PROCESSOR;
        }
        return holds("relay, media bypass", port) || holds("client, media bypass", port)
                ? Place.BYPASS
                : Place.OTHER_PORT;
    }

    /** What the documents say to an address and port that Microsoft's side names for its media: a clause. */
    public static String say(String address, int port) {
        return address + " port " + port + " is " + place(address, port).sentence();
    }

    /** Where the first audio that Microsoft's side names in a call is. */
    public static Optional<Place> ofMicrosoft(TeamsCall teams) {
        return named(teams).map(audio -> place(audio.connectionAddress().orElse(""), audio.port()));
    }

    /** The first audio that Microsoft's side names in a call, in words. */
    public static Optional<String> sayOfMicrosoft(TeamsCall teams) {
        return named(teams).map(audio -> say(audio.connectionAddress().orElse(""), audio.port()));
    }

    private static Optional<Media> named(TeamsCall teams) {
        return teams.call().messages().stream()
                .filter(teams::isFromMicrosoft)
                .flatMap(message -> Offers.audio(message).stream())
                .filter(audio -> audio.port() > 0 && audio.connectionAddress().isPresent())
                .findFirst();
    }

    private static boolean holds(String flow, int port) {
        return PORTS.stream().anyMatch(row -> row.flow().equals(flow) && row.from() <= port && port <= row.to());
    }
}
