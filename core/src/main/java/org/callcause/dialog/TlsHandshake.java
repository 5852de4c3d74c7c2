package org.callcause.dialog;

import java.util.Objects;
import java.util.Optional;

/**
 * What was seen in clear of a TLS handshake that did not succeed. From version 1.3 on only the two hellos are in clear.
 *
 * @param reached the last of its steps that was seen
 * @param serverName the name that the client asked for (SNI, RFC 6066 section 3)
 * @param offered the highest version that the client offered: {@code TLS 1.2}
 * @param chosen the version that the server chose
 * @param serverCertificate the certificate of the server
 * @param clientCertificate the certificate of the client
 * @param clientCertificateAsked whether the server asked for one
 * @param clientSentNone whether the client answered that it has none
 */
public record TlsHandshake(
        Step reached,
        Optional<String> serverName,
        Optional<String> offered,
        Optional<String> chosen,
        Optional<TlsCertificate> serverCertificate,
        Optional<TlsCertificate> clientCertificate,
        boolean clientCertificateAsked,
        boolean clientSentNone) {

    /** How far a handshake came. */
    public enum Step {
        /** The client had begun. */
        CLIENT_HELLO("client-hello"),
        /** The server had answered, with its certificate unless an earlier session went on. */
        SERVER_HELLO("server-hello"),
        /** The client had answered that, with its own certificate where it was asked for one. */
        CLIENT_ANSWER("client-answer");

        private final String word;

        Step(String word) {
            this.word = word;
        }

        /** The step as one kebab-case word. */
        public String word() {
            return word;
        }
    }

    /** Keeps the parts as they are. */
    public TlsHandshake {
        Objects.requireNonNull(reached, "reached");
        Objects.requireNonNull(serverName, "serverName");
        Objects.requireNonNull(offered, "offered");
        Objects.requireNonNull(chosen, "chosen");
        Objects.requireNonNull(serverCertificate, "serverCertificate");
        Objects.requireNonNull(clientCertificate, "clientCertificate");
    }
}
