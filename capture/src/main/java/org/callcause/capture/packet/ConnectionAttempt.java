package org.callcause.capture.packet;

import java.util.Optional;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.FailedConnection.Kind;
import org.callcause.dialog.TlsAlert;
import org.jspecify.annotations.Nullable;

/** A connection that is being opened: what was seen of it, and how it failed if it did. */
final class ConnectionAttempt {

    /** What is nearer together is one packet that was captured twice; the first repetition comes after 1 s (RFC 6298). */
    private static final long SHORTEST_REPETITION_NANOS = 200_000_000L;

    /** The SYN is repeated after 1, 3 and 7 s. */
    private static final int ENOUGH_SYNS = 3;

    /** Twice the three seconds of older systems. */
    private static final long LONGEST_FIRST_NANOS = 6_000_000_000L;

    /** Longer than the first repetition takes. */
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    private final Endpoint server;
    private final Endpoint clientHost;
    private final int initialSequence;
    private final long firstNanos;
    private final TlsOpening tls;
    private long lastNanos;
    private int syns = 1;
    private long repetitionNanos;
    private boolean open;
    private boolean serverSeen;
    private boolean plain;
    private boolean failed;
    private @Nullable FailedConnection refusedByNetwork;

    ConnectionAttempt(Endpoint server, Endpoint clientHost, int initialSequence, long nanos, TlsOpening tls) {
        this.server = server;
        this.clientHost = clientHost;
        this.initialSequence = initialSequence;
        this.firstNanos = nanos;
        this.lastNanos = nanos;
        this.tls = tls;
    }

    Endpoint server() {
        return server;
    }

    Endpoint clientHost() {
        return clientHost;
    }

    TlsOpening tls() {
        return tls;
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
     * Whether the client can no longer be expected to repeat its SYN: the first repetition comes after 1 s or, in older
     * systems, 3 s, and each takes twice as long as the one before (RFC 6298 5.5 and appendix A).
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

    /** Learns that its failure was told. */
    void failed() {
        failed = true;
        tls.end();
    }

    boolean hasFailed() {
        return failed;
    }

    /** The failure that an alert in clear tells, as soon as it is there. */
    Optional<FailedConnection> brokenOff() {
        return tls.brokenOff().map(this::failed);
    }

    /** The failure that it is when one side closes the connection, if it is one. */
    Optional<FailedConnection> closed(boolean byServer, long nanos) {
        if (!open) {
            return silence(nanos);
        }
        return serverSeen ? tls.closed(byServer, nanos).map(this::failed) : Optional.empty();
    }

    /** The failure that it is when nothing more is seen of it up to this time, if it is one. */
    Optional<FailedConnection> silence(long nanos) {
        if (open) {
            return serverSeen ? tls.silence(nanos).map(this::failed) : Optional.empty();
        }
        if (refusedByNetwork != null) {
            return Optional.of(refusedByNetwork);
        }
        boolean enough = syns >= ENOUGH_SYNS || (syns > 1 && nanos - lastNanos >= PATIENCE_NANOS);
        return enough
                ? Optional.of(failed(Kind.UNANSWERED, Endpoint.UNKNOWN, "", Optional.empty(), lastNanos))
                : Optional.empty();
    }

    private FailedConnection failed(TlsFailure failure) {
        return failed(failure.kind(), failure.byServer() ? server : clientHost, "", failure.alert(), failure.nanos());
    }

    private FailedConnection failed(Kind kind, Endpoint by, String words, Optional<TlsAlert> alert, long nanos) {
        return FailedConnection.once(
                clientHost,
                server,
                kind,
                by,
                words,
                alert,
                kind.isOfTls() && tls.hasBegun() ? Optional.of(tls.handshake()) : Optional.empty(),
                EpochNanos.toInstant(firstNanos),
                EpochNanos.toInstant(Math.max(firstNanos, nanos)));
    }
}
