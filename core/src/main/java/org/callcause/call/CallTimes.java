package org.callcause.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;

/** The durations of a call, each absent when a message that bounds it was not captured or has no time. */
record CallTimes(
        Optional<Duration> postDialDelay,
        Optional<Duration> ringTime,
        Optional<Duration> talkTime,
        Optional<Duration> responseTime,
        Optional<Duration> observedAfterEnd) {

    /** The shortest ringing after which a refusal is a timer's and not a person's: three to four rings. */
    private static final Duration RUNG_OUT = Duration.ofSeconds(20);

    static CallTimes of(
            List<Transaction> attempts,
            Optional<Transaction> decisive,
            Optional<TrackedMessage> bye,
            Optional<Duration> observedAfterEnd) {
        Optional<TrackedMessage> dialled = firstRequest(attempts);
        Optional<TrackedMessage> ringing = decisive.flatMap(CallTimes::ringing);
        Optional<TrackedMessage> answer = decisive.flatMap(CallTimes::answer);
        Optional<TrackedMessage> last = decisive.flatMap(Transaction::finalResponse);
        Optional<TrackedMessage> cancel =
                decisive.flatMap(Transaction::cancelledBy).flatMap(Transaction::request);
        return new CallTimes(
                between(dialled, ringing.or(() -> answer)),
                between(ringing, answer.or(() -> cancel).or(() -> last)),
                between(answer, bye),
                between(decisive.flatMap(Transaction::request), last),
                observedAfterEnd);
    }

    static Optional<TrackedMessage> firstRequest(List<Transaction> attempts) {
        for (Transaction attempt : attempts) {
            if (attempt.request().isPresent()) {
                return attempt.request();
            }
        }
        return Optional.empty();
    }

    /** A 180 says that a phone rings; a gateway that plays the ringing itself sends 183 instead (RFC 3960 3). */
    static Optional<TrackedMessage> ringing(Transaction attempt) {
        for (TrackedMessage response : attempt.responses()) {
            if (response.status() == 180 || response.status() == 183) {
                return Optional.of(response);
            }
        }
        return Optional.empty();
    }

    private static Optional<TrackedMessage> answer(Transaction attempt) {
        return attempt.finalResponse().filter(response -> response.status() / 100 == 2);
    }

    private static Optional<Duration> between(Optional<TrackedMessage> first, Optional<TrackedMessage> second) {
        return first.filter(TrackedMessage::hasTime)
                .flatMap(start -> second.filter(TrackedMessage::hasTime)
                        .map(end -> Duration.ofNanos(end.nanos() - start.nanos()))
                        .filter(duration -> !duration.isNegative()));
    }

    /** Whether the ringing lasted so long that a timer ended it rather than a person. */
    boolean rangOut() {
        return ringTime.filter(ringing -> ringing.compareTo(RUNG_OUT) >= 0).isPresent();
    }
}
