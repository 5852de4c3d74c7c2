package org.callcause.call;

import java.util.List;
import org.callcause.dialog.Hop;
import org.callcause.dialog.Sighting;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/** Finds the {@link Trait}s of a call, as bits. */
final class TraitReading {

    /** How many earlier requests one is compared with: enough for what is under way at once. */
    private static final int LOOK_BACK = 8;

    /** RFC 3261 8.1.1.5: a CSeq number must be below 2^31. */
    private static final long SEQUENCE_BOUND = 1L << 31;

    private int found;

    private TraitReading() {}

    static int of(List<Leg> legs) {
        TraitReading reading = new TraitReading();
        for (Leg leg : legs) {
            for (TrackedMessage message : leg.messages()) {
                reading.message(message);
            }
            List<Transaction> transactions = leg.transactions();
            for (int i = 0; i < transactions.size(); i++) {
                reading.transaction(transactions.get(i));
                reading.order(transactions, i);
            }
        }
        return reading.found;
    }

    private void add(Trait trait) {
        found |= trait.bit();
    }

    private void message(TrackedMessage tracked) {
        if (tracked.sighting() == Sighting.RETRANSMISSION) {
            add(Trait.SENT_AGAIN);
        }
        SipMessage message = tracked.message();
        if (message.has(HeaderName.RECORD_ROUTE)) {
            add(Trait.RECORD_ROUTE);
        }
        if (message instanceof SipRequest request) {
            request(request);
        } else {
            response(message, tracked.status());
        }
    }

    private void request(SipRequest request) {
        Method method = request.method();
        if (method.equals(Method.CANCEL)) {
            add(Trait.CANCEL);
        }
        if (!request.hasBranchCookie()
                || !request.hasFromTag()
                || !request.has(HeaderName.TO)
                || !request.has(HeaderName.CALL_ID)
                || !request.has(HeaderName.MAX_FORWARDS)
                || (!request.hasToTag() && method.equals(Method.BYE))) {
            add(Trait.INCOMPLETE_REQUEST);
        }
        if (!request.sequenceMethod().equals(method)
                || request.sequence() < 0
                || request.sequence() >= SEQUENCE_BOUND) {
            add(Trait.UNUSUAL_SEQUENCE);
        }
        if (method.equals(Method.INVITE) && !request.has(HeaderName.CONTACT)) {
            add(Trait.NO_CONTACT);
        }
    }

    private void response(SipMessage response, int status) {
        if (status >= 300) {
            add(Trait.REFUSAL);
        }
        if (status > 100 && !response.hasToTag()) {
            add(Trait.NO_TO_TAG);
        }
        boolean toInvite = response.sequenceMethod().equals(Method.INVITE);
        if (status < 200 && !toInvite) {
            add(Trait.NON_INVITE_PROVISIONAL);
        }
        if (toInvite && status > 100 && status < 300 && response.hasToTag() && !response.has(HeaderName.CONTACT)) {
            add(Trait.NO_CONTACT);
        }
    }

    private void transaction(Transaction transaction) {
        List<Hop> hops = transaction.hops();
        if (hops.size() > 1) {
            add(Trait.SEVERAL_HOPS);
        }
        if (transaction.isInferred()) {
            add(Trait.STRAY_RESPONSE);
        }
        for (Hop hop : hops) {
            responses(hop);
        }
    }

    private void responses(Hop hop) {
        SipMessage request = hop.request().map(TrackedMessage::message).orElse(null);
        if (request == null && !hop.responses().isEmpty()) {
            add(Trait.STRAY_RESPONSE);
        }
        TrackedMessage tagged = null;
        int lastFinal = 0;
        for (TrackedMessage response : hop.responses()) {
            SipMessage message = response.message();
            if (request != null
                    && (!message.hasSameFromTag(request)
                            || !message.hasSameBranch(request)
                            || message.viaCount() != request.viaCount()
                            || !response.to().equals(hop.from()))) {
                add(Trait.STRAY_RESPONSE);
            }
            if (message.hasToTag()) {
                if (tagged != null && !message.hasSameToTag(tagged.message())) {
                    add(Trait.TO_TAGS);
                }
                tagged = response;
            }
            if (response.status() >= 200) {
                if (lastFinal != 0 && lastFinal != response.status()) {
                    add(Trait.SEVERAL_FINAL_RESPONSES);
                }
                lastFinal = response.status();
            }
        }
    }

    private void order(List<Transaction> transactions, int current) {
        Transaction later = transactions.get(current);
        if (later.method().equals(Method.CANCEL) || later.request().isEmpty()) {
            return;
        }
        for (int i = current - 1; i >= Math.max(0, current - LOOK_BACK); i--) {
            Transaction earlier = transactions.get(i);
            if (earlier.method().equals(Method.CANCEL)) {
                continue;
            }
            if (earlier.firstHop().hasSameBranchAs(later.firstHop())) {
                add(Trait.SHARED_BRANCH);
            }
            if (earlier.sequence() >= later.sequence() && earlier.isFromSameSideAs(later)) {
                add(Trait.SEQUENCE_NOT_RAISED);
            }
        }
    }
}
