package org.callcause.rules.rfc3261.transport;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.TlsCertificate;
import org.callcause.dialog.TlsHandshake;
import org.callcause.dialog.TransportFailure;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/** Servers that refuse a request because they cannot connect to where they would send it on. */
final class NextHopRules {

    private static final Search<Unconnected> UNCONNECTED = new Search<>(
            "the server that answered had tried to open a connection for it, and that had failed", Unconnected::of);

    private NextHopRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/next-hop-connection-failed")
                .title("The server could not connect to the next hop")
                .cites("RFC 3261 16.9")
                .cites("RFC 3261 18.4")
                .supersedes("rfc3261/asterisk-cause")
                .supersedes("rfc3261/asterisk-congestion")
                .supersedes("rfc3261/480-not-registered")
                .supersedes("rfc3261/503-after-trying")
                .supersedes("rfc3261/503-at-once")
                .supersedes("rfc3261/503-says-why")
                .supersedes("rfc3261/503-structural")
                .supersedes("rfc3261/503-undetermined")
                .supersedes("rfc3261/proxy-could-not-send")
                .supersedes("rfc3261/q850-release")
                .supersedes("rfc3261/refusal-stands-for-another")
                .supersedes("rfc3261/stuck-behind-next-hop")
                // 477 is Kamailio's word for a request that it could not send on.
                .on(status(408, 477, 480, 500, 502, 503, 504)
                        .and(CALL_OR_REGISTRATION)
                        .and(UNCONNECTED.found()))
                .needs(Trait.FAILED_CONNECTION)
                .check(UNCONNECTED.then(NextHopRules::tell)));
    }

    private static void tell(Call call, Findings findings, Unconnected unconnected) {
        FailedConnection connection = unconnected.connection();
        FailedTransport told = FailedTransport.of(likeKind(connection));
        String server = unconnected.response().from().host();
        String nextHop = connection.server().toString();
        Finding finding = findings.diagnose(cause(connection, told), LIKELY)
                .origin(origin(connection))
                .because(server + " took the " + call.method().name() + ", could not open a "
                        + (connection.kind().isOfTls() ? "TLS" : "TCP") + " connection to " + nextHop
                        + ", and answered " + Telling.answerAndTime(call))
                .because(told.meaning().formatted(server, nextHop) + ended(connection))
                .evidence(unconnected.request())
                .evidence(unconnected.request(), connection)
                .evidence(unconnected.response())
                .evidence(unconnected.response(), "Reason")
                .remedy(ADMIN, told.remedy().formatted(server, nextHop))
                .remedy(CALLER, "Try again later or another way")
                .confirm(told.confirm().formatted(server, nextHop));
        refused(connection).ifPresent(certificate -> finding.because(inWords(certificate, connection)));
    }

    private static TransportFailure.Kind likeKind(FailedConnection connection) {
        return switch (connection.kind()) {
            case REFUSED -> TransportFailure.Kind.REFUSED;
            case UNREACHABLE -> TransportFailure.Kind.UNREACHABLE;
            case PROHIBITED -> TransportFailure.Kind.PROHIBITED;
            case UNANSWERED, TIMED_OUT -> TransportFailure.Kind.TIMED_OUT;
            case TLS_ALERT ->
                connection.alert().filter(TlsAlert::refusesCertificate).isPresent()
                        ? TransportFailure.Kind.CERTIFICATE_REFUSED
                        : TransportFailure.Kind.TLS_FAILED;
            case TLS_EXPECTED -> TransportFailure.Kind.TLS_EXPECTED;
            case CERTIFICATE_REFUSED -> TransportFailure.Kind.CERTIFICATE_REFUSED;
            case TLS_CLOSED, TLS_UNANSWERED, NOT_TLS, TLS_FAILED -> TransportFailure.Kind.TLS_FAILED;
        };
    }

    private static Cause cause(FailedConnection connection, FailedTransport told) {
        if (!connection.kind().isOfTls()) {
            return told.cause();
        }
        return isForAnotherName(connection) ? Cause.CERTIFICATE_MISMATCH : Cause.TLS_FAILED;
    }

    /** Where the next hop asks for a certificate, the server has to have one; all else may be mended at either. */
    private static Origin origin(FailedConnection connection) {
        boolean without = connection.isEndedByServer()
                && connection.handshake().filter(TlsHandshake::clientSentNone).isPresent();
        if (without || connection.kind() == FailedConnection.Kind.NOT_TLS) {
            return new Origin(
                    Origin.NETWORK,
                    connection.client(),
                    Origin.Basis.INFERRED,
                    without
                            ? connection.client() + ", which sent no certificate of its own"
                            : connection.client() + ", or its next hop, which speaks no TLS there");
        }
        boolean onTheWay = connection.kind() == FailedConnection.Kind.PROHIBITED
                || connection.kind() == FailedConnection.Kind.UNREACHABLE;
        Endpoint place = onTheWay && connection.endedBy().isKnown() ? connection.endedBy() : connection.server();
        return new Origin(
                Origin.NETWORK,
                place,
                Origin.Basis.INFERRED,
                connection.kind().isOfTls()
                        ? place + ", or the TLS settings of " + connection.client()
                        : place + ", or the way there from " + connection.client());
    }

    private static String ended(FailedConnection connection) {
        String by = connection.endedBy().isKnown() ? connection.endedBy().host() + " ended it" : "";
        return connection.alert().map(alert -> "; " + by + " with " + alert).orElse("");
    }

    private static Optional<TlsCertificate> refused(FailedConnection connection) {
        return connection.alert().filter(TlsAlert::refusesCertificate).isEmpty()
                ? Optional.empty()
                : connection
                        .handshake()
                        .flatMap(
                                connection.isEndedByServer()
                                        ? TlsHandshake::clientCertificate
                                        : TlsHandshake::serverCertificate);
    }

    private static boolean isForAnotherName(FailedConnection connection) {
        Optional<String> asked = connection.handshake().flatMap(TlsHandshake::serverName);
        return !connection.isEndedByServer()
                && asked.isPresent()
                && refused(connection)
                        .filter(certificate -> !certificate.isFor(asked.get()))
                        .isPresent();
    }

    private static String inWords(TlsCertificate certificate, FailedConnection connection) {
        String subject = "the certificate is for " + certificate.subject();
        if (!certificate.isValidAt(connection.last())) {
            return subject + ", and was not valid at that time";
        }
        return isForAnotherName(connection)
                ? subject + ", and another name was asked for"
                : subject + ", issued by " + certificate.issuer();
    }
}
