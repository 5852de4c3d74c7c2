package org.callcause.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.FailedConnection.Kind;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.TlsCertificate;
import org.callcause.dialog.TlsHandshake;
import org.callcause.dialog.TlsHandshake.Step;

/** Says of a connection that failed what the packets show. */
final class ConnectionWords {

    private static final int MOST_NAMES = 4;

    private final FailedConnection failure;
    private final String client;
    private final String clients;
    private final String server;

    ConnectionWords(FailedConnection failure) {
        this.failure = failure;
        // On one host the addresses tell nothing apart.
        boolean sameHost = failure.client().host().equals(failure.server().host());
        this.client = failure.clients() > 1 || sameHost
                ? "the client"
                : failure.client().toString();
        this.clients = failure.clients() > 1
                ? failure.client() + " and " + Wording.count(failure.clients() - 1, "other host")
                : failure.client().toString();
        this.server = sameHost ? "the server" : failure.server().host();
    }

    /** The client, if it is one. */
    String client() {
        return client;
    }

    String server() {
        return server;
    }

    /** What failed, between whom, when and how. */
    String sentence() {
        String tried = failure.kind() == Kind.TLS_EXPECTED
                ? " sent plain SIP to " + failure.server()
                : " could not open a " + (failure.kind().isOfTls() ? "TLS" : "TCP") + " connection to "
                        + failure.server();
        return clients + tried + times() + ": " + how() + "." + later();
    }

    private String times() {
        return failure.count() == 1
                ? " (" + Wording.time(failure.first()) + ")"
                : ", " + Wording.grouped(failure.count()) + " times (" + Wording.span(failure.first(), failure.last())
                        + ")";
    }

    private String later() {
        return failure.laterOpened()
                .map(time -> " A connection between them came about at " + Wording.time(time) + ".")
                .orElse("");
    }

    private String how() {
        return switch (failure.kind()) {
            case REFUSED ->
                failure.words().isEmpty()
                        ? "it was refused" + (failure.isLogged() ? "" : " (TCP reset in answer to the SYN)")
                        : failure.endedBy() + " refused it (" + failure.words() + ")";
            case UNREACHABLE ->
                failure.isLogged()
                        ? "no way leads there"
                        : failure.endedBy() + " says that no way leads there (" + failure.words() + ")";
            case PROHIBITED ->
                failure.isLogged()
                        ? "it was not permitted"
                        : failure.endedBy() + " does not let it through (" + failure.words() + ")";
            case UNANSWERED -> "nobody answered, though the SYN was sent again";
            case TIMED_OUT -> "nobody answered in time";
            case TLS_ALERT -> alert();
            case TLS_CLOSED -> ender() + " closed the connection " + place() + ", without an alert that can be read";
            case TLS_UNANSWERED -> ender() + " said nothing more " + place();
            case NOT_TLS -> server + " answered the ClientHello in plain text (\"" + failure.words() + "\")";
            case TLS_EXPECTED -> server + " answered with " + named(failure.alert()) + " of TLS";
            case TLS_FAILED -> "no TLS session came about (\"" + failure.words() + "\")";
            case CERTIFICATE_REFUSED -> "a certificate was not accepted (\"" + failure.words() + "\")";
        };
    }

    private String alert() {
        boolean sentNone = failure.isEndedByServer()
                && failure.handshake().filter(TlsHandshake::clientSentNone).isPresent();
        boolean certificate = !sentNone
                && failure.alert().filter(TlsAlert::refusesCertificate).isPresent();
        return certificate
                ? ender() + " refused the certificate of " + other() + " (" + named(failure.alert()) + ")"
                : ender() + " ended the handshake " + place() + " (" + named(failure.alert()) + ")";
    }

    private static String named(Optional<TlsAlert> alert) {
        return alert.map(TlsAlert::toString).orElse("an alert");
    }

    /** Who ended it or is silent. */
    String ender() {
        return failure.isEndedByServer() ? server : client;
    }

    /** The side that is not the {@link #ender}. */
    String other() {
        return failure.isEndedByServer() ? client : server;
    }

    private String place() {
        Step step = failure.handshake().map(TlsHandshake::reached).orElse(Step.CLIENT_HELLO);
        return switch (step) {
            case CLIENT_HELLO -> "after the ClientHello";
            case SERVER_HELLO -> "after the answer of the server";
            case CLIENT_ANSWER -> "after the client's answer to the server";
        };
    }

    /** What was seen of the handshake and of the certificates in it, a sentence each. */
    List<String> evidence() {
        List<String> evidence = new ArrayList<>();
        failure.handshake().ifPresent(handshake -> {
            greeting(handshake).ifPresent(evidence::add);
            handshake
                    .serverCertificate()
                    .ifPresent(certificate -> evidence.add(certificate(server, certificate, failure.last())));
            handshake
                    .clientCertificate()
                    .ifPresent(certificate -> evidence.add(certificate(client, certificate, failure.last())));
        });
        return evidence;
    }

    private static Optional<String> greeting(TlsHandshake handshake) {
        List<String> parts = new ArrayList<>();
        handshake.serverName().ifPresent(name -> parts.add("the client asked for " + name));
        handshake.offered().ifPresent(version -> parts.add("the client offered up to " + version));
        handshake.chosen().ifPresent(version -> parts.add("the server chose " + version));
        if (handshake.clientSentNone()) {
            parts.add("the server asked for a certificate of the client, which sent none");
        } else if (handshake.clientCertificateAsked()) {
            parts.add("the server asked for a certificate of the client");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Wording.capital(String.join("; ", parts)) + ".");
    }

    private static String certificate(String owner, TlsCertificate certificate, Instant seen) {
        String names = certificate.names().stream()
                .filter(name -> !name.equalsIgnoreCase(certificate.subject()))
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        String chain = certificate.chain() == 1
                ? "sent without a certificate of its issuer"
                : "sent in a chain of " + certificate.chain();
        return "Certificate of " + owner + ": for " + certificate.subject() + (names.isEmpty() ? "" : ", " + names)
                + "; "
                + (certificate.selfSigned() ? "signed by itself" : "issued by " + certificate.issuer() + ", " + chain)
                + "; valid from " + Wording.second(certificate.validFrom()) + " to "
                + Wording.second(certificate.validUntil()) + " UTC"
                + (certificate.isValidAt(seen) ? "" : ", and so not when it was sent") + ".";
    }
}
