package org.callcause.capture.packet;

import java.util.Optional;
import org.callcause.capture.tls.HandshakeMessages;
import org.callcause.capture.tls.RecordReader;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.FailedConnection.Kind;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.TlsCertificate;
import org.callcause.dialog.TlsHandshake;
import org.callcause.dialog.TlsHandshake.Step;
import org.jspecify.annotations.Nullable;

/** A connection that is being opened: what was seen of it, and how it failed if it did. */
final class ConnectionAttempt {

    /** What is nearer together is one packet that was captured twice; the first repetition comes after 1 s (RFC 6298). */
    private static final long SHORTEST_REPETITION_NANOS = 200_000_000L;

    /** The SYN is repeated after 1, 3 and 7 s. */
    private static final int ENOUGH_SYNS = 3;

    /** Twice the three seconds of older systems. */
    private static final long LONGEST_FIRST_NANOS = 6_000_000_000L;

    /** Who says nothing for so long, in a handshake, does not only take his time. */
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    private final Endpoint server;
    private final Endpoint clientHost;
    private final int initialSequence;
    private final long firstNanos;
    private final TlsSide fromClient;
    private final TlsSide fromServer;
    private long lastNanos;
    private int syns = 1;
    private long repetitionNanos;
    private boolean open;
    private boolean serverSeen;
    private boolean plain;
    private boolean accepted;
    private boolean failed;
    private @Nullable FailedConnection refusedByNetwork;

    ConnectionAttempt(
            Endpoint server,
            Endpoint clientHost,
            int initialSequence,
            long nanos,
            TlsSide fromClient,
            TlsSide fromServer) {
        this.server = server;
        this.clientHost = clientHost;
        this.initialSequence = initialSequence;
        this.firstNanos = nanos;
        this.lastNanos = nanos;
        this.fromClient = fromClient;
        this.fromServer = fromServer;
    }

    Endpoint server() {
        return server;
    }

    Endpoint clientHost() {
        return clientHost;
    }

    TlsSide fromClient() {
        return fromClient;
    }

    TlsSide fromServer() {
        return fromServer;
    }

    long lastNanos() {
        return lastNanos;
    }

    boolean beganWith(int sequence) {
        return initialSequence == sequence;
    }

    void repeated(long nanos) {
        if (nanos - lastNanos >= SHORTEST_REPETITION_NANOS) {
            syns++;
            repetitionNanos = nanos - lastNanos;
            lastNanos = nanos;
        }
    }

    /**
     * Whether the client can no longer be expected to repeat its SYN: the first repetition comes after 1 s or, in older systems, 3 s,
     * and each takes twice as long as the one before (RFC 6298 5.5 and appendix A).
     */
    boolean isGivenUp(long nanos) {
        return !open && !failed && nanos - lastNanos > Math.max(LONGEST_FIRST_NANOS, 3 * repetitionNanos);
    }

    /** Learns that the connection came about. */
    void opened() {
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    void serverSeen() {
        serverSeen = true;
    }

    /** Learns that the client speaks SIP without TLS. */
    void speaksPlain() {
        plain = true;
    }

    boolean isPlain() {
        return plain;
    }

    boolean isTls() {
        return fromClient.reader().hasBegun();
    }

    /** Learns of an ICMP error about its SYN; a later SYN may get through all the same. */
    void refusedByNetwork(Kind kind, Endpoint reporter, String words, long nanos) {
        refusedByNetwork = failed(kind, reporter, words, Optional.empty(), nanos);
    }

    /** The server refuses it before it came about. */
    FailedConnection refused(long nanos) {
        return failed(Kind.REFUSED, server, "", Optional.empty(), nanos);
    }

    /** The server answers TLS with something else. */
    FailedConnection answeredInPlainText(String words, long nanos) {
        return failed(Kind.NOT_TLS, server, words, Optional.empty(), nanos);
    }

    /** The server answers plain SIP with this alert. */
    FailedConnection answeredByAlert(TlsAlert alert, long nanos) {
        return failed(Kind.TLS_EXPECTED, server, "", Optional.of(alert), nanos);
    }

    /** Learns that the server said something. */
    void heardServer() {
        // What a server that accepts the client's last words says next is longer than an alert.
        accepted |=
                fromClient.reader().mayHaveFinished() && !fromServer.reader().endsLikeAlert();
    }

    /** Learns that its failure was told. */
    void failed() {
        failed = true;
        end();
    }

    boolean hasFailed() {
        return failed;
    }

    /** Keeps no more of what was said on it. */
    void end() {
        fromClient.end();
        fromServer.end();
    }

    /** How many records of TLS came. */
    int records() {
        return fromClient.reader().records() + fromServer.reader().records();
    }

    /** Whether the TLS session came about. */
    boolean isSecured() {
        return accepted
                || (fromClient.reader().encryptedRecords() > 0
                        && fromServer.reader().encryptedRecords() > 0
                        && !isEncryptedEarly());
    }

    boolean isWhole() {
        return fromClient.isWhole() && fromServer.isWhole();
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

    /** The failure that an alert in clear tells, as soon as it is there. */
    Optional<FailedConnection> brokenOff() {
        if (fromServer.reader().isFatal()) {
            return alert(fromServer, server);
        }
        return fromClient.reader().isFatal() ? alert(fromClient, clientHost) : Optional.empty();
    }

    private Optional<FailedConnection> alert(TlsSide side, Endpoint sender) {
        return side.reader()
                .alert()
                .filter(alert -> alert.number() != TlsAlert.CLOSE_NOTIFY)
                .map(alert -> failed(Kind.TLS_ALERT, sender, "", Optional.of(alert), side.lastNanos()));
    }

    /** The failure that it is when one side closes the connection, if it is one. */
    Optional<FailedConnection> closed(boolean byServer, long nanos) {
        if (!open || !isTls() || !isWhole() || isSecured()) {
            return Optional.empty();
        }
        return alert(fromServer, server)
                .or(() -> alert(fromClient, clientHost))
                .or(() -> byServer ? closedByServer(nanos) : closedByClient(nanos));
    }

    private Optional<FailedConnection> closedByServer(long nanos) {
        if (hasFinishedEarly()) {
            // A client that takes its leave first, or a session that lasted, ended as sessions end.
            boolean atOnce = nanos - fromClient.lastNanos() < PATIENCE_NANOS
                    && !fromClient.reader().endsLikeAlert();
            return atOnce ? Optional.of(closedWithoutReason(server, nanos)) : Optional.empty();
        }
        if (hasGivenUpEarly()) {
            return Optional.of(closedWithoutReason(clientHost, nanos));
        }
        boolean clientHangs = fromServer.reader().hasBegun()
                && !fromClient.reader().messages().hasKeyExchange()
                && nanos - fromServer.lastNanos() >= PATIENCE_NANOS;
        return Optional.of(
                clientHangs
                        ? failed(Kind.TLS_UNANSWERED, clientHost, "", Optional.empty(), nanos)
                        : closedWithoutReason(server, nanos));
    }

    private Optional<FailedConnection> closedByClient(long nanos) {
        if (!fromServer.reader().hasBegun()) {
            return silence(nanos);
        }
        if (hasFinishedEarly()) {
            return Optional.empty();
        }
        boolean answered = fromClient.reader().messages().hasKeyExchange();
        return answered ? silence(nanos) : Optional.of(closedWithoutReason(clientHost, nanos));
    }

    private FailedConnection closedWithoutReason(Endpoint by, long nanos) {
        return failed(Kind.TLS_CLOSED, by, "", Optional.empty(), nanos);
    }

    /** The failure that it is when nothing more is seen of it up to this time, if it is one. */
    Optional<FailedConnection> silence(long nanos) {
        if (!open) {
            if (refusedByNetwork != null) {
                return Optional.of(refusedByNetwork);
            }
            boolean enough = syns >= ENOUGH_SYNS || (syns > 1 && nanos - lastNanos >= PATIENCE_NANOS);
            return enough
                    ? Optional.of(failed(Kind.UNANSWERED, Endpoint.UNKNOWN, "", Optional.empty(), lastNanos))
                    : Optional.empty();
        }
        long spoken = Math.max(fromClient.lastNanos(), fromServer.lastNanos());
        boolean hangs = isTls() && serverSeen && isWhole() && !isSecured() && nanos - spoken >= PATIENCE_NANOS;
        if (!hangs || hasFinishedEarly()) {
            return Optional.empty();
        }
        if (hasGivenUpEarly()) {
            return Optional.of(closedWithoutReason(clientHost, spoken));
        }
        boolean clientIsNext = fromServer.lastNanos() > fromClient.lastNanos();
        return Optional.of(
                failed(Kind.TLS_UNANSWERED, clientIsNext ? clientHost : server, "", Optional.empty(), nanos));
    }

    private FailedConnection failed(Kind kind, Endpoint by, String words, Optional<TlsAlert> alert, long nanos) {
        return FailedConnection.once(
                clientHost,
                server,
                kind,
                by,
                words,
                alert,
                isTls() ? Optional.of(handshake()) : Optional.empty(),
                EpochNanos.toInstant(firstNanos),
                EpochNanos.toInstant(Math.max(firstNanos, nanos)));
    }

    private TlsHandshake handshake() {
        HandshakeMessages asked = fromClient.reader().messages();
        HandshakeMessages answered = fromServer.reader().messages();
        Optional<TlsCertificate> clientCertificate = asked.certificate();
        boolean clientAnswered = asked.hasKeyExchange() || fromClient.reader().mayHaveFinished();
        Step step = !answered.hasServerHello()
                ? Step.CLIENT_HELLO
                : clientAnswered || clientCertificate.isPresent() ? Step.CLIENT_ANSWER : Step.SERVER_HELLO;
        return new TlsHandshake(
                step,
                asked.serverName(),
                asked.version(),
                answered.hasServerHello() ? answered.version() : Optional.empty(),
                answered.certificate(),
                clientCertificate,
                answered.asksForCertificate(),
                answered.asksForCertificate() && asked.saysNoCertificate());
    }
}
