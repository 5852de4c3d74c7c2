package org.callcause.dialog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the messages of one Call-ID into transactions and dialogs. Messages may come late, twice or not at all: what is
 * missing stays missing, and nothing is thrown. Not safe for use by several threads.
 */
public final class DialogTracker {

    /**
     * How many of the latest transactions, and hops of one, a message may belong to: more than any call has under way,
     * and few enough that a flood under one Call-ID does not cost its square.
     */
    private static final int LOOK_BACK = 64;

    private final List<TrackedMessage> messages = new ArrayList<>(8);
    private final List<Transaction> transactions = new ArrayList<>(4);
    private final DialogTable dialogs = new DialogTable();

    /** Makes a tracker that has seen nothing. */
    public DialogTracker() {}

    /**
     * Takes the next message of this Call-ID.
     *
     * @return the message with its place in its transaction
     */
    public TrackedMessage add(CapturedMessage captured) {
        TrackedMessage tracked = place(captured);
        messages.add(tracked);
        dialogs.update(tracked);
        return tracked;
    }

    /** All messages in the order of capture. */
    public List<TrackedMessage> messages() {
        return Collections.unmodifiableList(messages);
    }

    /** All transactions in the order of their first message. */
    public List<Transaction> transactions() {
        return Collections.unmodifiableList(transactions);
    }

    /** All dialogs that INVITEs made, in the order of their first response. */
    public List<Dialog> dialogs() {
        return dialogs.all();
    }

    static int lookBack(List<?> all) {
        return Math.max(0, all.size() - LOOK_BACK);
    }

    private TrackedMessage place(CapturedMessage captured) {
        if (captured.message() instanceof SipRequest request) {
            return request.method().equals(Method.ACK)
                    ? placeAcknowledgement(captured)
                    : placeRequest(captured, request);
        }
        return placeResponse(captured);
    }

    private TrackedMessage placeRequest(CapturedMessage captured, SipRequest request) {
        int oldest = lookBack(transactions);
        for (int i = transactions.size() - 1; i >= oldest; i--) {
            Transaction transaction = transactions.get(i);
            if (transaction.isOf(request.method(), request.sequence()) && transaction.isFromSenderOf(request)) {
                Hop hop = hopOfRequest(transaction, captured);
                if (hop != null) {
                    return hop.addRequest(captured);
                }
            }
        }
        Transaction transaction = open(request.method(), request);
        if (request.method().equals(Method.CANCEL)) {
            linkCancel(transaction, request);
        }
        return transaction.addHop(captured, true).addRequest(captured);
    }

    /** Links a CANCEL with the INVITE it names: the same Call-ID, From tag and CSeq number (RFC 3261 9.1). */
    private void linkCancel(Transaction cancel, SipMessage request) {
        int oldest = lookBack(transactions);
        for (int i = transactions.size() - 2; i >= oldest; i--) {
            Transaction transaction = transactions.get(i);
            if (transaction.isOf(Method.INVITE, request.sequence()) && transaction.isFromSenderOf(request)) {
                transaction.cancelBy(cancel);
                return;
            }
        }
    }

    private static @Nullable Hop hopOfRequest(Transaction transaction, CapturedMessage captured) {
        boolean sameBranch = false;
        List<Hop> hops = transaction.hopsByAppearance();
        for (int i = lookBack(hops); i < hops.size(); i++) {
            Hop hop = hops.get(i);
            if (hop.hasBranchOf(captured)) {
                if (hop.connects(captured.from(), captured.to())) {
                    return hop;
                }
                sameBranch = true;
            }
        }
        return sameBranch || Forwarding.joins(transaction, captured) ? transaction.addHop(captured, true) : null;
    }

    private TrackedMessage placeResponse(CapturedMessage captured) {
        SipMessage response = captured.message();
        int oldest = lookBack(transactions);
        for (int i = transactions.size() - 1; i >= oldest; i--) {
            Transaction transaction = transactions.get(i);
            if (transaction.isOf(response.sequenceMethod(), response.sequence())) {
                Hop hop = hopOfResponse(transaction, captured);
                if (hop != null) {
                    return hop.addResponse(captured);
                }
            }
        }
        Transaction unmatched = transactionByCallIdAndCSeq(response);
        if (unmatched != null) {
            unmatched.markInferred();
            return answeringHop(unmatched, captured).addResponse(captured);
        }
        Transaction transaction = open(response.sequenceMethod(), response);
        if (transaction.method().equals(Method.CANCEL)) {
            linkCancel(transaction, response);
        }
        return transaction.addHop(captured, false).addResponse(captured);
    }

    private static @Nullable Hop hopOfResponse(Transaction transaction, CapturedMessage captured) {
        Hop sameBranch = null;
        List<Hop> hops = transaction.hopsByAppearance();
        for (int i = lookBack(hops); i < hops.size(); i++) {
            Hop hop = hops.get(i);
            if (hop.hasBranchOf(captured)) {
                if (hop.connects(captured.to(), captured.from())) {
                    return hop;
                }
                sameBranch = hop;
            }
        }
        return sameBranch;
    }

    private @Nullable Transaction transactionByCallIdAndCSeq(SipMessage response) {
        Transaction found = null;
        for (int i = lookBack(transactions); i < transactions.size(); i++) {
            Transaction transaction = transactions.get(i);
            if (transaction.isOf(response.sequenceMethod(), response.sequence())
                    && (found == null || transaction.isFromSenderOf(response))) {
                found = transaction;
            }
        }
        return found;
    }

    private static Hop answeringHop(Transaction transaction, CapturedMessage captured) {
        List<Hop> hops = transaction.hopsByAppearance();
        for (int i = hops.size() - 1; i >= lookBack(hops); i--) {
            if (hops.get(i).connects(captured.to(), captured.from())) {
                return hops.get(i);
            }
        }
        boolean endpointsKnown = captured.from().isKnown() && captured.to().isKnown();
        return endpointsKnown ? transaction.addHop(captured, false) : hops.get(0);
    }

    /**
     * The ACK of a refusal has the branch of its INVITE (RFC 3261 17.1.1.3), the ACK of a 2xx a new one (13.2.2.4).
     */
    private TrackedMessage placeAcknowledgement(CapturedMessage captured) {
        SipMessage request = captured.message();
        Transaction invite = null;
        int oldest = lookBack(transactions);
        for (int i = transactions.size() - 1; i >= oldest; i--) {
            Transaction transaction = transactions.get(i);
            if (transaction.isOf(Method.INVITE, request.sequence())) {
                List<Hop> hops = transaction.hopsByAppearance();
                for (int j = lookBack(hops); j < hops.size(); j++) {
                    Hop hop = hops.get(j);
                    if (hop.connects(captured.from(), captured.to()) && hop.hasBranchOf(captured)) {
                        return hop.addAcknowledgement(captured);
                    }
                }
                if (invite == null || acknowledges(transaction, request) > acknowledges(invite, request)) {
                    invite = transaction;
                }
            }
        }
        if (invite == null) {
            invite = open(Method.INVITE, request);
            invite.addHop(captured, true);
        }
        if (!invite.isSuccessful()) {
            for (Hop hop : invite.hopsByAppearance()) {
                if (hop.finalResponse().isPresent() && hop.connects(captured.from(), captured.to())) {
                    return hop.addAcknowledgement(captured);
                }
            }
        }
        return invite.addAcknowledgement(captured);
    }

    /** How well an INVITE fits an ACK: both sides may use the same number, and only a 2xx leaves the transaction's branch. */
    private static int acknowledges(Transaction invite, SipMessage request) {
        return (invite.isFromSenderOf(request) ? 2 : 0) + (invite.isSuccessful() ? 1 : 0);
    }

    private Transaction open(Method method, SipMessage first) {
        Transaction transaction = new Transaction(method, first.sequence(), first);
        transactions.add(transaction);
        return transaction;
    }
}
