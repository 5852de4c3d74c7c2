package org.callcause.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.dialog.DialogTracker;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;

/** Makes the finished {@link Call} from what was tracked under one Call-ID. */
final class CallAssembly {

    private CallAssembly() {}

    static Call assemble(
            String id,
            String callId,
            DialogTracker tracker,
            RecentRefusals refusals,
            CloseReason closedBecause,
            Optional<Long> clock) {
        Leg leg = new Leg(callId, tracker.messages(), tracker.transactions(), tracker.dialogs());
        Method method = methodOf(leg);
        List<Transaction> attempts = attempts(leg, method);
        Optional<Duration> observed = observedAfterEnd(leg, clock);
        Optional<Transaction> decisive = decisive(attempts, clock);
        CallTimes times = CallTimes.of(attempts, decisive, bye(leg), observed);
        CallContext context = ContextReading.read(method, attempts);
        DispositionReading reading = new DispositionReading(method, attempts, decisive, times, closedBecause, clock);
        Disposition.Kind kind = reading.kind();
        Disposition disposition = new Disposition(
                kind,
                decisive.map(Transaction::finalStatus).orElse(0),
                times.ringTime(),
                times.talkTime(),
                endedBy(leg, decisive, kind));
        return new Call(
                id,
                method,
                leg,
                attempts,
                decisive,
                times,
                context,
                refusals.before(attempts),
                closedBecause,
                disposition);
    }

    /** The method that names the exchange: INVITE for whatever belongs to a call, else that of the first transaction. */
    private static Method methodOf(Leg leg) {
        boolean call = leg.transactions().stream()
                .map(Transaction::method)
                .anyMatch(method -> method.equals(Method.INVITE)
                        || method.equals(Method.BYE)
                        || method.equals(Method.CANCEL)
                        || method.equals(Method.PRACK)
                        || method.equals(Method.INFO));
        return call || leg.transactions().isEmpty()
                ? Method.INVITE
                : leg.transactions().get(0).method();
    }

    private static List<Transaction> attempts(Leg leg, Method method) {
        return leg.transactions().stream()
                .filter(transaction -> transaction.method().equals(method))
                .filter(transaction -> transaction.isInitial() || !method.equals(Method.INVITE))
                .filter(transaction -> isAttempt(transaction, leg))
                .toList();
    }

    /** A response to an INVITE that was not captured belongs to a running call once that has shown another request. */
    private static boolean isAttempt(Transaction transaction, Leg leg) {
        return transaction.request().isPresent()
                || (!transaction.responses().isEmpty()
                        && leg.transactions().stream()
                                .takeWhile(earlier -> !earlier.equals(transaction))
                                .allMatch(earlier -> earlier.method().equals(Method.CANCEL)));
    }

    /**
     * The answered attempt; else the last that got its final response or gave up. A later request that was still
     * waiting when the input ended says nothing yet, unless there is nothing else.
     */
    private static Optional<Transaction> decisive(List<Transaction> attempts, Optional<Long> clock) {
        boolean calls = attempts.stream().allMatch(attempt -> attempt.method().equals(Method.INVITE));
        if (calls) {
            Optional<Transaction> answered =
                    attempts.stream().filter(Transaction::isSuccessful).findFirst();
            return answered.or(() -> attempts.stream().reduce((earlier, later) -> later));
        }
        return attempts.stream()
                .filter(attempt -> attempt.finalStatus() != 0 || Unanswered.gaveUp(attempt, attempts, clock))
                .reduce((earlier, later) -> later)
                .or(() -> attempts.stream().reduce((earlier, later) -> later));
    }

    private static Optional<TrackedMessage> bye(Leg leg) {
        return leg.transactions().stream()
                .filter(transaction -> transaction.method().equals(Method.BYE))
                .flatMap(transaction -> transaction.request().stream())
                .findFirst();
    }

    private static Optional<Duration> observedAfterEnd(Leg leg, Optional<Long> clock) {
        return clock.flatMap(now -> leg.messages().stream()
                .filter(TrackedMessage::hasTime)
                .reduce((earlier, later) -> later)
                .map(last -> Duration.ofNanos(Math.max(0, now - last.nanos()))));
    }

    private static Party endedBy(Leg leg, Optional<Transaction> decisive, Disposition.Kind kind) {
        return switch (kind) {
            case ANSWERED, INCOMPLETE ->
                bye(leg).map(sent -> byeSender(sent, leg, decisive)).orElse(Party.UNKNOWN);
            case CANCELLED, ANSWERED_ELSEWHERE -> Party.CALLER;
            case UNREACHABLE -> decisive.map(Transaction::finalStatus).orElse(0) == 0 ? Party.UNKNOWN : Party.CALLEE;
            default -> Party.CALLEE;
        };
    }

    private static Party byeSender(TrackedMessage bye, Leg leg, Optional<Transaction> decisive) {
        Optional<String> callerTag = decisive.map(Transaction::fromTag)
                .or(() -> leg.dialogs().stream().findFirst().map(dialog -> dialog.callerTag()));
        return callerTag
                .map(tag -> bye.message().fromTag().orElse("").equals(tag) ? Party.CALLER : Party.CALLEE)
                .orElse(Party.UNKNOWN);
    }
}
