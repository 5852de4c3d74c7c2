package org.callcause.vantage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;

/**
 * Two captures of the same traffic at two places. Messages are joined by what names them on their hop (top branch, CSeq,
 * request or status, To tag), and the clocks by those that went either way. Captures that share nothing, a copy of one
 * capture, and two at one place are not two such captures: there is nothing then.
 */
public final class TwoCaptures {

    /** So much a capture must have run before and after a message for its absence to mean something. */
    private static final long MARGIN = SipTimers.T1.toNanos();

    private final Capture first;
    private final Capture second;
    private final ClockOffset clocks;

    private TwoCaptures(Capture first, Capture second, ClockOffset clocks) {
        this.first = first;
        this.second = second;
        this.clocks = clocks;
    }

    /** The two captures together, where they are of the same traffic at two places and times tell which is where. */
    public static Optional<TwoCaptures> of(List<Call> first, List<Call> second) {
        Capture here = new Capture(first);
        Capture there = new Capture(second);
        return ClockOffset.between(here, there).map(clocks -> new TwoCaptures(here, there, clocks));
    }

    /** The clock of the second capture minus that of the first. */
    public Duration clockOffset() {
        return Duration.ofNanos(clocks.nanos());
    }

    /** The time of a message from one place to the other. */
    public Duration delay() {
        return Duration.ofNanos(clocks.delay());
    }

    /** What the two show of a call of the first capture. */
    public List<Observation> ofFirst(Call call) {
        return of(call, first, second, clocks.atFirst(), clocks.nanos());
    }

    /** What the two show of a call of the second capture. */
    public List<Observation> ofSecond(Call call) {
        return of(call, second, first, clocks.atSecond(), -clocks.nanos());
    }

    private static List<Observation> of(Call call, Capture here, Capture there, ClockOffset.Hosts hosts, long offset) {
        List<Observation> observations = new ArrayList<>();
        Set<MessageKey> seen = new HashSet<>();
        for (TrackedMessage message : call.messages()) {
            MessageKey key = MessageKey.of(message);
            if (!message.hasTime() || !seen.add(key)) {
                continue;
            }
            List<TrackedMessage> arrived = there.of(key);
            boolean leaves = message.from().host().equals(hosts.near())
                    && message.to().host().equals(hosts.far());
            boolean due = there.has(message.transport()) && there.covers(message.nanos() + offset, MARGIN);
            if (leaves && due && arrived.isEmpty() && matters(message)) {
                observations.add(new Observation(
                        Observation.Kind.LOST, message, List.of(), here.of(key).size(), List.of()));
            }
            if (leaves && !arrived.isEmpty()) {
                altered(message, arrived, here.of(key).size()).ifPresent(observations::add);
                unanswered(call, key, message, here, there).ifPresent(observations::add);
            }
        }
        return observations;
    }

    /** A provisional response that is lost is soon overtaken, and is not sent again unless it is reliable (RFC 3261 13.3.1.1). */
    private static boolean matters(TrackedMessage message) {
        return message.isRequest() || message.status() >= 200;
    }

    private static Optional<Observation> altered(TrackedMessage sent, List<TrackedMessage> arrived, int times) {
        List<Observation.Difference> differences =
                MessageDifference.between(sent.message(), arrived.get(0).message());
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Observation(Observation.Kind.ALTERED, sent, arrived, times, differences));
    }

    /** Whether the request passed the place nearer its receiver, and no response was seen at either, for as long as one is due. */
    private static Optional<Observation> unanswered(
            Call call, MessageKey key, TrackedMessage sent, Capture here, Capture there) {
        if (!sent.isRequest() || key.kind().equals(Method.ACK.name())) {
            return Optional.empty();
        }
        MessageKey transaction = key.ofTransaction();
        boolean answered = here.hasResponse(transaction) || there.hasResponse(transaction);
        boolean waited = call.messages().stream()
                .filter(message -> MessageKey.of(message).equals(key))
                .reduce((earlier, later) -> later)
                .filter(last ->
                        last.nanos() - sent.nanos() >= Duration.ofSeconds(3).toNanos())
                .isPresent();
        return answered || !waited
                ? Optional.empty()
                : Optional.of(new Observation(
                        Observation.Kind.UNANSWERED,
                        sent,
                        there.of(key),
                        here.of(key).size(),
                        List.of()));
    }
}
