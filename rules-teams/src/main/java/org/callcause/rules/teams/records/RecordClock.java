package org.callcause.rules.teams.records;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far Microsoft's clock is ahead of the capture's, solved over all calls.
 *
 * @param ahead may be negative
 * @param calls how many calls agree on it; 0 where none could tell, and the clocks are taken as equal
 */
public record RecordClock(Duration ahead, int calls) {

    /** Clocks of machines that set theirs at all do not differ by more. */
    static final Duration MOST = Duration.ofMinutes(15);

    /** Times of the two witnesses that lie so near each other are one event. */
    static final Duration NEAR = Duration.ofSeconds(3);

    private static final RecordClock UNKNOWN = new RecordClock(Duration.ZERO, 0);

    /** The offset that most pairs of a record and a call that may be the same agree on. */
    static RecordClock of(List<Duration> differences) {
        List<Duration> possible = differences.stream()
                .filter(difference -> difference.abs().compareTo(MOST) <= 0)
                .sorted()
                .toList();
        RecordClock best = UNKNOWN;
        int end = 0;
        for (int begin = 0; begin < possible.size(); begin++) {
            while (end < possible.size()
                    && possible.get(end).minus(possible.get(begin)).compareTo(NEAR) <= 0) {
                end++;
            }
            if (end - begin > best.calls()) {
                best = new RecordClock(possible.get((begin + end - 1) / 2), end - begin);
            }
        }
        return best;
    }

    static Optional<Duration> difference(CallRecord record, SipWitness witness) {
        return record.times().begin().flatMap(theirs -> witness.start().map(ours -> Duration.between(ours, theirs)));
    }

    /** A time of Microsoft's by the clock of the capture. */
    public Instant toCapture(Instant microsoft) {
        return microsoft.minus(ahead);
    }
}
