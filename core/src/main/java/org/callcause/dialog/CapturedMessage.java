package org.callcause.dialog;

import java.time.Instant;
import java.util.Objects;
import org.callcause.message.SipMessage;

/**
 * A SIP message as a capture shows it: when it was seen, between which endpoints, on what transport. Where the source does not
 * tell the transport ({@link Transport#UNKNOWN}), the topmost Via does.
 */
public final class CapturedMessage {

    private final long index;
    private final long nanos;
    private final boolean timed;
    private final Endpoint from;
    private final Endpoint to;
    private final Transport transport;
    private final SipMessage message;
    private final boolean fromInferred;
    private final boolean toInferred;

    private CapturedMessage(
            long index,
            long nanos,
            boolean timed,
            Endpoint from,
            Endpoint to,
            Transport transport,
            SipMessage message,
            boolean fromInferred,
            boolean toInferred) {
        this.index = index;
        this.nanos = nanos;
        this.timed = timed;
        this.from = Objects.requireNonNull(from, "from");
        this.to = Objects.requireNonNull(to, "to");
        this.message = Objects.requireNonNull(message, "message");
        Objects.requireNonNull(transport, "transport");
        this.transport = transport == Transport.UNKNOWN ? Transport.ofTopVia(message) : transport;
        this.fromInferred = fromInferred;
        this.toInferred = toInferred;
    }

    /**
     * A message with the time of its capture.
     *
     * @param index the number of the message within the input, counted from 1 in reading order
     * @param time between the years 1678 and 2262; what lies beyond counts as the nearest of these
     */
    public static CapturedMessage of(
            long index, Instant time, Endpoint from, Endpoint to, Transport transport, SipMessage message) {
        return new CapturedMessage(index, EpochNanos.of(time), true, from, to, transport, message, false, false);
    }

    /**
     * A message with the time of its capture, without making an {@link Instant}.
     *
     * @param nanos since 1970-01-01T00:00:00Z
     */
    public static CapturedMessage of(
            long index, long nanos, Endpoint from, Endpoint to, Transport transport, SipMessage message) {
        return new CapturedMessage(index, nanos, true, from, to, transport, message, false, false);
    }

    /** A message from a source that gives the order of messages but not their times. */
    public static CapturedMessage untimed(
            long index, Endpoint from, Endpoint to, Transport transport, SipMessage message) {
        return new CapturedMessage(index, 0, false, from, to, transport, message, false, false);
    }

    /** The same sighting with a copy of the message's bytes, safe to keep. */
    public CapturedMessage detach() {
        SipMessage own = message.detach();
        return own.equals(message)
                ? this
                : new CapturedMessage(index, nanos, timed, from, to, transport, own, fromInferred, toInferred);
    }

    /**
     * The same sighting under another number.
     *
     * @param number that of the message within the input
     */
    public CapturedMessage numbered(long number) {
        return new CapturedMessage(number, nanos, timed, from, to, transport, message, fromInferred, toInferred);
    }

    /**
     * The same sighting with the ends that its source did not tell, worked out from the messages. An end that the source
     * told stays as it is.
     *
     * @param sender who seems to have sent it, or {@link Endpoint#UNKNOWN}
     * @param receiver who it seems to have been sent to, or {@link Endpoint#UNKNOWN}
     */
    public CapturedMessage withInferredEnds(Endpoint sender, Endpoint receiver) {
        boolean inferFrom = !from.isKnown() && sender.isKnown();
        boolean inferTo = !to.isKnown() && receiver.isKnown();
        return new CapturedMessage(
                index,
                nanos,
                timed,
                inferFrom ? sender : from,
                inferTo ? receiver : to,
                transport,
                message,
                fromInferred || inferFrom,
                toInferred || inferTo);
    }

    /**
     * The same message by another clock, and between the ends as another place names them.
     *
     * @param nanos since 1970-01-01T00:00:00Z
     */
    public CapturedMessage seenAs(long nanos, Endpoint sender, Endpoint receiver) {
        return new CapturedMessage(index, nanos, timed, sender, receiver, transport, message, fromInferred, toInferred);
    }

    /** The number of the message within the input, counted from 1 in reading order. */
    public long index() {
        return index;
    }

    /** Nanoseconds since 1970-01-01T00:00:00Z; 0 when the source gave no time. */
    public long nanos() {
        return nanos;
    }

    /** The time of capture; 1970-01-01T00:00:00Z when the source gave none. */
    public Instant time() {
        return EpochNanos.toInstant(nanos);
    }

    /** Whether the source gave a time. Without it only the order is known. */
    public boolean hasTime() {
        return timed;
    }

    /** Who sent it. */
    public Endpoint from() {
        return from;
    }

    /** Who it was sent to. */
    public Endpoint to() {
        return to;
    }

    /** Whether {@link #from()} was not told by the source but worked out from the messages. */
    public boolean isFromInferred() {
        return fromInferred;
    }

    /** Whether {@link #to()} was not told by the source but worked out from the messages. */
    public boolean isToInferred() {
        return toInferred;
    }

    /** What carried it; {@link Transport#UNKNOWN} where the message does not tell either. */
    public Transport transport() {
        return transport;
    }

    /** The message itself. */
    public SipMessage message() {
        return message;
    }

    @Override
    public String toString() {
        return "#" + index + " " + from + " -> " + to + " " + message.startLine();
    }
}
