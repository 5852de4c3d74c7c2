package org.callcause.rules.rfc3261.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rules.rfc3261.catalogue.DialogEffect;
import org.callcause.rules.rfc3261.catalogue.StatusCatalogue;

/** What a final response ends when it answers a request inside a dialog (RFC 5057 5.1). */
public final class DialogEffects {

    private static final StatusCatalogue CATALOGUE = StatusCatalogue.in(Locale.ENGLISH);

    private DialogEffects() {}

    /** The effect of a status code from 100 to 699. */
    public static DialogEffect of(int status) {
        return CATALOGUE.entry(status).dialogEffect();
    }

    /** Whether it leaves the call as it was. */
    public static boolean leavesTheCall(int status) {
        return switch (of(status)) {
            case NONE, TRANSACTION, UNLISTED -> true;
            case USAGE, DIALOG, ENDS_DIALOG_AND_USAGES, TIMEOUT -> false;
        };
    }

    /**
     * Whether the refusal crossed the end of an early dialog, by a CANCEL, by the last word on the INVITE or by that of
     * one branch of several: what is sent before one hears of that end is answered 481, and nothing is wrong.
     */
    public static boolean isOverBefore(Call call, TrackedMessage refusal) {
        Optional<TrackedMessage> last = call.decisiveAttempt()
                .flatMap(Transaction::finalResponse)
                .filter(word -> word.index() < refusal.index());
        boolean answered = last.filter(word -> word.status() / 100 == 2).isPresent();
        boolean cancelled =
                call.cancel().filter(cancel -> cancel.index() < refusal.index()).isPresent();
        return isOfABranchThatLost(call, refusal) || (!answered && (cancelled || last.isPresent()));
    }

    /** Of a phone that rang beside others and did not answer: that it declined or was told to stop may go unseen. */
    private static boolean isOfABranchThatLost(Call call, TrackedMessage refusal) {
        return call.dialogs().size() > 1
                && call.dialogs().stream()
                        .filter(dialog -> dialog.has(refusal.message()))
                        .anyMatch(dialog -> dialog.confirmedBy().isEmpty());
    }

    /**
     * Whether the call went on after the refusal, which then did not end it: it was answered only later, or a later
     * request inside it was accepted, be it only the BYE, where that came later than the refusal can have been the
     * reason for, or from the side that refused, which then knew the call.
     */
    public static boolean wentOnAfter(Call call, TrackedMessage refusal) {
        boolean answeredLater = call.decisiveAttempt()
                .flatMap(Transaction::finalResponse)
                .filter(last -> last.status() / 100 == 2 && last.index() > refusal.index())
                .isPresent();
        return answeredLater
                || acceptedAfter(call, refusal)
                        .anyMatch(later -> later.request()
                                .filter(request -> !later.method().equals(Method.BYE)
                                        || Sides.same(call, refusal, request)
                                        || Traffic.apart(refusal, request, SipTimers.TRANSACTION_LIFETIME))
                                .isPresent());
    }

    /** The requests inside the call that were sent after the message and accepted. */
    public static Stream<Transaction> acceptedAfter(Call call, TrackedMessage message) {
        return call.transactions().stream()
                .filter(later -> later.isSuccessful() && !later.method().equals(Method.CANCEL))
                .filter(later -> later.request()
                        .filter(request -> request.index() > message.index())
                        .filter(request -> request.message().hasToTag())
                        .isPresent());
    }

    /** The effect as a clause that stands by itself. */
    public static String told(int status) {
        return switch (of(status)) {
            case NONE -> "that ends nothing";
            case TRANSACTION -> "by RFC 5057 only that request fails, and the call goes on";
            case UNLISTED ->
                "RFC 5057 does not list the code, so only that request fails, as with " + status / 100
                        + "00, and the call goes on";
            case USAGE -> "by RFC 5057 that ends what the request belongs to, here the call";
            case DIALOG, ENDS_DIALOG_AND_USAGES -> "by RFC 5057 that ends the dialog, and the call with it";
            case TIMEOUT -> "by RFC 5057 that counts as a timeout of the request, which ends the call";
        };
    }
}
