package org.callcause.dialog;

import java.time.Instant;
import java.util.Comparator;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/**
 * A captured message with its place in its transaction.
 *
 * @param captured the message as the capture shows it
 * @param sighting whether it was new on its hop
 * @param hop the number of the hop within the transaction, from 1 in order of first appearance
 */
public record TrackedMessage(CapturedMessage captured, Sighting sighting, int hop) {

    /** By time, then by place in the input; without times, by place. */
    static final Comparator<TrackedMessage> IN_TIME =
            Comparator.comparingLong(TrackedMessage::nanos).thenComparingLong(TrackedMessage::index);

    /** The number of the message within the input, from 1. */
    public long index() {
        return captured.index();
    }

    /** The time of capture; see {@link #hasTime()}. */
    public Instant time() {
        return captured.time();
    }

    /** Nanoseconds since 1970-01-01T00:00:00Z; see {@link #hasTime()}. */
    public long nanos() {
        return captured.nanos();
    }

    /** Whether the source gave a time. */
    public boolean hasTime() {
        return captured.hasTime();
    }

    /** Who sent it. */
    public Endpoint from() {
        return captured.from();
    }

    /** Who it was sent to. */
    public Endpoint to() {
        return captured.to();
    }

    /** What carried it. */
    public Transport transport() {
        return captured.transport();
    }

    /** The message itself. */
    public SipMessage message() {
        return captured.message();
    }

    /** The status code of a response, 0 of a request or of an unreadable status line. */
    public int status() {
        return message() instanceof SipResponse response ? response.status() : 0;
    }

    /** {@code 603 Decline}: the code and phrase of a response, as its status line has them. */
    public String codeAndPhrase() {
        return message().startLine().replaceFirst("(?i)^SIP/2\\.0 ", "");
    }

    /** Whether this is a request. */
    public boolean isRequest() {
        return message() instanceof SipRequest;
    }

    /** Whether the message was not seen on its hop before. */
    public boolean isFirst() {
        return sighting == Sighting.FIRST;
    }
}
