package org.callcause.message;

import java.util.Optional;

/**
 * What a server asks for before it serves a request: one WWW-Authenticate or Proxy-Authenticate header.
 *
 * @param header which of the two
 * @param scheme {@code Digest} or another
 * @param parameters the parameters, which commas part here
 */
public record Challenge(HeaderName header, String scheme, Parameters parameters) {

    static Challenge parse(HeaderName header, String value) {
        int end = Lexical.endOfWord(value, 0);
        return new Challenge(header, value.substring(0, end), Parameters.of(Lexical.split(value.substring(end), ',')));
    }

    /** The realm. */
    public Optional<String> realm() {
        return parameters.value("realm");
    }

    /** The nonce. */
    public Optional<String> nonce() {
        return parameters.value("nonce");
    }

    /** Whether only the nonce was too old: the password need not be asked for again. */
    public boolean stale() {
        return parameters.value("stale").filter("true"::equalsIgnoreCase).isPresent();
    }

    /** The algorithm, if it is named; without it Digest means MD5. */
    public Optional<String> algorithm() {
        return parameters.value("algorithm");
    }

    /** The qualities of protection on offer, as written. */
    public Optional<String> qop() {
        return parameters.value("qop");
    }
}
