package org.callcause.message;

import java.util.Optional;

/**
 * The answer to a {@link Challenge}: one Authorization or Proxy-Authorization header.
 *
 * @param header which of the two
 * @param scheme {@code Digest} or another
 * @param parameters the parameters, which commas part here
 */
public record Credentials(HeaderName header, String scheme, Parameters parameters) {

    static Credentials parse(HeaderName header, String value) {
        int end = Lexical.endOfWord(value, 0);
        return new Credentials(
                header, value.substring(0, end), Parameters.of(Lexical.split(value.substring(end), ',')));
    }

    /** The realm. */
    public Optional<String> realm() {
        return parameters.value("realm");
    }

    /** The nonce. */
    public Optional<String> nonce() {
        return parameters.value("nonce");
    }

    /** The user name. */
    public Optional<String> username() {
        return parameters.value("username");
    }

    /** The URI which the response was computed for. */
    public Optional<String> uri() {
        return parameters.value("uri");
    }

    /** The computed response. */
    public Optional<String> response() {
        return parameters.value("response");
    }

    /** How often the nonce was used, the {@code nc} parameter, as written. */
    public Optional<String> nonceCount() {
        return parameters.value("nc");
    }
}
