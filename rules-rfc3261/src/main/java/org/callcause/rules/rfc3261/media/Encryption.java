package org.callcause.rules.rfc3261.media;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callcause.message.Media;
import org.callcause.rules.rfc3261.reading.OfferAnswer;

/** How a stream is encrypted (RFC 3711, RFC 4568, RFC 5764). */
final class Encryption {

    private Encryption() {}

    /** Whether the protocol leaves no choice: RTP/SAVP, RTP/SAVPF and the DTLS forms of them. */
    static boolean isRequired(Media media) {
        return media.protocol().toUpperCase(Locale.ROOT).contains("SAVP");
    }

    /** RTP/SAVP may also be answered for UDP/TLS/RTP/SAVP of old browsers, which named it so (RFC 8829 5.1.2). */
    static boolean sameProtocol(Media one, Media other) {
        return plain(one).equals(plain(other));
    }

    /** Whether only one of them has feedback (RFC 4585): devices hear each other all the same. */
    static boolean differsInFeedback(Media one, Media other) {
        return withoutFeedback(one).equals(withoutFeedback(other)) && !sameProtocol(one, other);
    }

    private static String withoutFeedback(Media media) {
        String name = plain(media);
        return name.endsWith("PF") ? name.substring(0, name.length() - 1) : name;
    }

    private static String plain(Media media) {
        String name = media.protocol().toUpperCase(Locale.ROOT);
        return name.startsWith("UDP/TLS/") ? name.substring("UDP/TLS/".length()) : name;
    }

    /**
     * Whether the key of the answer has the tag of another suite than it names: the tag says which of the offered keys
     * was chosen (RFC 4568 5.1.3).
     */
    static boolean answersOtherTag(OfferAnswer.Stream stream) {
        Map<String, String> offered = suites(stream.offered());
        Map<String, String> answered = suites(stream.answered());
        return !offered.isEmpty()
                && answered.entrySet().stream()
                        .anyMatch(key -> offered.containsValue(key.getValue())
                                && !key.getValue().equals(offered.get(key.getKey())));
    }

    /** The suites of a stream by their tags. */
    private static Map<String, String> suites(Media media) {
        Map<String, String> suites = new HashMap<>();
        for (String attribute : media.attributes()) {
            if (attribute.startsWith("crypto:")) {
                String[] words = attribute.substring("crypto:".length()).strip().split("\\s+", -1);
                if (words.length > 1) {
                    suites.putIfAbsent(words[0], words[1]);
                }
            }
        }
        return suites;
    }

    /** Whether the key of the answer is for a suite that the offer has not (RFC 4568 5.1.2). */
    static boolean answersUnknownSuite(OfferAnswer.Stream stream) {
        Set<String> offered = stream.offered().crypto().stream().collect(Collectors.toSet());
        return !offered.isEmpty()
                && !stream.answered().crypto().isEmpty()
                && stream.answered().crypto().stream().noneMatch(offered::contains);
    }
}
