package org.callcause.dialog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * That a host could not open a connection to a socket where SIP is expected, by what the packets show or its log says: once, or
 * again and again in the same way. It concerns no message, because none could be sent.
 *
 * @param client the host that tried, without a port
 * @param clients how many hosts tried and failed alike; where it is more than 1, {@code client} is one of them
 * @param server where it should lead
 * @param kind in which way it failed
 * @param endedBy who ended it or is silent: {@code server}, {@code client}, or the router or firewall that sent an ICMP error,
 *     without a port; {@link Endpoint#UNKNOWN} where that is not known
 * @param words what the other side answered instead, what the ICMP error is called, or what the log says of the session; may be
 *     empty
 * @param alert the alert that ended the handshake
 * @param handshake what was seen of the TLS handshake; absent where there was none
 * @param count how often it was seen
 * @param first when the first of these connections began
 * @param last when the last of them failed
 * @param laterOpened when a connection of the same client to the same socket came about afterwards
 */
public record FailedConnection(
        Endpoint client,
        long clients,
        Endpoint server,
        Kind kind,
        Endpoint endedBy,
        String words,
        Optional<TlsAlert> alert,
        Optional<TlsHandshake> handshake,
        long count,
        Instant first,
        Instant last,
        Optional<Instant> laterOpened) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The ways in which a connection fails. */
    public enum Kind {
        /** The server refused it: TCP reset in answer to the SYN (RFC 9293 3.10.7.1), or ICMP port unreachable. */
        REFUSED("refused"),
        /** No way leads there: an ICMP error says so. */
        UNREACHABLE("unreachable"),
        /** Something on the way forbids it: ICMP administratively prohibited (RFC 1812 5.2.7.1). */
        PROHIBITED("prohibited"),
        /** Nobody answered, however often the SYN was repeated. */
        UNANSWERED("unanswered"),
        /** One side ended the TLS handshake with an alert. */
        TLS_ALERT("tls-alert"),
        /** One side closed or reset the connection within the TLS handshake, without an alert that can be read. */
        TLS_CLOSED("tls-closed"),
        /** The TLS handshake went on no more: one side waited for the other. */
        TLS_UNANSWERED("tls-unanswered"),
        /** The client began TLS, and the server answered in plain text. */
        NOT_TLS("not-tls"),
        /** The client sent plain SIP, and the server answered with an alert of TLS. */
        TLS_EXPECTED("tls-expected"),
        /** A log says that nobody answered in time. */
        TIMED_OUT("timed-out"),
        /** A log says that no TLS session came about. */
        TLS_FAILED("tls-failed"),
        /** A log says that one side did not accept the certificate of the other. */
        CERTIFICATE_REFUSED("certificate-refused");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The kind as one kebab-case word. */
        public String word() {
            return word;
        }

        /** Whether the connection itself came about, and failed by what was said on it. */
        public boolean isOfTls() {
            return switch (this) {
                case REFUSED, UNREACHABLE, PROHIBITED, UNANSWERED, TIMED_OUT -> false;
                case TLS_ALERT, TLS_CLOSED, TLS_UNANSWERED, NOT_TLS, TLS_EXPECTED, TLS_FAILED, CERTIFICATE_REFUSED ->
                    true;
            };
        }
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if it was never seen or of no client
     */
    public FailedConnection {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(endedBy, "endedBy");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(handshake, "handshake");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(laterOpened, "laterOpened");
        if (clients < 1 || count < 1) {
            throw new IllegalArgumentException(count + " connections of " + clients + " clients");
        }
    }

    /** One connection that failed. */
    public static FailedConnection once(
            Endpoint client,
            Endpoint server,
            Kind kind,
            Endpoint endedBy,
            String words,
            Optional<TlsAlert> alert,
            Optional<TlsHandshake> handshake,
            Instant first,
            Instant last) {
        return new FailedConnection(
                client, 1, server, kind, endedBy, words, alert, handshake, 1, first, last, Optional.empty());
    }

    /**
     * {@code TLS 192.0.2.10 -> 198.51.100.4:5061, tls-alert by 192.0.2.10, alert 48, unknown_ca, from 09:14:05.120 to
     * 09:14:05.180}, in UTC.
     */
    @Override
    public String toString() {
        return (kind.isOfTls() ? "TLS " : "TCP ") + client + " -> " + server + ", " + kind.word()
                + (endedBy.isKnown() ? " by " + endedBy.host() : "")
                + (words.isEmpty() ? "" : ", " + words)
                + alert.map(said -> ", " + said).orElse("") + " from " + TIME.format(first) + " to "
                + TIME.format(last);
    }

    /** The same of another client at another time, as a log does not name the host that writes it, nor always the day. */
    public FailedConnection of(Endpoint host, Instant time) {
        return new FailedConnection(
                host, clients, server, kind, endedBy, words, alert, handshake, count, time, time, laterOpened);
    }

    /** Whether it is not known who ended it, nor in which way: a log tells no more than that it failed. */
    public boolean isLogged() {
        return !endedBy.isKnown() && kind != Kind.UNANSWERED;
    }

    /** Whether the server ended it, or is silent, or speaks in a way that the client did not expect. */
    public boolean isEndedByServer() {
        return endedBy.equals(server);
    }

    /** Whether it is of the same client and server, and failed in the same way by the same host. */
    public boolean isLike(FailedConnection other) {
        return client.equals(other.client) && failsLike(other);
    }

    /** Whether it is of the same server and failed in the same way by the same host, or each by its own client. */
    public boolean failsLike(FailedConnection other) {
        boolean sameEnd =
                endedBy.equals(other.endedBy) || (endedBy.equals(client) && other.endedBy.equals(other.client));
        return server.equals(other.server)
                && kind == other.kind
                && sameEnd
                && words.equals(other.words)
                && alert.equals(other.alert)
                && step().equals(other.step());
    }

    private Optional<TlsHandshake.Step> step() {
        return handshake.map(TlsHandshake::reached);
    }

    /** Both as one, with the latest handshake; of as many clients as are given. */
    public FailedConnection joinedWith(FailedConnection other, long ofClients) {
        FailedConnection later = last.isBefore(other.last) ? other : this;
        return new FailedConnection(
                client,
                ofClients,
                server,
                kind,
                endedBy,
                words,
                alert,
                later.handshake,
                count + other.count,
                first.isBefore(other.first) ? first : other.first,
                later.last,
                later.laterOpened);
    }

    /** The same, and a connection that came about afterwards. */
    public FailedConnection openedAt(Instant time) {
        return new FailedConnection(
                client, clients, server, kind, endedBy, words, alert, handshake, count, first, last, Optional.of(time));
    }
}
