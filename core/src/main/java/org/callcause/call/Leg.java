package org.callcause.call;

import java.util.List;
import java.util.Optional;
import org.callcause.dialog.Dialog;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;

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

    Optional<TrackedMessage> bye() {
        for (Transaction transaction : transactions) {
            if (transaction.method().equals(Method.BYE) && transaction.request().isPresent()) {
                return transaction.request();
            }
        }
        return Optional.empty();
    }
}
