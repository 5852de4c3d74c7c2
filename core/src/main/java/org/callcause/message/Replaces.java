package org.callcause.message;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The dialog that a Replaces header names (RFC 3891 6.1).
 *
 * @param callId its Call-ID
 * @param toTag the tag of the side that gets the request; empty without one
 * @param fromTag the tag of the other side; empty without one
 */
public record Replaces(String callId, String toTag, String fromTag) {

    /** Reads a value. */
    public static Replaces parse(String text) {
        int semicolon = text.indexOf(';');
        Parameters parameters = semicolon < 0 ? Parameters.NONE : Parameters.parse(text.substring(semicolon));
        return new Replaces(
                (semicolon < 0 ? text : text.substring(0, semicolon)).trim(),
                parameters.value("to-tag").orElse(""),
                parameters.value("from-tag").orElse(""));
    }

    /** The one that an address carries in escapes, as that of a Refer-To does (RFC 3891 6.2). */
    public static Optional<Replaces> in(SipUri uri) {
        for (String header : uri.headers().split("&", -1)) {
            int equals = header.indexOf('=');
            if (equals > 0 && header.substring(0, equals).equalsIgnoreCase("Replaces")) {
                return unescaped(header.substring(equals + 1)).map(Replaces::parse);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unescaped(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException brokenEscape) {
            return Optional.empty();
        }
    }
}
