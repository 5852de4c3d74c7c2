package org.callcause.dialog;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Packets of RTP (RFC 3550) of one payload type, encrypted or not, that went one way between two sockets: how many were seen
 * and from when to when, or how many of them the network refused. RTCP is none of it.
 *
 * @param from the socket that sent them
 * @param to the socket that they were sent to
 * @param payloadType 0 to 127; absent where it was not seen, as of packets that were refused
 * @param packets how many were seen, or refused; 1 or more
 * @param first when the first of them was seen, or refused
 * @param last when the last of them was seen, or refused
 * @param refusal how ICMP errors refused them; absent for packets that were seen themselves
 */
public record RtpStream(
        Endpoint from,
        Endpoint to,
        OptionalInt payloadType,
        long packets,
        Instant first,
        Instant last,
        Optional<Refusal> refusal)
        implements MediaSighting {

    /**
     * What ICMP errors said of packets.
     *
     * @param kind what went wrong
     * @param reporter the host or router that sent them, without a port; {@link Endpoint#UNKNOWN} where that is not known
     */
    public record Refusal(TransportFailure.Kind kind, Endpoint reporter) {

        /** Keeps the parts as they are. */
        public Refusal {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(reporter, "reporter");
        }
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there are no packets or no such payload type, or the last is before the first
     */
    public RtpStream {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(payloadType, "payloadType");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(refusal, "refusal");
        if (payloadType.isPresent() && (payloadType.getAsInt() < 0 || payloadType.getAsInt() > 127)) {
            throw new IllegalArgumentException("payload type " + payloadType.getAsInt());
        }
        if (packets < 1) {
            throw new IllegalArgumentException(packets + " packets");
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("it ends at " + last + " and begins at " + first);
        }
    }

    /** Packets that were seen. */
    public static RtpStream of(Endpoint from, Endpoint to, int payloadType, long packets, Instant first, Instant last) {
        return new RtpStream(from, to, OptionalInt.of(payloadType), packets, first, last, Optional.empty());
    }

    /** Packets that ICMP errors refused. */
    public static RtpStream refused(
            Endpoint from, Endpoint to, long packets, Instant first, Instant last, Refusal why) {
        return new RtpStream(from, to, OptionalInt.empty(), packets, first, last, Optional.of(why));
    }

    @Override
    public RtpStream earlierBy(Duration difference) {
        return new RtpStream(from, to, payloadType, packets, first.minus(difference), last.minus(difference), refusal);
    }

    /** Whether packets were refused rather than seen. */
    public boolean isRefused() {
        return refusal.isPresent();
    }

    /**
     * {@code RTP 192.0.2.10:40000 -> 192.0.2.20:40000, payload type 8, 1204 packets from 09:14:05.120 to 09:14:29.180}, in
     * UTC.
     */
    @Override
    public String toString() {
        return "RTP " + from + " -> " + to + ", "
                + (payloadType.isPresent() ? "payload type " + payloadType.getAsInt() + ", " : "") + packets
                + (packets == 1 ? " packet" : " packets")
                + refusal.map(why -> " not delivered (" + why.kind().word() + ")")
                        .orElse("") + " from " + TIME.format(first)
                + " to " + TIME.format(last);
    }

    /** Whether it is of the same two sockets, and of the same payload type or refused alike. */
    public boolean isLike(RtpStream other) {
        return from.equals(other.from)
                && to.equals(other.to)
                && payloadType.equals(other.payloadType)
                && refusal.equals(other.refusal);
    }

    /**
     * Both as one. What was seen twice at one time, as by a mirrored port or in two captures, counts once.
     *
     * @throws IllegalArgumentException if the other is not {@linkplain #isLike like} this one
     */
    public RtpStream joinedWith(RtpStream other) {
        if (!isLike(other)) {
            throw new IllegalArgumentException(this + " is not of " + other);
        }
        return new RtpStream(
                from,
                to,
                payloadType,
                packetsWith(other),
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last,
                refusal);
    }
}
