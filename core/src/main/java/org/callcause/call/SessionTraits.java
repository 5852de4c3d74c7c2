package org.callcause.call;

import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.SessionSketch;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;
import org.jspecify.annotations.Nullable;

/** Whether the sessions that a call describes are the plain offer and answer of most calls. */
final class SessionTraits {

    private @Nullable SessionSketch offer;
    private @Nullable SessionSketch answer;
    private boolean unusual;

    /**
     * Whether the session of one message is unusual by itself, looked at while the message is new, so that {@link #message}
     * need not go back to its bytes.
     */
    static boolean isUnusual(CapturedMessage captured) {
        SipMessage message = captured.message();
        boolean refusal = message instanceof SipResponse response && response.status() >= 300;
        return message.bodyLength() > 0
                && !refusal
                && mayDescribe(message.sequenceMethod())
                && !message.sessionSketch().hasPlainAddress(captured.from().host());
    }

    void message(TrackedMessage tracked) {
        SipMessage message = tracked.message();
        if (message instanceof SipRequest request) {
            if (message.bodyLength() > 0) {
                request(request);
            }
        } else if (message.sequenceMethod().equals(Method.INVITE)) {
            if (message.bodyLength() > 0) {
                response(tracked);
            } else if (tracked.status() / 100 == 2) {
                unusual = true;
            }
        }
    }

    private void request(SipRequest request) {
        boolean offers = request.isInitialInvite();
        if (!offers && !mayDescribe(request.method())) {
            return;
        }
        SessionSketch described = request.sessionSketch();
        unusual |= !offers || !described.isPlain();
        unusual |= offer != null && !offer.isSameAs(described);
        offer = described;
    }

    private static boolean mayDescribe(Method method) {
        return method.equals(Method.INVITE)
                || method.equals(Method.ACK)
                || method.equals(Method.PRACK)
                || method.equals(Method.UPDATE);
    }

    private void response(TrackedMessage tracked) {
        if (tracked.status() >= 300) {
            return;
        }
        SessionSketch described = tracked.message().sessionSketch();
        unusual |= offer == null || !offer.isPlainlyAnsweredBy(described);
        unusual |= answer != null && !answer.isSameAs(described);
        answer = described;
    }

    /** Whether anything seen so far is out of the ordinary. */
    boolean isUnusual() {
        return unusual;
    }
}
