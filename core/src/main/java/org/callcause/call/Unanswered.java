package org.callcause.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.Transport;
import org.callcause.message.Method;

/** Tells a request that nobody answered from one whose answer the capture did not wait for. */
final class Unanswered {

    /** What 64·T1 amounts to on an unreliable transport: seven sendings of an INVITE (RFC 3261 17.1.1.2). */
    private static final int ALL_RETRANSMISSIONS = 6;

    /**
     * A client on UDP repeats its request until something answers. One that does not, over so long a time, was
     * answered where this capture does not see it.
     */
    private static final int FEWEST_RETRANSMISSIONS = 2;

    /** The seventh sending comes 31.5 s after the first and the sixth 15.5 s; a log may leave the fractions out. */
    private static final Duration LAST_RETRANSMISSION = Duration.ofSeconds(31);

    private Unanswered() {}

    /**
     * Whether the client must have given up: no final response, nothing beyond 100, and either all retransmissions
     * were sent or the capture went on for 64·T1 after the request.
     */
    static boolean gaveUp(Transaction transaction, List<Transaction> attempts, Optional<Long> clock) {
        if (transaction.request().isEmpty()
                || transaction.finalStatus() != 0
                || transaction.responses().stream().anyMatch(response -> response.status() > 100)) {
            return false;
        }
        if (!transaction.responses().isEmpty()) {
            return waited(transaction, clock);
        }
        int repeats = unansweredSendings(attempts) - 1;
        boolean telling = transaction.firstHop().transport() != Transport.UDP || repeats >= FEWEST_RETRANSMISSIONS;
        return repeats >= ALL_RETRANSMISSIONS
                || (telling && (waited(transaction, clock) || isRepeatedToTheEnd(transaction)));
    }

    private static boolean isRepeatedToTheEnd(Transaction transaction) {
        TrackedMessage first = transaction.request().orElseThrow();
        List<TrackedMessage> sent = transaction.firstHop().messages();
        TrackedMessage last = sent.get(sent.size() - 1);
        return transaction.method().equals(Method.INVITE)
                && first.hasTime()
                && last.hasTime()
                && last.nanos() - first.nanos() >= LAST_RETRANSMISSION.toNanos();
    }

    /** Some clients begin a new attempt instead of repeating one, so the silent attempts count together. */
    private static int unansweredSendings(List<Transaction> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.responses().isEmpty())
                .mapToInt(Transaction::sendings)
                .sum();
    }

    private static boolean waited(Transaction transaction, Optional<Long> clock) {
        TrackedMessage request = transaction.request().orElseThrow();
        return request.hasTime()
                && clock.map(now -> now - request.nanos() >= SipTimers.TRANSACTION_LIFETIME.toNanos())
                        .orElse(false);
    }
}
