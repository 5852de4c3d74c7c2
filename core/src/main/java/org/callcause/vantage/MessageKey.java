package org.callcause.vantage;

import org.callcause.dialog.TrackedMessage;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/**
 * What one message has in common wherever it is seen on its way over one hop: a proxy that sends it on puts a branch of its
 * own on top (RFC 3261 16.6), so the top branch names the hop. Sent again it has the same key.
 */
record MessageKey(String callId, String branch, String method, long sequence, String kind, String toTag) {

    static MessageKey of(TrackedMessage tracked) {
        SipMessage message = tracked.message();
        boolean request = message instanceof SipRequest;
        return new MessageKey(
                message.callId().orElse(""),
                message.topBranch().orElse(""),
                message.sequenceMethod().name(),
                message.sequence(),
                request ? ((SipRequest) message).method().name() : String.valueOf(tracked.status()),
                request ? "" : message.toTag().orElse(""));
    }

    /** The request that a response answers, or this request itself, as far as a hop and a CSeq name it. */
    MessageKey ofTransaction() {
        return new MessageKey(callId, branch, method, sequence, "", "");
    }
}
