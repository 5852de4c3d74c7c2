package org.callcause.dialog;

import java.util.List;
import org.callcause.message.SipMessage;
import org.callcause.message.Via;

/** Tells whether a request with a new branch is one that was seen before, on another stretch of its way. */
final class Forwarding {

    private Forwarding() {}

    /**
     * A proxy adds its Via above those it received (RFC 3261 16.6 step 8), so a branch of the one stands among the
     * Vias of the other. An element that hides the path keeps the Call-ID and CSeq and drops the Vias: there, the
     * request must leave the host that another hop brought it to, before that hop was answered.
     */
    static boolean joins(Transaction transaction, CapturedMessage captured) {
        List<Via> vias = captured.message().vias();
        String branch = BranchKey.of(captured.message());
        List<Hop> hops = transaction.hopsByAppearance();
        for (int i = DialogTracker.lookBack(hops); i < hops.size(); i++) {
            Hop hop = hops.get(i);
            if (hasBranch(vias, 1, hop.branch()) || cameBefore(hop, branch) || leavesWhereItArrived(hop, captured)) {
                return true;
            }
        }
        return false;
    }

    private static boolean cameBefore(Hop hop, String branch) {
        return hop.request()
                .map(TrackedMessage::message)
                .map(SipMessage::vias)
                .filter(vias -> hasBranch(vias, 1, branch))
                .isPresent();
    }

    private static boolean hasBranch(List<Via> vias, int from, String branch) {
        for (int i = from; i < vias.size(); i++) {
            if (BranchKey.of(vias.get(i)).equals(branch)) {
                return true;
            }
        }
        return false;
    }

    private static boolean leavesWhereItArrived(Hop hop, CapturedMessage captured) {
        return hop.finalResponse().isEmpty()
                && captured.from().isKnown()
                && hop.to().host().equals(captured.from().host())
                && !hop.from().equals(captured.to());
    }
}
