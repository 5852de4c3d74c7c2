package org.callcause.vantage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.SipTimers;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/**
 * Two captures that have calls in common. Messages are joined by what names them on their hop (top branch, CSeq, request or
 * status, To tag), else by what a proxy leaves as it is, and the clocks by those that went either way.
 */
final class TwoCaptures {

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

    static Optional<TwoCaptures> of(Capture first, Capture second) {
        return ClockOffset.between(first, second).map(clocks -> new TwoCaptures(first, second, clocks));
    }

    /** The clock of the second capture minus that of the first. */
    Duration clockOffset() {
        return Duration.ofNanos(clocks.nanos());
    }

    /** Whether the times tell that the two were taken at different places; else they may be one place, or a copy. */
    boolean areApart() {
        return clocks.delay() > 0;
    }

    /** The time of a message from one place to the other; zero where they are not {@linkplain #areApart() apart}. */
    Duration delay() {
        return Duration.ofNanos(clocks.delay());
    }

    /** What the two show together of the messages with this Call-ID, those of the first capture before the others. */
    List<Observation> of(String callId) {
        if (!clocks.onOneHop() || !areApart()) {
            return List.of();
        }
        List<Observation> observations = new ArrayList<>(of(callId, first, second, clocks.atFirst(), clocks.nanos()));
        observations.addAll(of(callId, second, first, clocks.atSecond(), -clocks.nanos()));
        return observations;
    }

    private List<Observation> of(String callId, Capture here, Capture there, ClockOffset.Hosts hosts, long offset) {
        List<Observation> observations = new ArrayList<>();
        Set<MessageKey> seen = new HashSet<>();
        for (CapturedMessage message : here.ofCall(callId)) {
            MessageKey key = MessageKey.of(message);
            boolean leaves = message.from().host().equals(hosts.near())
                    && message.to().host().equals(hosts.far());
            if (!message.hasTime() || !seen.add(key) || !leaves) {
                continue;
            }
            List<CapturedMessage> arrived = there.of(key);
            if (!arrived.isEmpty()) {
                unanswered(key, here, there).ifPresent(observations::add);
                altered(message, arrived, here.of(key).size()).ifPresent(observations::add);
                continue;
            }
            boolean due = there.has(message.transport()) && there.covers(message.nanos() + offset, MARGIN);
            if (due && matters(message) && !isHarmless(key, here, there)) {
                observations.add(new Observation(
                        Observation.Kind.LOST, message, List.of(), here.of(key).size(), List.of()));
            }
        }
        return observations;
    }

    /** A provisional response that is lost is soon overtaken, and is not sent again unless it is reliable (RFC 3261 13.3.1.1). */
    private static boolean matters(CapturedMessage message) {
        return !(message.message() instanceof SipResponse response) || response.status() >= 200;
    }

    /** What got an answer has arrived, though a filter that drops fragments kept it out of the other capture. */
    private static boolean isHarmless(MessageKey key, Capture here, Capture there) {
        if (key.kind().equals(Method.ACK.name())) {
            return !here.isMissed(key) && !there.isMissed(key);
        }
        if (key.kind().equals(key.method())) {
            MessageKey transaction = key.ofTransaction();
            return here.hasResponse(transaction) || there.hasResponse(transaction);
        }
        return key.method().equals(Method.INVITE.name()) && (here.hasAck(key) || there.hasAck(key));
    }

    private static Optional<Observation> altered(CapturedMessage sent, List<CapturedMessage> arrived, int times) {
        List<Observation.Difference> differences =
                MessageDifference.between(sent.message(), arrived.get(0).message());
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Observation(Observation.Kind.ALTERED, sent, arrived, times, differences));
    }

    /** Whether the request passed both places, and no response was seen at either, for as long as one is due. */
    private static Optional<Observation> unanswered(MessageKey key, Capture here, Capture there) {
        List<CapturedMessage> sent = here.of(key);
        CapturedMessage first = sent.get(0);
        boolean awaitsAnswer =
                first.message() instanceof SipRequest && !key.kind().equals(Method.ACK.name());
        MessageKey transaction = key.ofTransaction();
        boolean answered = here.hasResponse(transaction) || there.hasResponse(transaction);
        long waited = sent.get(sent.size() - 1).nanos() - first.nanos();
        return !awaitsAnswer || answered || waited < Duration.ofSeconds(3).toNanos()
                ? Optional.empty()
                : Optional.of(
                        new Observation(Observation.Kind.UNANSWERED, first, there.of(key), sent.size(), List.of()));
    }
}
