package org.callcause.capture.packet;

import org.callcause.capture.source.UndeliveredMessage;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.Fingerprint;

/**
 * The message that an ICMP error quotes: all of it, its beginning, or no more than the ports of its datagram and how long it
 * was (RFC 792).
 */
final class QuotedMessage implements UndeliveredMessage {

    /** In a stream, where no header says how long the message is. */
    static final int UNKNOWN_LENGTH = -1;

    /** The slowest of these errors: RFC 1122 3.3.2 lets a host wait so long for the fragments of a message. */
    private static final long SLOWEST_NANOS = 120_000_000_000L;

    private final long nanos;
    private final Endpoint from;
    private final Endpoint to;
    private final Transport transport;
    private final byte[] beginning;
    private final long callId;
    private final int length;

    /**
     * What an error quotes.
     *
     * @param nanos when the error was seen
     * @param beginning what is quoted of the message itself
     * @param callId the {@link Fingerprint#ofCallId fingerprint} of what is quoted of its Call-ID, or {@link Fingerprint#NONE}
     * @param length how long the message was, or {@link #UNKNOWN_LENGTH}
     */
    QuotedMessage(
            long nanos, Endpoint from, Endpoint to, Transport transport, byte[] beginning, long callId, int length) {
        this.nanos = nanos;
        this.from = from;
        this.to = to;
        this.transport = transport;
        this.beginning = beginning;
        this.callId = callId;
        this.length = length;
    }

    @Override
    public boolean mayBe(CapturedMessage captured) {
        if (captured.transport() != transport || nanos - captured.nanos() > SLOWEST_NANOS || isShorterThan(captured)) {
            return false;
        }
        boolean fits = hasLengthOf(captured)
                && captured.from().equals(from)
                && captured.to().equals(to);
        return (fits || hasQuotedCallId(captured)) && captured.message().beginsLike(beginning);
    }

    private boolean isShorterThan(CapturedMessage captured) {
        return length != UNKNOWN_LENGTH && captured.message().length() > length;
    }

    private boolean hasLengthOf(CapturedMessage captured) {
        return length == UNKNOWN_LENGTH || captured.message().length() == length;
    }

    /**
     * A NAT on the way may have written other addresses over those of the quoted packet, and a capture may hold less of the
     * message than was sent: then the quote must reach through the Call-ID.
     */
    private boolean hasQuotedCallId(CapturedMessage captured) {
        return callId != Fingerprint.NONE && callId == Fingerprint.ofCallId(captured.message());
    }
}
