package org.callcause.rules.rfc3261.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callcause.diagnosis.Sentences;
import org.callcause.message.Codec;
import org.callcause.message.Media;

/** The formats of a stream, and whether two descriptions have one in common. */
public final class Formats {

    /** Formats beside the voice: key tones, silence and redundancy. */
    private static final Set<String> BESIDE_VOICE = Set.of("TELEPHONE-EVENT", "CN", "RED", "RTX", "ULPFEC", "FLEXFEC");

    private Formats() {}

    /** Whether packets of RTP carry it, encrypted or not. */
    public static boolean isRtp(Media media) {
        return media.protocol().toUpperCase(Locale.ROOT).contains("RTP/");
    }

    /** Whether it carries what is heard or seen, and not only what goes beside that. */
    public static boolean isOfVoice(Codec codec) {
        return !BESIDE_VOICE.contains(key(codec));
    }

    /** The first agreed stream whose two sides share no format that carries what is heard or seen (RFC 3264 6.1). */
    public static Optional<OfferAnswer.Stream> withoutCommon(OfferAnswer exchange) {
        return exchange.agreed().stream()
                .filter(stream -> isRtp(stream.offered()) && isRtp(stream.answered()))
                .filter(stream -> !stream.answered().formats().isEmpty()
                        && !stream.offered().formats().isEmpty())
                .filter(stream -> !shareFormat(stream))
                .findFirst();
    }

    /** A payload number may mean different things on the two sides, so the names count; unknown ones by their number. */
    private static boolean shareFormat(OfferAnswer.Stream stream) {
        List<Codec> offered = ofVoiceOrAll(stream.offered());
        List<Codec> answered = ofVoiceOrAll(stream.answered());
        Set<String> keys = offered.stream().map(Formats::key).collect(Collectors.toSet());
        Set<String> numbers = offered.stream().map(Codec::format).collect(Collectors.toSet());
        return answered.stream().anyMatch(codec -> keys.contains(key(codec)) || numbers.contains(codec.format()));
    }

    /** Whoever offers or answers only what goes beside the voice means that. */
    private static List<Codec> ofVoiceOrAll(Media media) {
        List<Codec> voice = media.codecs().stream().filter(Formats::isOfVoice).toList();
        return voice.isEmpty() ? media.codecs() : voice;
    }

    private static String key(Codec codec) {
        return codec.name().isEmpty() ? codec.format() : codec.name().toUpperCase(Locale.ROOT);
    }

    /** {@code PCMU and PCMA}: the formats that carry what is heard or seen, or all where there are none. */
    public static String names(Media media) {
        return Sentences.all(ofVoiceOrAll(media).stream()
                .map(codec -> codec.name().isEmpty() ? "payload type " + codec.format() : codec.name())
                .distinct()
                .toList());
    }
}
