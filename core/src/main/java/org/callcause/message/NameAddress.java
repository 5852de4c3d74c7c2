package org.callcause.message;

import java.util.Optional;

/**
 * An address with an optional name and parameters, as in From, To, Contact and Route:
 * {@code "Alice" <sip:alice@example.com>;tag=88}.
 *
 * @param displayName the name without quotes and escapes; empty where there is none
 * @param uri the address; for the Contact {@code *} its text is {@code *}
 * @param parameters the parameters of the header. Without angle brackets all parameters belong to the header, none to
 *     the URI (RFC 3261 section 20)
 * @param raw the whole value
 */
public record NameAddress(String displayName, SipUri uri, Parameters parameters, String raw) {

    /** Reads an address, leniently. */
    public static NameAddress parse(String text) {
        String raw = text.trim();
        int open = Lexical.indexOutsideQuotes(raw, '<');
        if (open < 0) {
            return withoutBrackets("", raw, raw);
        }
        String displayName = Lexical.unquote(raw.substring(0, open).trim());
        int close = raw.indexOf('>', open);
        if (close < 0) {
            // The bracket is never closed: what looks like a parameter, as a tag, is worth more as one of the header.
            return withoutBrackets(displayName, raw.substring(open + 1), raw);
        }
        Parameters parameters = Parameters.parse(raw.substring(close + 1).trim());
        return new NameAddress(displayName, SipUri.parse(raw.substring(open + 1, close)), parameters, raw);
    }

    private static NameAddress withoutBrackets(String displayName, String address, String raw) {
        int semicolon = address.indexOf(';');
        String uri = semicolon < 0 ? address : address.substring(0, semicolon);
        Parameters parameters = semicolon < 0 ? Parameters.NONE : Parameters.parse(address.substring(semicolon));
        return new NameAddress(displayName, SipUri.parse(uri), parameters, raw);
    }

    /** The tag parameter, which names one side of a dialog; empty where it is missing or has no value. */
    public Optional<String> tag() {
        return parameters.value("tag").filter(tag -> !tag.isEmpty());
    }

    @Override
    public String toString() {
        return raw;
    }
}
