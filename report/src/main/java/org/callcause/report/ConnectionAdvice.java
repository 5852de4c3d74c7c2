package org.callcause.report;

import java.time.Instant;
import java.util.Optional;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.TlsCertificate;
import org.callcause.dialog.TlsHandshake;
import org.callcause.dialog.TlsHandshake.Step;

/** Says of a connection that failed at which side to look, and what to do there; no more than the packets prove. */
final class ConnectionAdvice {

    private static final String WANTS_CERTIFICATE =
            "%1$s wants a certificate of the client (mutual TLS), and %2$s sent none: give %2$s a certificate for the"
                    + " connections that it opens.";

    private final FailedConnection failure;
    private final ConnectionWords words;
    private final String server;
    private final String client;
    private final Optional<TlsHandshake> handshake;

    ConnectionAdvice(FailedConnection failure) {
        this.failure = failure;
        this.words = new ConnectionWords(failure);
        this.server = words.server();
        this.client = words.client();
        this.handshake = failure.handshake();
    }

    String text() {
        String strangers = failure.clients() > 1
                ? " Hosts among them that nobody knows are looking for open ports, and need nothing done."
                : "";
        return Wording.capital(advice()) + strangers;
    }

    private String advice() {
        return switch (failure.kind()) {
            case REFUSED -> refused();
            case UNREACHABLE ->
                "The way to " + server + ": look at its address in the configuration, at the routes, and whether it is"
                        + " up" + (failure.isLogged() ? "." : "; ask the operator of " + failure.endedBy() + ".");
            case PROHIBITED ->
                failure.isLogged()
                        ? "The firewall of " + client + " itself: allow connections to " + failure.server() + " there."
                        : "A firewall, at " + failure.endedBy() + ", forbids it: if " + client + " is to reach "
                                + failure.server() + ", allow it there.";
            case UNANSWERED, TIMED_OUT ->
                "The capture does not show whether " + server
                        + " is down or a firewall on the way drops it: capture at "
                        + server + " too. If the SYN arrives there, look at its own firewall and routes; if not, at"
                        + " the way, and at the address in the configuration of " + client + ".";
            case TLS_ALERT -> alert();
            case TLS_CLOSED -> closed();
            case TLS_UNANSWERED -> unanswered();
            case NOT_TLS ->
                "Port " + failure.server().port() + " of " + server + " does not speak TLS: let " + client
                        + " use the TLS port (mostly 5061) or TCP, or switch TLS on at this port.";
            case TLS_EXPECTED ->
                "Port " + failure.server().port() + " of " + server + " speaks TLS: let " + client
                        + " use TLS for it, or the port for plain TCP (mostly 5060).";
            case TLS_FAILED ->
                "See that port " + failure.server().port() + " of " + server
                        + " speaks TLS, and compare the versions and" + " ciphers of both; the log of " + client
                        + " says more beside these words.";
            case CERTIFICATE_REFUSED ->
                "Look at the certificate that " + server
                        + " shows (openssl s_client): its names, its validity, and whether "
                        + client + " has the root of its chain. If " + server + " refused that of " + client
                        + ", look at that one.";
        };
    }

    private String refused() {
        return "Nothing listens at " + failure.server() + ", or a firewall refuses it in its place: see that the SIP"
                + " service runs there and has TCP or TLS switched on at this port, and that " + client
                + " is given the right port.";
    }

    private String closed() {
        Step step = handshake.map(TlsHandshake::reached).orElse(Step.CLIENT_HELLO);
        if (!failure.isEndedByServer()) {
            String reason = isEncrypted()
                    ? client + " broke it off; from TLS 1.3 on the reason is encrypted. "
                    : client + " broke it off and gave no reason. ";
            return reason + "Mostly it does not accept the certificate of " + server
                    + ": its log says why. A check that only looks whether TLS answers ends so too, and needs nothing.";
        }
        return switch (step) {
            case CLIENT_HELLO ->
                server + " gave no reason. See whether port " + failure.server().port() + " speaks TLS at all, whether "
                        + server + " takes connections from the address of " + client
                        + ", and what its log says; a firewall may also have closed it in its place.";
            case SERVER_HELLO -> server + " gave no reason: its log says why.";
            case CLIENT_ANSWER ->
                handshake.filter(TlsHandshake::clientSentNone).isPresent()
                        ? WANTS_CERTIFICATE.formatted(server, client)
                        : server
                                + (isEncrypted()
                                        ? " broke it off; from TLS 1.3 on the reason is encrypted. "
                                        : " gave no reason. ")
                                + (mayWantCertificate()
                                        ? "Mostly it wants a certificate of the client that it trusts (mutual TLS): see"
                                                + " which one " + client + " sends, and the log of " + server + "."
                                        : "It did not ask for a certificate of the client: its log says why.");
        };
    }

    /** In a version whose handshake is in clear, a server that wants one is seen to ask for it. */
    private boolean mayWantCertificate() {
        return isEncrypted()
                || handshake
                        .filter(seen ->
                                seen.clientCertificateAsked() || seen.chosen().isEmpty())
                        .isPresent();
    }

    private boolean isEncrypted() {
        return handshake.flatMap(TlsHandshake::chosen).filter("TLS 1.3"::equals).isPresent();
    }

    private String unanswered() {
        Step step = handshake.map(TlsHandshake::reached).orElse(Step.CLIENT_HELLO);
        return step == Step.CLIENT_HELLO && failure.isEndedByServer()
                ? server + " took the connection and did not answer the ClientHello: see whether the port speaks TLS,"
                        + " whether the service hangs, and whether large packets get through (a ClientHello may fill"
                        + " more than one)."
                : words.ender() + " had the next word and did not say it, or it was lost on the way: see its log, and"
                        + " whether large packets, such as those with certificates, get through.";
    }

    private String alert() {
        String by = words.ender();
        String other = words.other();
        if (failure.isEndedByServer()
                && handshake.filter(TlsHandshake::clientSentNone).isPresent()) {
            return WANTS_CERTIFICATE.formatted(server, client);
        }
        int number = failure.alert().map(TlsAlert::number).orElse(-1);
        return switch (number) {
            case 40 ->
                by + " found nothing in common with what " + other
                        + " offers: compare the cipher suites, the curves and"
                        + " the signature algorithms of both"
                        + (failure.isEndedByServer() && mayWantCertificate()
                                ? ", and see whether it wants a certificate of the client."
                                : ".");
            case 42, 46, 48 -> certificate(by, other);
            case 43 ->
                "The certificate of " + other + " is of a kind that " + by + " does not take: look at its key, its"
                        + " signature and its extended key usage, which must allow "
                        + (failure.isEndedByServer() ? "client" : "server") + " authentication.";
            case 44 ->
                by + " holds the certificate of " + other + " to be revoked: ask its issuer, and give " + other
                        + " a new one.";
            case 45 ->
                expired(by, other)
                        .orElse(by + " holds the certificate of " + other
                                + " to be expired: look at the validity of the" + " whole chain, and at the clock of "
                                + by + ".");
            case 49 ->
                by + " knows the certificate of " + other + " and does not admit it: look at the rules of access of "
                        + by + ", and at the names in the certificate.";
            case 70 ->
                by + " takes none of the TLS versions of " + other
                        + handshake
                                .flatMap(TlsHandshake::offered)
                                .map(version -> " (" + client + " offers up to " + version + ")")
                                .orElse("")
                        + ": allow a common one at both, 1.2 or 1.3.";
            case 71 ->
                by + " wants stronger ciphers than " + other + " offers: update " + other + " or its cipher list.";
            case 112 ->
                by + " has no certificate for "
                        + handshake.flatMap(TlsHandshake::serverName).orElse("the name that it was asked for")
                        + ": see by which name " + other + " is to reach it, and the certificates of " + by + ".";
            case 116 -> WANTS_CERTIFICATE.formatted(server, client);
            case 120 ->
                by + " speaks none of the protocols that " + other
                        + " offers by ALPN: look at its settings of ALPN, and"
                        + " whether the port is the one for SIP.";
            default -> "The log of " + by + " at that time says what it did not like in what " + other + " sent.";
        };
    }

    /** The sender of such an alert does not trust what it got; whose omission that is, is for both to look at. */
    private String certificate(String by, String other) {
        Optional<String> expired = expired(by, other);
        if (expired.isPresent()) {
            return expired.get();
        }
        Optional<TlsCertificate> refused = refusedCertificate();
        Optional<String> asked =
                failure.isEndedByServer() ? Optional.empty() : handshake.flatMap(TlsHandshake::serverName);
        boolean unknown = failure.alert().filter(alert -> alert.number() == 48).isPresent();
        if (!unknown
                && asked.isPresent()
                && refused.filter(one -> !one.isFor(asked.get())).isPresent()) {
            return "It is not for " + asked.get() + ", which " + by + " asked for: give " + other
                    + " a certificate with that name, or let " + by + " use a name that is in it.";
        }
        if (refused.filter(TlsCertificate::selfSigned).isPresent()) {
            return "It is signed by itself: give " + other + " one from an authority that " + by
                    + " trusts, or put it into the trust store of " + by + ".";
        }
        String chain = refused.filter(one -> one.chain() == 1)
                .map(one -> other + " sends no certificate of the issuer, " + one.issuer()
                        + ": unless that is a root that " + by + " has, install the whole chain at " + other + ". ")
                .orElse("See that " + other + " sends its whole chain. ");
        return chain + "Otherwise " + by + " lacks the root of that chain in its trust store"
                + (unknown ? "." : ", or does not like a name, a use or a signature in it: its log says which.");
    }

    private Optional<String> expired(String by, String other) {
        Instant seen = failure.last();
        return refusedCertificate()
                .filter(one -> !one.isValidAt(seen))
                .map(one -> seen.isAfter(one.validUntil())
                        ? "It had expired on " + Wording.second(one.validUntil()) + " UTC: renew it at " + other + "."
                        : "It is valid only from " + Wording.second(one.validFrom()) + " UTC on: look at the clocks of "
                                + by + " and of its issuer.");
    }

    private Optional<TlsCertificate> refusedCertificate() {
        return handshake.flatMap(
                failure.isEndedByServer() ? TlsHandshake::clientCertificate : TlsHandshake::serverCertificate);
    }
}
