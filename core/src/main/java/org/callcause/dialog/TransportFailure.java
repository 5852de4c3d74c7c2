package org.callcause.dialog;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callcause.message.SipMessage;
import org.callcause.message.SipResponse;

/**
 * That the transport could not deliver a message (RFC 3261 18.4): as an ICMP error in a capture tells, a connection that was
 * reset, or the log of whoever tried to send it.
 *
 * @param message the one that was not delivered; a call is found by its Call-ID, its place there by branch and CSeq
 * @param kind what went wrong
 * @param reporter who says so, where it is not the sender's own log: the host or router that sent the ICMP error, the peer
 *     that reset the connection
 * @param words what it says, on one line: that of the log, or what the ICMP error is called; at most {@link #MOST_WORDS}
 */
public record TransportFailure(SipMessage message, Kind kind, Optional<Endpoint> reporter, String words) {

    /** The most characters of {@link #words()}; what is longer is cut. */
    public static final int MOST_WORDS = 300;

    /** What went wrong. */
    public enum Kind {
        /** Nothing listens there: ICMP port unreachable (RFC 792, RFC 4443 3.1), or a refused TCP connection. */
        REFUSED("refused"),
        /** No way leads there: ICMP host or network unreachable, no route. */
        UNREACHABLE("unreachable"),
        /** Something on the way forbids it: ICMP administratively prohibited (RFC 1812 5.2.7.1). */
        PROHIBITED("prohibited"),
        /** It is larger than a link on the way can carry: ICMP fragmentation needed, packet too big (RFC 1191, RFC 8201). */
        TOO_BIG("too-big"),
        /** It went round in circles: ICMP time exceeded, of which RFC 3261 18.4 says that the sender takes no notice. */
        TIME_EXCEEDED("time-exceeded"),
        /** Not all of its fragments arrived: ICMP fragment reassembly time exceeded (RFC 792, RFC 1122 3.3.2). */
        FRAGMENTS_LOST("fragments-lost"),
        /** The connection was lost, or closed by the other side. */
        CONNECTION_LOST("connection-lost"),
        /** No connection came about in time. */
        TIMED_OUT("timed-out"),
        /** The name of the host was not resolved. */
        NAME_NOT_RESOLVED("name-not-resolved"),
        /** No TLS session came about. */
        TLS_FAILED("tls-failed"),
        /** It was sent in clear to a socket that speaks TLS. */
        TLS_EXPECTED("tls-expected"),
        /** No TLS session came about because one side did not accept the other's certificate. */
        CERTIFICATE_REFUSED("certificate-refused");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The kind as one kebab-case word. */
        public String word() {
            return word;
        }
    }

    /** Copies the message where it has not its own bytes, puts the words on one line, and cuts them. */
    public TransportFailure {
        message = Objects.requireNonNull(message, "message").detach();
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reporter, "reporter");
        String line = words.lines().map(String::strip).collect(Collectors.joining(" "));
        words = line.substring(0, Math.min(line.length(), MOST_WORDS));
    }

    /** What the sender of a message was told, by the exception that its sending or connecting threw. */
    public static TransportFailure of(SipMessage message, IOException thrown) {
        return new TransportFailure(message, SendingException.kindOf(thrown), Optional.empty(), thrown.toString());
    }

    /** Whether it is this message that was not delivered, or the same one sent again. */
    public boolean concerns(SipMessage other) {
        return statusOf(message) == statusOf(other)
                && message.sequence() == other.sequence()
                && message.sequenceMethod().equals(other.sequenceMethod())
                && message.hasSameBranch(other);
    }

    private static int statusOf(SipMessage message) {
        return message instanceof SipResponse response ? response.status() : 0;
    }
}
