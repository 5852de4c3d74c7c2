package org.callcause.rules.teams.readiness;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Codec;
import org.callcause.message.Media;
import org.callcause.message.Sdp;
import org.callcause.rules.teams.facts.FactTable;
import org.callcause.rules.teams.recognition.TeamsCall;

/** What the SBC offers to Microsoft, held against what Microsoft documents that it takes. */
final class Offers {

    /** The suites of which one has to be among the keys. */
    private static final List<String> SUITES = formats("suite");

    /** The same in words. */
    static final String SUITE = String.join(" or ", SUITES);

    private static final Set<String> CODECS = Set.copyOf(formats("codec"));

    private Offers() {}

    private static List<String> formats(String kind) {
        return FactTable.rows(Offers.class, "media-formats.tsv").stream()
                .filter(row -> FactTable.cell(row, "kind").equals(kind))
                .map(row -> FactTable.cell(row, "value"))
                .toList();
    }

    /** The audio that the SBC offered in the INVITE that Microsoft refused. */
    static Optional<Media> refusedAudio(TeamsCall teams) {
        return teams.isRefusedByMicrosoft() ? teams.requestToMicrosoft().flatMap(Offers::audio) : Optional.empty();
    }

    static Optional<Media> audio(TrackedMessage message) {
        return message.message().sdp().stream()
                .map(Sdp::media)
                .flatMap(List::stream)
                .filter(media -> media.type().equals("audio"))
                .findFirst();
    }

    /** Keys in the description (RFC 4568), with the suite that Microsoft requires. */
    static boolean isEncrypted(Media audio) {
        return audio.protocol().toUpperCase(Locale.ROOT).contains("SAVP")
                && audio.crypto().stream().anyMatch(SUITES::contains);
    }

    static boolean hasCodec(Media audio) {
        return audio.codecs().stream()
                .map(codec -> codec.name().toUpperCase(Locale.ROOT))
                .anyMatch(CODECS::contains);
    }

    /** A payload type number that stands for two things. */
    static Optional<String> doubledPayloadType(Media audio) {
        Set<String> listed = new HashSet<>();
        Set<String> mapped = new HashSet<>();
        return Stream.concat(
                        audio.formats().stream().filter(format -> !listed.add(format)),
                        audio.attributes().stream()
                                .filter(attribute -> attribute.startsWith("rtpmap:"))
                                .map(attribute -> attribute
                                        .substring("rtpmap:".length())
                                        .strip()
                                        .split("\\s", 2)[0])
                                .filter(format -> !mapped.add(format)))
                .findFirst();
    }

    static boolean hasCandidates(Media audio) {
        return audio.attributes().stream().anyMatch(attribute -> attribute.startsWith("candidate:"));
    }

    static List<String> codecNames(Media audio) {
        return audio.codecs().stream()
                .map(Codec::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
