package org.callcause.vantage;

import org.callcause.dialog.CapturedMessage;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/**
 * What one message has in common wherever it is seen on its way over one hop: a proxy that sends it on puts a branch of its
 * own on top (RFC 3261 16.6), so the top branch names the hop. Sent again it has the same key.
 */
record MessageKey(String callId, String branch, String method, long sequence, String kind, String toTag) {

    static MessageKey of(CapturedMessage captured) {
        SipMessage message = captured.message();
        return new MessageKey(
                message.callId().orElse(""),
                message.topBranch().orElse(""),
                message.sequenceMethod().name(),
                message.sequence(),
                kind(message),
                message instanceof SipRequest ? "" : message.toTag().orElse(""));
    }

    private static String kind(SipMessage message) {
        return message instanceof SipRequest request
                ? request.method().name()
                : String.valueOf(((SipResponse) message).status());
    }

    /** The request that a response answers, or this request itself, as far as a hop and a CSeq name it. */
    MessageKey ofTransaction() {
        return new MessageKey(callId, branch, method, sequence, "", "");
    }

    /** What stays the same when a proxy sends it on. */
    MessageKey onAnyHop() {
        return new MessageKey(callId, "", method, sequence, kind, toTag);
    }

    /** The request of this kind that an INVITE of the same number is followed by. */
    MessageKey onAnyHop(String other) {
        return new MessageKey(callId, "", other, sequence, other, "");
    }
}
