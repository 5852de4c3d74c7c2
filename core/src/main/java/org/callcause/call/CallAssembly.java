package org.callcause.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.dialog.DialogTracker;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;

/**
 * Makes the finished {@link Call} from what was tracked under one Call-ID. Here, in {@link TraitReading} and
 * what they ask, lists are gone through by index, as this is done for every call: all immutable lists of a program share one
 * iterator, and what it calls is not inlined.
 */
final class CallAssembly {

    private CallAssembly() {}

    static Call assemble(
            long firstIndex,
            String callId,
            DialogTracker tracker,
            MessageTally tally,
            MessageNotes notes,
            RecentRefusals refusals,
            Closing closing) {
        Leg leg = new Leg(callId, tracker.messages(), tracker.transactions(), tracker.dialogs());
        Method method = methodOf(leg);
        List<Transaction> attempts = attempts(leg, method);
        Optional<Duration> observed = observedAfterEnd(leg, closing.clock());
        Optional<Transaction> decisive = decisive(attempts, leg, closing.clock());
        Optional<TrackedMessage> bye = leg.bye();
        Optional<TrackedMessage> withdrawal =
                decisive.isEmpty() ? Optional.empty() : Withdrawal.of(decisive.get(), bye);
        CallTimes times = CallTimes.of(attempts, decisive, withdrawal, bye, observed);
        DispositionReading reading = new DispositionReading(
                method, attempts, decisive, leg.transactions(), withdrawal, times, notes.failures(), closing);
        Disposition.Kind kind = reading.kind();
        Disposition disposition = new Disposition(
                kind,
                decisive.map(Transaction::finalStatus).orElse(0),
                times.ringTime(),
                times.talkTime(),
                endedBy(bye, attempts, decisive, kind));
        return new Call(
                firstIndex,
                method,
                leg,
                attempts,
                decisive,
                bye,
                times,
                refusals.before(notes.partiesHash(), attempts),
                closing.reason(),
                disposition,
                tally,
                notes);
    }

    /** The method that names the exchange: INVITE for whatever belongs to a call, else that of the first transaction. */
    private static Method methodOf(Leg leg) {
        List<Transaction> transactions = leg.transactions();
        for (int i = 0; i < transactions.size(); i++) {
            if (isOfCall(transactions.get(i).method())) {
                return Method.INVITE;
            }
        }
        return transactions.isEmpty() ? Method.INVITE : transactions.get(0).method();
    }

    private static boolean isOfCall(Method method) {
        return method.equals(Method.INVITE)
                || method.equals(Method.BYE)
                || method.equals(Method.CANCEL)
                || method.equals(Method.PRACK)
                || method.equals(Method.INFO);
    }

    private static List<Transaction> attempts(Leg leg, Method method) {
        List<Transaction> transactions = leg.transactions();
        List<Transaction> attempts = new ArrayList<>(transactions.size());
        for (int i = 0; i < transactions.size(); i++) {
            Transaction transaction = transactions.get(i);
            if (transaction.method().equals(method)
                    && (transaction.isInitial() || !method.equals(Method.INVITE))
                    && isAttempt(transaction, leg)) {
                attempts.add(transaction);
            }
        }
        return attempts;
    }

    /**
     * Responses whose request was not captured are an attempt as well, unless they answer a request within a dialog: an
     * INVITE's may, once anything shows that there is one.
     */
    private static boolean isAttempt(Transaction transaction, Leg leg) {
        if (transaction.request().isPresent()) {
            return true;
        }
        return !transaction.responses().isEmpty()
                && (!transaction.method().equals(Method.INVITE)
                        || leg.transactions().stream()
                                .takeWhile(earlier -> !earlier.equals(transaction))
                                .noneMatch(CallAssembly::showsDialog));
    }

    private static boolean showsDialog(Transaction transaction) {
        return transaction.method().equals(Method.INVITE)
                ? transaction.isSuccessful() || !transaction.isInitial()
                : !transaction.method().equals(Method.CANCEL);
    }

    /**
     * The answered attempt; else the last that got its final response or gave up. A later request that was still
     * waiting when the input ended says nothing yet, unless there is nothing else.
     */
    private static Optional<Transaction> decisive(List<Transaction> attempts, Leg leg, Optional<Long> clock) {
        if (attempts.isEmpty()) {
            return Optional.empty();
        }
        Transaction last = attempts.get(attempts.size() - 1);
        if (last.method().equals(Method.INVITE)) {
            return decisiveInvitation(attempts, leg);
        }
        for (int i = attempts.size() - 1; i >= 0; i--) {
            Transaction attempt = attempts.get(i);
            if (attempt.finalStatus() != 0 || Unanswered.gaveUp(attempt, attempts, clock)) {
                return Optional.of(attempt);
            }
        }
        return Optional.of(last);
    }

    private static Optional<Transaction> decisiveInvitation(List<Transaction> attempts, Leg leg) {
        for (int i = 0; i < attempts.size(); i++) {
            Transaction attempt = attempts.get(i);
            if (attempt.isAccepted()) {
                return Optional.of(attempt);
            }
        }
        boolean answeredUnseen = UnseenAnswer.isShown(attempts, leg.transactions());
        for (int i = attempts.size() - 1; i >= 0; i--) {
            Transaction attempt = attempts.get(i);
            if (!answeredUnseen || attempt.finalResponse().isEmpty()) {
                return Optional.of(attempt);
            }
        }
        return Optional.empty();
    }

    private static Optional<Duration> observedAfterEnd(Leg leg, Optional<Long> clock) {
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        for (int i = leg.messages().size() - 1; i >= 0; i--) {
            TrackedMessage last = leg.messages().get(i);
            if (last.hasTime()) {
                return Optional.of(Duration.ofNanos(Math.max(0, clock.get() - last.nanos())));
            }
        }
        return Optional.empty();
    }

    private static Party endedBy(
            Optional<TrackedMessage> bye,
            List<Transaction> attempts,
            Optional<Transaction> decisive,
            Disposition.Kind kind) {
        return switch (kind) {
            case ANSWERED, INCOMPLETE ->
                bye.map(sent -> byeSender(sent, attempts, decisive)).orElse(Party.UNKNOWN);
            case CANCELLED, ANSWERED_ELSEWHERE -> Party.CALLER;
            case UNREACHABLE -> decisive.map(Transaction::finalStatus).orElse(0) == 0 ? Party.UNKNOWN : Party.CALLEE;
            default -> Party.CALLEE;
        };
    }

    /** Within a dialog either side may send an INVITE, so only one outside tells who called. */
    private static Party byeSender(TrackedMessage bye, List<Transaction> attempts, Optional<Transaction> decisive) {
        if (attempts.isEmpty()) {
            return Party.UNKNOWN;
        }
        Transaction invitation = decisive.orElse(attempts.get(0));
        return invitation.isFromSenderOf(bye.message()) ? Party.CALLER : Party.CALLEE;
    }
}
