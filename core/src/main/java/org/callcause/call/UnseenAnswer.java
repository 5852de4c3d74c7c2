package org.callcause.call;

import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;

/** Tells an answered call by what followed its 2xx, where the capture lost the 2xx itself. */
final class UnseenAnswer {

    /** Among so many messages an INVITE is looked for: a flood must not cost its square. */
    private static final int FIRST_MESSAGES = 64;

    private UnseenAnswer() {}

    /** Whether one of these messages acknowledges one of their INVITEs, but in the transaction of none (13.2.2.4). */
    static boolean isAcknowledged(List<CapturedMessage> messages) {
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).message() instanceof SipRequest request
                    && request.method().equals(Method.ACK)
                    && request.hasToTag()
                    && isOutsideTransactions(request, messages)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutsideTransactions(SipRequest acknowledgement, List<CapturedMessage> messages) {
        boolean invited = false;
        for (int i = 0; i < Math.min(messages.size(), FIRST_MESSAGES); i++) {
            if (messages.get(i).message() instanceof SipRequest request
                    && request.method().equals(Method.INVITE)
                    && request.sequence() == acknowledgement.sequence()) {
                if (request.hasSameBranch(acknowledgement)) {
                    return false;
                }
                invited = true;
            }
        }
        return invited;
    }

    /**
     * Only a 2xx is acknowledged outside the INVITE's own transaction (RFC 3261 13.2.2.4), and only a confirmed dialog
     * has a further INVITE (14.1) or a BYE of the called side (15). Where a 2xx was captured, there is no other to be found.
     */
    static boolean isShown(List<Transaction> attempts, List<Transaction> all) {
        for (Transaction attempt : attempts) {
            if (attempt.isSuccessful()) {
                return false;
            }
        }
        for (Transaction attempt : attempts) {
            boolean acknowledged = attempt.request().isPresent()
                    && attempt.finalResponse().isEmpty()
                    && attempt.acknowledgements().stream()
                            .anyMatch(
                                    acknowledgement -> acknowledgement.message().hasToTag());
            if (acknowledged) {
                return true;
            }
            for (int i = 0; i < all.size(); i++) {
                Transaction other = all.get(i);
                if (needsConfirmedDialog(other, attempt)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean needsConfirmedDialog(Transaction other, Transaction attempt) {
        return other.request().isPresent()
                && ((other.method().equals(Method.INVITE) && !other.isInitial())
                        || (other.method().equals(Method.BYE) && !other.isFromSameSideAs(attempt)));
    }
}
