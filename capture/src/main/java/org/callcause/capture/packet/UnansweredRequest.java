package org.callcause.capture.packet;

import java.util.ArrayList;
import java.util.List;
import org.callcause.capture.source.UndeliveredMessage;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.Transport;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/**
 * The latest request sent on a connection that was not answered yet, and may still have been (RFC 3261 17.1.1.2, 17.1.2.2):
 * where the peer resets the connection, nobody will answer it there.
 */
final class UnansweredRequest implements UndeliveredMessage {

    private static final long LIFETIME_NANOS = SipTimers.TRANSACTION_LIFETIME.toNanos();

    private final long nanos;
    private final Endpoint from;
    private final Endpoint to;

    /** Those that came later than the message that is looked at; the latest message is looked at first. */
    private final List<SipMessage> responses = new ArrayList<>();

    UnansweredRequest(long nanos, Endpoint from, Endpoint to) {
        this.nanos = nanos;
        this.from = from;
        this.to = to;
    }

    @Override
    public boolean mayBe(CapturedMessage captured) {
        SipMessage message = captured.message();
        if (message instanceof SipResponse) {
            responses.add(message);
        }
        return message instanceof SipRequest request
                && !request.method().equals(Method.ACK)
                && captured.from().equals(from)
                && captured.to().equals(to)
                && captured.transport() != Transport.UDP
                && nanos - captured.nanos() <= LIFETIME_NANOS
                && responses.stream().noneMatch(response -> isAnswer(response, request));
    }

    private static boolean isAnswer(SipMessage response, SipRequest request) {
        return response.hasSameBranch(request) && response.sequenceMethod().equals(request.method());
    }
}
