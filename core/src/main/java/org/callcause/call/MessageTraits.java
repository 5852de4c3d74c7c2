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

    private final TraitCollector traits = new TraitCollector();

    private MessageTraits() {}

    /** The traits of a message, as bits. */
    static long of(CapturedMessage captured) {
        MessageTraits reading = new MessageTraits();
        reading.message(captured.message());
        reading.traits.addIf(SessionTraits.isUnusual(captured), Trait.UNUSUAL_SESSION);
        return reading.traits.bits();
    }

    private void message(SipMessage message) {
        traits.addIf(message.has(HeaderName.RECORD_ROUTE), Trait.RECORD_ROUTE);
        traits.addIf(!message.hasIntactStructure(), Trait.BROKEN_STRUCTURE);
        traits.addIf(!Glance.hasPlainReasons(message), Trait.UNUSUAL_REASON);
        if (message instanceof SipRequest request) {
            request(request);
        } else if (message instanceof SipResponse response) {
            response(response);
        }
        // Counted now and kept: it is wanted again at the end, when the bytes are far away.
        message.viaCount();
    }

    private void request(SipRequest request) {
        Method method = request.method();
        traits.addIf(method.equals(Method.CANCEL), Trait.CANCEL);
        traits.addIf(Glance.asksForSips(request), Trait.SIPS);
        if (!request.hasBranchCookie()
                || !request.hasFromTag()
                || !request.has(HeaderName.TO)
                || !request.has(HeaderName.CALL_ID)
                || !request.has(HeaderName.MAX_FORWARDS)
                || (!request.hasToTag() && method.equals(Method.BYE))) {
            traits.add(Trait.INCOMPLETE_REQUEST);
        }
        if (!request.sequenceMethod().equals(method)
                || request.sequence() < 0
                || request.sequence() >= SEQUENCE_BOUND) {
            traits.add(Trait.UNUSUAL_SEQUENCE);
        }
        if (method.equals(Method.REGISTER)) {
            traits.addIf(!Glance.asksForPlainBinding(request), Trait.UNUSUAL_BINDING);
        }
        if (method.equals(Method.INVITE)) {
            traits.addIf(!request.has(HeaderName.CONTACT), Trait.NO_CONTACT);
        }
    }

    private void response(SipResponse response) {
        int status = response.status();
        if (status >= 300) {
            traits.add(Trait.REFUSAL);
        }
        if (status > 100 && !response.hasToTag()) {
            traits.add(Trait.NO_TO_TAG);
        }
        boolean toInvite = response.sequenceMethod().equals(Method.INVITE);
        if (status < 200 && !toInvite) {
            traits.add(Trait.NON_INVITE_PROVISIONAL);
        }
        if (toInvite && status > 100 && status < 300 && response.hasToTag() && !response.has(HeaderName.CONTACT)) {
            traits.add(Trait.NO_CONTACT);
        }
    }
}
