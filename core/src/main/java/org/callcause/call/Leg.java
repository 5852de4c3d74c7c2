package org.callcause.call;

import java.util.List;
import java.util.Optional;
import org.callcause.dialog.Dialog;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.jspecify.annotations.Nullable;

/**
 * The part of a call under one Call-ID. Made by the library.
 *
 * @param callId the Call-ID; empty when the messages have none
 * @param messages in the order of capture
 * @param transactions in the order of their first message
 * @param dialogs in the order of their first response
 */
public record Leg(String callId, List<TrackedMessage> messages, List<Transaction> transactions, List<Dialog> dialogs) {

    /** Copies the lists. */
    public Leg {
        messages = List.copyOf(messages);
        transactions = List.copyOf(transactions);
        dialogs = List.copyOf(dialogs);
    }

    /** The first BYE, but for those that ended a dialog beside another one of the same INVITE. */
    Optional<TrackedMessage> bye() {
        SeveralAnswers several = severalAnswers();
        for (Transaction transaction : transactions) {
            if (transaction.method().equals(Method.BYE)) {
                Optional<TrackedMessage> request = transaction.request();
                if (request.isPresent()
                        && (several == null
                                || !several.endsSurplus(request.get().message()))) {
                    return request;
                }
            }
        }
        return Optional.empty();
    }

    boolean endsSurplusDialog(SipMessage bye) {
        SeveralAnswers several = severalAnswers();
        return several != null && several.endsSurplus(bye);
    }

    private @Nullable SeveralAnswers severalAnswers() {
        int confirmed = 0;
        for (Dialog dialog : dialogs) {
            confirmed += dialog.confirmedBy().isPresent() ? 1 : 0;
        }
        return confirmed < 2
                ? null
                : SeveralAnswers.among(
                        messages.stream().map(TrackedMessage::captured).toList());
    }
}
