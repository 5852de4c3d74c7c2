package org.callcause.call;

import org.callcause.dialog.CapturedMessage;
import org.callcause.message.Glance;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/**
 * The {@link Trait}s that single messages give a call.
 */
final class MessageTraits {

    /** RFC 3261 8.1.1.5: a CSeq number must be below 2^31. */
    private static final long SEQUENCE_BOUND = 1L << 31;

    private MessageTraits() {}

    /** The traits of a message, as bits. */
    static long of(CapturedMessage captured) {
        SipMessage message = captured.message();
        long traits = Trait.UNUSUAL_SESSION.bitIf(SessionTraits.isUnusual(captured))
                | Trait.RECORD_ROUTE.bitIf(message.has(HeaderName.RECORD_ROUTE))
                | Trait.BROKEN_STRUCTURE.bitIf(!message.hasIntactStructure())
                | Trait.UNUSUAL_REASON.bitIf(!Glance.hasPlainReasons(message));
        if (message instanceof SipRequest request) {
            return traits | request(request);
        }
        return message instanceof SipResponse response ? traits | response(response) : traits;
    }

    private static long request(SipRequest request) {
        Method method = request.method();
        boolean incomplete = !request.hasBranchCookie()
                || request.lacksFromTag()
                || request.lacks(HeaderName.TO)
                || request.lacks(HeaderName.CALL_ID)
                || request.lacks(HeaderName.MAX_FORWARDS)
                || (request.lacksToTag() && method.equals(Method.BYE));
        boolean unusualSequence = !request.sequenceMethod().equals(method)
                || request.sequence() < 0
                || request.sequence() >= SEQUENCE_BOUND;
        return Trait.CANCEL.bitIf(method.equals(Method.CANCEL))
                | Trait.SIPS.bitIf(Glance.asksForSips(request))
                | Trait.INCOMPLETE_REQUEST.bitIf(incomplete)
                | Trait.UNUSUAL_SEQUENCE.bitIf(unusualSequence)
                | Trait.UNUSUAL_BINDING.bitIf(method.equals(Method.REGISTER) && !Glance.asksForPlainBinding(request))
                | Trait.NO_CONTACT.bitIf(method.equals(Method.INVITE) && request.lacks(HeaderName.CONTACT));
    }

    private static long response(SipResponse response) {
        int status = response.status();
        boolean toInvite = response.sequenceMethod().equals(Method.INVITE);
        boolean makesDialog = toInvite && status > 100 && status < 300 && response.hasToTag();
        return Trait.REFUSAL.bitIf(status >= 300)
                | Trait.NO_TO_TAG.bitIf(status > 100 && response.lacksToTag())
                | Trait.NON_INVITE_PROVISIONAL.bitIf(status < 200 && !toInvite)
                | Trait.NO_CONTACT.bitIf(makesDialog && response.lacks(HeaderName.CONTACT));
    }
}
