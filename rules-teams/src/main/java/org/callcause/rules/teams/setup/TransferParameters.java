package org.callcause.rules.teams.setup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Microsoft writes into the URIs of a REFER and has to get back letter by letter: {@code x-t} and {@code x-ti}, the
 * GUIDs of the tenant and of the call that is transferred, and {@code x-tt}, a URI in base64. That they have these forms is
 * seen in traces and not documented.
 */
final class TransferParameters {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*(x-t|x-ti|x-tt)=([^;>?,\\s]*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern GUID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    /** "https:" in base64. */
    private static final String REPLACEMENT = "aHR0cHM";

    private static final Pattern URI = Pattern.compile("https://[\\x21-\\x7e]+");

    private TransferParameters() {}

    /** What shows that an element changed one of them, as a clause; empty where they can be as Microsoft wrote them. */
    static Optional<String> alteration(String header) {
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.find()) {
            String name = parameter.group(1).toLowerCase(Locale.ROOT);
            String value = parameter.group(2);
            Optional<String> alteration = name.equals("x-tt") ? ofReplacement(value) : ofGuid(name, value);
            if (alteration.isPresent()) {
                return alteration;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofGuid(String name, String value) {
        return GUID.matcher(value).matches()
                ? Optional.empty()
                : Optional.of(name + " of this INVITE, \"" + value + "\", is no GUID, as Microsoft writes it");
    }

    private static Optional<String> ofReplacement(String value) {
        if (!value.regionMatches(true, 0, REPLACEMENT, 0, REPLACEMENT.length())) {
            return Optional.empty();
        }
        if (!value.startsWith(REPLACEMENT)) {
            return Optional.of(
                    "x-tt in this INVITE begins in letters that no base64 of https has: their case was changed");
        }
        return decoded(value).filter(uri -> URI.matcher(uri).matches()).isPresent()
                ? Optional.empty()
                : Optional.of("x-tt in this INVITE is no whole base64 of a URI: it was cut or changed further on");
    }

    private static Optional<String> decoded(String value) {
        try {
            String base64 = URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
