package org.callcause.rules.rfc3261.media;

import java.util.Locale;
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

    static boolean isRtp(Media media) {
        return media.protocol().toUpperCase(Locale.ROOT).contains("RTP/");
    }

    /** RTP/SAVP may also be answered for UDP/TLS/RTP/SAVP of old browsers, which named it so (RFC 8829 5.1.2). */
    static boolean sameProtocol(Media one, Media other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(Media media) {
        String name = media.protocol().toUpperCase(Locale.ROOT);
        return name.startsWith("UDP/TLS/") ? name.substring("UDP/TLS/".length()) : name;
    }

    /** Whether the key of the answer is for a suite that the offer has not (RFC 4568 5.1.2). */
    static boolean answersUnknownSuite(OfferAnswer.Stream stream) {
        Set<String> offered = stream.offered().crypto().stream().collect(Collectors.toSet());
        return !offered.isEmpty()
                && !stream.answered().crypto().isEmpty()
                && stream.answered().crypto().stream().noneMatch(offered::contains);
    }
}
