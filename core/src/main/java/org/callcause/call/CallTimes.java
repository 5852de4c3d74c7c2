package org.callcause.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.jspecify.annotations.Nullable;

/**
 * The durations of a call, each absent when a message that bounds it was not captured or has no time. Kept in
 * nanoseconds, because every call has them and few are asked for.
 */
final class CallTimes {

    /** The shortest ringing after which a refusal is a timer's and not a person's: three to four rings. */
    private static final long RUNG_OUT = Duration.ofSeconds(20).toNanos();

    private static final long ABSENT = -1;

    private final long postDialDelay;
    private final long ringTime;
    private final long talkTime;
    private final long responseTime;
    private final Optional<Duration> observedAfterEnd;

    private CallTimes(
            long postDialDelay, long ringTime, long talkTime, long responseTime, Optional<Duration> observedAfterEnd) {
        this.postDialDelay = postDialDelay;
        this.ringTime = ringTime;
        this.talkTime = talkTime;
        this.responseTime = responseTime;
        this.observedAfterEnd = observedAfterEnd;
    }

    static CallTimes of(
            List<Transaction> attempts,
            Optional<Transaction> decisive,
            Optional<TrackedMessage> withdrawal,
            Optional<TrackedMessage> bye,
            Optional<Duration> observedAfterEnd) {
        if (decisive.isEmpty()) {
            return new CallTimes(ABSENT, ABSENT, ABSENT, ABSENT, observedAfterEnd);
        }
        Transaction attempt = decisive.get();
        List<TrackedMessage> responses = attempt.responses();
        TrackedMessage progress = progress(responses);
        TrackedMessage ringing = ringing(responses);
        TrackedMessage last = attempt.finalResponse().orElse(null);
        TrackedMessage answer = last != null && last.status() / 100 == 2 ? last : null;
        TrackedMessage endOfRinging = answer;
        if (endOfRinging == null) {
            endOfRinging = withdrawal.orElse(last);
        }
        boolean dialled = attempt.method().equals(Method.INVITE);
        return new CallTimes(
                dialled ? between(firstRequest(attempts).orElse(null), progress == null ? answer : progress) : ABSENT,
                between(ringing, endOfRinging),
                between(answer, bye.orElse(null)),
                between(attempt.request().orElse(null), last),
                observedAfterEnd);
    }

    static Optional<TrackedMessage> firstRequest(List<Transaction> attempts) {
        for (Transaction attempt : attempts) {
            Optional<TrackedMessage> request = attempt.request();
            if (request.isPresent()) {
                return request;
            }
        }
        return Optional.empty();
    }

    /**
     * A 180 says that a phone rings, also behind a 183 that reported progress before; a gateway that plays the ringing itself
     * sends the 183 alone (RFC 3960 3).
     */
    static Optional<TrackedMessage> ringing(Transaction attempt) {
        return Optional.ofNullable(ringing(attempt.responses()));
    }

    private static @Nullable TrackedMessage ringing(List<TrackedMessage> responses) {
        TrackedMessage ringing = first(responses, 180, 180);
        return ringing == null ? progress(responses) : ringing;
    }

    private static @Nullable TrackedMessage progress(List<TrackedMessage> responses) {
        return first(responses, 180, 183);
    }

    private static @Nullable TrackedMessage first(List<TrackedMessage> responses, int status, int otherStatus) {
        for (int i = 0; i < responses.size(); i++) {
            TrackedMessage response = responses.get(i);
            if (response.status() == status || response.status() == otherStatus) {
                return response;
            }
        }
        return null;
    }

    /** The time of the first message that has one. */
    static Optional<Instant> first(List<TrackedMessage> messages) {
        for (TrackedMessage message : messages) {
            if (message.hasTime()) {
                return Optional.of(message.time());
            }
        }
        return Optional.empty();
    }

    /** The time of the last message that has one. */
    static Optional<Instant> last(List<TrackedMessage> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).hasTime()) {
                return Optional.of(messages.get(i).time());
            }
        }
        return Optional.empty();
    }

    private static long between(@Nullable TrackedMessage start, @Nullable TrackedMessage end) {
        return start == null || end == null || !start.hasTime() || !end.hasTime()
                ? ABSENT
                : Math.max(ABSENT, end.nanos() - start.nanos());
    }

    private static Optional<Duration> duration(long nanos) {
        return nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    long postDialDelayNanos() {
        return postDialDelay;
    }

    long ringTimeNanos() {
        return ringTime;
    }

    long talkTimeNanos() {
        return talkTime;
    }

    Optional<Duration> postDialDelay() {
        return duration(postDialDelay);
    }

    Optional<Duration> ringTime() {
        return duration(ringTime);
    }

    Optional<Duration> talkTime() {
        return duration(talkTime);
    }

    Optional<Duration> responseTime() {
        return duration(responseTime);
    }

    Optional<Duration> observedAfterEnd() {
        return observedAfterEnd;
    }

    /** Whether the ringing lasted so long that a timer ended it rather than a person. */
    boolean rangOut() {
        return ringTime >= RUNG_OUT;
    }
}
