package org.callcause.call;

import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/** What a message belongs to, besides its Call-ID: some clients use one for their registrations and their calls. */
enum CallGroup {
    CALL,
    REGISTRATION,
    OTHER;

    static CallGroup of(SipMessage message) {
        Method method = message.sequenceMethod();
        if (isCall(method) || (message instanceof SipRequest request && isOfCall(request))) {
            return CALL;
        }
        return method.equals(Method.REGISTER) ? REGISTRATION : OTHER;
    }

    /** A REFER in a dialog asks to transfer the call (RFC 5589 6), so it is one also where a capture begins with it. */
    private static boolean isOfCall(SipRequest request) {
        Method method = request.method();
        return isCall(method) || (method.equals(Method.REFER) && request.hasToTag());
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
