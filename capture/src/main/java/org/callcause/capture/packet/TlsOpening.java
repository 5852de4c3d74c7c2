package org.callcause.capture.packet;

import java.util.Optional;
import org.callcause.capture.tls.HandshakeMessages;
import org.callcause.capture.tls.RecordReader;
import org.callcause.dialog.FailedConnection.Kind;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.TlsCertificate;
import org.callcause.dialog.TlsHandshake;
import org.callcause.dialog.TlsHandshake.Step;

/** The TLS handshake of one connection: how far it is, whose turn it is, and how it failed if it did. */
final class TlsOpening {

    /** Who says nothing for so long, in a handshake, does not only take his time. */
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    /** A server that closes later than this, after the last word of the client, may have had nothing more to do. */
    private static final long AT_ONCE_NANOS = 500_000_000L;

    private final TlsSide fromClient;
    private final TlsSide fromServer;
    private boolean accepted;

    TlsOpening(TlsSide fromClient, TlsSide fromServer) {
        this.fromClient = fromClient;
        this.fromServer = fromServer;
    }

    TlsSide fromClient() {
        return fromClient;
    }

    TlsSide fromServer() {
        return fromServer;
    }

    boolean hasBegun() {
        return fromClient.reader().hasBegun();
    }

    /** Learns that the server said something. */
    void heardServer() {
        // What a server that accepts the client's last words says next is longer than an alert.
        accepted |=
                fromClient.reader().mayHaveFinished() && !fromServer.reader().endsLikeAlert();
    }

    /** Keeps no more of what was said. */
    void end() {
        fromClient.end();
        fromServer.end();
    }

    /** How many records came. */
    int records() {
        return fromClient.reader().records() + fromServer.reader().records();
    }

    /** Whether the session came about. */
    boolean isSecured() {
        return accepted
                || (fromClient.reader().encryptedRecords() > 0
                        && fromServer.reader().encryptedRecords() > 0
                        && !isEncryptedEarly());
    }

    /** Whether all that came could be read. */
    boolean isReadable() {
        return fromClient.isReadable() && fromServer.isReadable();
    }

    /** Whether all that was said was captured. */
    private boolean isWhole() {
        boolean answeredUnheard = hasClientAnswered() && !fromServer.reader().hasBegun();
        return fromClient.isWhole() && fromServer.isWhole() && !answeredUnheard;
    }

    private boolean isEncryptedEarly() {
        return fromServer.reader().messages().isEncryptedEarly();
    }

    /** Whether the client has sent what ends the handshake for it in a version that encrypts it. */
    private boolean hasFinishedEarly() {
        return fromClient.reader().mayHaveFinished() && isEncryptedEarly();
    }

    /** Whether the client has sent less than that, but something, which can only be an alert. */
    private boolean hasGivenUpEarly() {
        RecordReader client = fromClient.reader();
        return client.encryptedRecords() > 0 && !client.mayHaveFinished() && isEncryptedEarly();
    }

    /** Whether the server has said all that it says before it waits for the client. */
    private boolean isServerDone() {
        RecordReader server = fromServer.reader();
        HandshakeMessages said = server.messages();
        return !server.isWithinRecord()
                && (said.isHelloDone()
                        || said.asksForAnotherHello()
                        || server.encryptedRecords() > 0
                        || server.keepsNoMore());
    }

    /** Whether the client has answered what the server said first. */
    private boolean hasClientAnswered() {
        RecordReader client = fromClient.reader();
        HandshakeMessages said = client.messages();
        return said.hasKeyExchange()
                || client.encryptedRecords() > 0
                || (said.hellos() > 1 && fromServer.reader().messages().asksForAnotherHello());
    }

    /** The failure that an alert in clear tells, as soon as it is there. */
    Optional<TlsFailure> brokenOff() {
        if (fromServer.reader().isFatal()) {
            return alert(true);
        }
        return fromClient.reader().isFatal() ? alert(false) : Optional.empty();
    }

    private Optional<TlsFailure> alert(boolean byServer) {
        TlsSide side = byServer ? fromServer : fromClient;
        return side.reader()
                .alert()
                .filter(alert -> alert.number() != TlsAlert.CLOSE_NOTIFY)
                .map(alert -> new TlsFailure(Kind.TLS_ALERT, byServer, Optional.of(alert), side.lastNanos()));
    }

    /** The failure that it is when one side closes the connection, if it is one. */
    Optional<TlsFailure> closed(boolean byServer, long nanos) {
        if (!hasBegun() || !isReadable() || !isWhole() || isSecured()) {
            return Optional.empty();
        }
        return alert(true).or(() -> alert(false)).or(() -> byServer ? closedByServer(nanos) : closedByClient(nanos));
    }

    private Optional<TlsFailure> closedByServer(long nanos) {
        if (hasFinishedEarly()) {
            // A client that takes its leave first, or a session that lasted, ended as sessions end.
            boolean atOnce = nanos - fromClient.lastNanos() < AT_ONCE_NANOS
                    && !fromClient.reader().endsLikeAlert();
            return atOnce ? Optional.of(TlsFailure.closed(true, nanos)) : Optional.empty();
        }
        if (hasGivenUpEarly()) {
            return Optional.of(TlsFailure.closed(false, nanos));
        }
        boolean clientHangs =
                isServerDone() && !hasClientAnswered() && nanos - fromServer.lastNanos() >= PATIENCE_NANOS;
        return Optional.of(clientHangs ? TlsFailure.unanswered(false, nanos) : TlsFailure.closed(true, nanos));
    }

    private Optional<TlsFailure> closedByClient(long nanos) {
        if (hasFinishedEarly()) {
            return Optional.empty();
        }
        if (hasGivenUpEarly()) {
            return Optional.of(TlsFailure.closed(false, nanos));
        }
        if (!isServerDone() || hasClientAnswered()) {
            return silence(nanos);
        }
        return fromClient.reader().messages().offersNoTls()
                ? Optional.empty()
                : Optional.of(TlsFailure.closed(false, nanos));
    }

    /** The failure that it is when nothing more is seen of it up to this time, if it is one. */
    Optional<TlsFailure> silence(long nanos) {
        long spoken = Math.max(fromClient.lastNanos(), fromServer.lastNanos());
        boolean hangs = hasBegun() && isReadable() && isWhole() && !isSecured() && nanos - spoken >= PATIENCE_NANOS;
        if (!hangs || hasFinishedEarly()) {
            return Optional.empty();
        }
        if (hasGivenUpEarly()) {
            return Optional.of(TlsFailure.closed(false, spoken));
        }
        boolean clientIsNext = isServerDone() && !hasClientAnswered();
        return Optional.of(TlsFailure.unanswered(!clientIsNext, nanos));
    }

    /** What was seen of it. */
    TlsHandshake handshake() {
        HandshakeMessages asked = fromClient.reader().messages();
        HandshakeMessages answered = fromServer.reader().messages();
        Optional<TlsCertificate> clientCertificate = asked.certificate();
        boolean clientAnswered = asked.hasKeyExchange() || fromClient.reader().mayHaveFinished();
        boolean serverAnswered = answered.hellos() > 0;
        Step step = !serverAnswered
                ? Step.CLIENT_HELLO
                : clientAnswered || clientCertificate.isPresent() ? Step.CLIENT_ANSWER : Step.SERVER_HELLO;
        return new TlsHandshake(
                step,
                asked.serverName(),
                asked.version(),
                serverAnswered ? answered.version() : Optional.empty(),
                answered.certificate(),
                clientCertificate,
                answered.asksForCertificate(),
                answered.asksForCertificate() && asked.saysNoCertificate());
    }
}
