package org.callcause.dialog;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * Packets that are no media and go between their sockets, or those of RTCP beside them: to find a way for them (ICE), to agree on
 * their keys (DTLS), to report on them (RTCP).
 *
 * @param from the socket that sent them
 * @param to the socket that they were sent to
 * @param kind what they are
 * @param number the error code of {@link Kind#CHECK_REFUSED}, the description of {@link Kind#DTLS_ALERT}, the most packets that a
 *     {@link Kind#SENDER_REPORT} counts; else 0
 * @param packets how many were seen; 1 or more
 * @param first when the first of them was seen
 * @param last when the last of them was seen
 */
public record MediaSignal(Endpoint from, Endpoint to, Kind kind, int number, long packets, Instant first, Instant last)
        implements MediaSighting {

    /** What a packet is. */
    public enum Kind {
        /** A connectivity check (RFC 8445 7.2) or a request for consent (RFC 7675): a STUN Binding request that names a user. */
        CHECK("ICE check"),
        /** A STUN Binding success response (RFC 8489 6.3.3). */
        CHECK_ANSWERED("ICE check answered"),
        /** A STUN Binding error response (RFC 8489 6.3.4). */
        CHECK_REFUSED("ICE check refused"),
        /** The begin of a DTLS handshake (RFC 9147 5.3). */
        CLIENT_HELLO("DTLS ClientHello"),
        /** What a server answers it with: a HelloVerifyRequest or a ServerHello. */
        SERVER_HELLO("DTLS answer"),
        /** A fatal alert that is not encrypted (RFC 8446 6.2): the handshake failed. */
        DTLS_ALERT("DTLS alert"),
        /** A record of DTLS under the keys agreed on: its sender's part of the handshake is done. */
        DTLS_PROTECTED("DTLS under keys"),
        /** A report of RTCP on packets that its sender sent (RFC 3550 6.4.1). */
        SENDER_REPORT("RTCP sender report"),
        /** A report of RTCP by one who lately sent none (RFC 3550 6.4.2). */
        RECEIVER_REPORT("RTCP receiver report"),
        /** What either of them says of packets that arrived lately (RFC 3550 6.4): one that is encrypted may say it of none. */
        RECEPTION("RTCP report of reception"),
        /** That its sender ends its stream (RFC 3550 6.6). */
        RTCP_BYE("RTCP BYE");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Whether it is RTCP, which has sockets of its own beside those of the media unless both share one (RFC 5761). */
        public boolean isRtcp() {
            return this == SENDER_REPORT || this == RECEIVER_REPORT || this == RECEPTION || this == RTCP_BYE;
        }

        /** Whether the number counts up, and is no part of what the packet is. */
        public boolean isCount() {
            return this == SENDER_REPORT;
        }
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there are no packets, or the last is before the first
     */
    public MediaSignal {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        if (packets < 1) {
            throw new IllegalArgumentException(packets + " packets");
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("it ends at " + last + " and begins at " + first);
        }
    }

    /**
     * {@code ICE check refused 192.0.2.10:40000 -> 192.0.2.20:40000, 401, 7 packets from 09:14:05.120 to 09:14:09.180}, in
     * UTC.
     */
    @Override
    public String toString() {
        return kind.words + " " + from + " -> " + to + ", "
                + (number == 0 ? "" : number + (kind.isCount() ? " sent, " : ", ")) + packets
                + (packets == 1 ? " packet" : " packets") + " from " + TIME.format(first) + " to " + TIME.format(last);
    }

    @Override
    public MediaSignal earlierBy(Duration difference) {
        return new MediaSignal(from, to, kind, number, packets, first.minus(difference), last.minus(difference));
    }

    /** Whether it is the same between the same two sockets. */
    public boolean isLike(MediaSignal other) {
        return from.equals(other.from)
                && to.equals(other.to)
                && kind == other.kind
                && (number == other.number || kind.isCount());
    }

    /**
     * Both as one. What was seen twice at one time, as by a mirrored port or in two captures, counts once.
     *
     * @throws IllegalArgumentException if the other is not {@linkplain #isLike like} this one
     */
    public MediaSignal joinedWith(MediaSignal other) {
        if (!isLike(other)) {
            throw new IllegalArgumentException(this + " is not of " + other);
        }
        return new MediaSignal(
                from,
                to,
                kind,
                Math.max(number, other.number),
                packetsWith(other),
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }
}
