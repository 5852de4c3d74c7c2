package org.callcause.dialog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.callcause.message.CSeq;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the messages of one Call-ID into transactions and dialogs. Messages may come late, twice or not at all: what is
 * missing stays missing, and nothing is thrown. Not safe for use by several threads.
 */
public final class DialogTracker {

    /** Stands for a CSeq that is absent or unreadable. */
    private static final CSeq UNREADABLE = new CSeq(-1, Method.of("unknown"));

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
        CSeq cseq = captured.message().cseq().orElse(UNREADABLE);
        String fromTag = captured.message().fromTag().orElse("");
        TrackedMessage tracked = place(captured, cseq, fromTag);
        messages.add(tracked);
        dialogs.update(tracked, cseq.method(), fromTag);
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

    private TrackedMessage place(CapturedMessage captured, CSeq cseq, String fromTag) {
        if (captured.message() instanceof SipRequest request) {
            return request.method().equals(Method.ACK)
                    ? placeAcknowledgement(captured, cseq.number(), fromTag)
                    : placeRequest(captured, request, cseq.number(), fromTag);
        }
        return placeResponse(captured, cseq.method(), cseq.number(), fromTag);
    }

    private TrackedMessage placeRequest(CapturedMessage captured, SipRequest request, long sequence, String fromTag) {
        String branch = BranchKey.of(request);
        for (int i = transactions.size() - 1; i >= 0; i--) {
            Transaction transaction = transactions.get(i);
            if (transaction.isOf(request.method(), sequence, fromTag)) {
                Hop hop = hopOfRequest(transaction, captured, branch);
                if (hop != null) {
                    return hop.addRequest(captured);
                }
            }
        }
        Transaction transaction = open(request.method(), sequence, fromTag);
        if (request.method().equals(Method.CANCEL)) {
            linkCancel(transaction, sequence, fromTag);
        }
        return transaction.addHop(captured, branch, true).addRequest(captured);
    }

    /** Links a CANCEL with the INVITE it names: the same Call-ID, From tag and CSeq number (RFC 3261 9.1). */
    private void linkCancel(Transaction cancel, long sequence, String fromTag) {
        for (int i = transactions.size() - 2; i >= 0; i--) {
            if (transactions.get(i).isOf(Method.INVITE, sequence, fromTag)) {
                transactions.get(i).cancelBy(cancel);
                return;
            }
        }
    }

    private static @Nullable Hop hopOfRequest(Transaction transaction, CapturedMessage captured, String branch) {
        boolean sameBranch = false;
        for (Hop hop : transaction.hopsByAppearance()) {
            if (hop.branch().equals(branch)) {
                if (hop.connects(captured.from(), captured.to())) {
                    return hop;
                }
                sameBranch = true;
            }
        }
        return sameBranch || Forwarding.joins(transaction, captured, branch)
                ? transaction.addHop(captured, branch, true)
                : null;
    }

    private TrackedMessage placeResponse(CapturedMessage captured, Method method, long sequence, String fromTag) {
        String branch = BranchKey.of(captured.message());
        for (int i = transactions.size() - 1; i >= 0; i--) {
            Transaction transaction = transactions.get(i);
            if (transaction.isOf(method, sequence)) {
                Hop hop = hopOfResponse(transaction, captured, branch);
                if (hop != null) {
                    return hop.addResponse(captured);
                }
            }
        }
        Transaction unmatched = transactionByCallIdAndCSeq(method, sequence, fromTag);
        if (unmatched != null) {
            unmatched.markInferred();
            return answeringHop(unmatched, captured, branch).addResponse(captured);
        }
        return open(method, sequence, fromTag).addHop(captured, branch, false).addResponse(captured);
    }

    private static @Nullable Hop hopOfResponse(Transaction transaction, CapturedMessage captured, String branch) {
        Hop sameBranch = null;
        for (Hop hop : transaction.hopsByAppearance()) {
            if (hop.branch().equals(branch)) {
                if (hop.connects(captured.to(), captured.from())) {
                    return hop;
                }
                sameBranch = hop;
            }
        }
        return sameBranch;
    }

    private @Nullable Transaction transactionByCallIdAndCSeq(Method method, long sequence, String fromTag) {
        Transaction found = null;
        for (Transaction transaction : transactions) {
            if (transaction.isOf(method, sequence)
                    && (found == null || transaction.fromTag().equals(fromTag))) {
                found = transaction;
            }
        }
        return found;
    }

    private static Hop answeringHop(Transaction transaction, CapturedMessage captured, String branch) {
        List<Hop> hops = transaction.hopsByAppearance();
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (hops.get(i).connects(captured.to(), captured.from())) {
                return hops.get(i);
            }
        }
        boolean endpointsKnown = captured.from().isKnown() && captured.to().isKnown();
        return endpointsKnown ? transaction.addHop(captured, branch, false) : hops.get(0);
    }

    /**
     * The ACK of a refusal has the branch of its INVITE (RFC 3261 17.1.1.3), the ACK of a 2xx a new one (13.2.2.4).
     */
    private TrackedMessage placeAcknowledgement(CapturedMessage captured, long sequence, String fromTag) {
        String branch = BranchKey.of(captured.message());
        Transaction invite = null;
        for (int i = transactions.size() - 1; i >= 0; i--) {
            Transaction transaction = transactions.get(i);
            if (transaction.isOf(Method.INVITE, sequence)) {
                for (Hop hop : transaction.hopsByAppearance()) {
                    if (hop.branch().equals(branch) && hop.connects(captured.from(), captured.to())) {
                        return hop.addAcknowledgement(captured);
                    }
                }
                if (invite == null || acknowledges(transaction, fromTag) > acknowledges(invite, fromTag)) {
                    invite = transaction;
                }
            }
        }
        if (invite == null) {
            invite = open(Method.INVITE, sequence, fromTag);
            invite.addHop(captured, branch, true);
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
    private static int acknowledges(Transaction invite, String fromTag) {
        return (invite.fromTag().equals(fromTag) ? 2 : 0) + (invite.isSuccessful() ? 1 : 0);
    }

    private Transaction open(Method method, long sequence, String fromTag) {
        Transaction transaction = new Transaction(method, sequence, fromTag);
        transactions.add(transaction);
        return transaction;
    }
}
