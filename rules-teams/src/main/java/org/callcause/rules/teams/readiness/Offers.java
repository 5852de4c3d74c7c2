package org.callcause.rules.teams.readiness;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * A payload type number that stands for two things.
     *
     * @param number as written
     * @param first the encoding of the first rtpmap
     * @param second the encoding of another
     */
    record Doubled(String number, String first, String second) {}

    /** The first payload type number that two rtpmaps give two meanings; the same one told twice has one. */
    static Optional<Doubled> doubledPayloadType(Media audio) {
        Map<String, String> meanings = new HashMap<>();
        for (String attribute : audio.attributes()) {
            if (attribute.startsWith("rtpmap:")) {
                String[] mapping =
                        attribute.substring("rtpmap:".length()).strip().split("\\s+", 2);
                String encoding = mapping.length < 2 ? "" : mapping[1].strip();
                String first = meanings.putIfAbsent(mapping[0], encoding);
                if (first != null && !meaning(first).equals(meaning(encoding))) {
                    return Optional.of(new Doubled(mapping[0], first, encoding));
                }
            }
        }
        return Optional.empty();
    }

    /** Names of encodings are the same in any case, and one channel goes without saying (RFC 8866 6.6). */
    private static String meaning(String encoding) {
        String name = encoding.toLowerCase(Locale.ROOT);
        return name.endsWith("/1") ? name.substring(0, name.length() - 2) : name;
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
