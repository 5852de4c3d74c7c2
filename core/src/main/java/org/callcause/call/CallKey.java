package org.callcause.call;

import org.callcause.message.CSeq;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/**
 * What tells one call from another. A Call-ID alone does not: some clients use one for their registrations and their
 * calls.
 */
record CallKey(String callId, Group group) {

    enum Group {
        CALL,
        REGISTRATION,
        OTHER
    }

    static CallKey of(String callId, SipMessage message) {
        return new CallKey(callId, groupOf(message));
    }

    CallKey asCall() {
        return new CallKey(callId, Group.CALL);
    }

    private static Group groupOf(SipMessage message) {
        Method method = message.cseq().map(CSeq::method).orElse(Method.OPTIONS);
        if (message instanceof SipRequest request && isCall(request.method())) {
            method = request.method();
        }
        if (isCall(method)) {
            return Group.CALL;
        }
        return method.equals(Method.REGISTER) ? Group.REGISTRATION : Group.OTHER;
    }

    /** INFO belongs to an INVITE's dialog (RFC 6086 3), as the others do. */
    private static boolean isCall(Method method) {
        return method.equals(Method.INVITE)
                || method.equals(Method.ACK)
                || method.equals(Method.BYE)
                || method.equals(Method.CANCEL)
                || method.equals(Method.PRACK)
                || method.equals(Method.UPDATE)
                || method.equals(Method.INFO);
    }
}
