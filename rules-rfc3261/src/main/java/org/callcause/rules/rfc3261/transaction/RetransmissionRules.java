package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.has;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.dialog.Sighting;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Requests that were sent again where they should not be: answered ones, too often, too soon, or over TCP. */
final class RetransmissionRules {

    /** The repeat may have left before the response arrived. */
    private static final Duration CROSSING = Duration.ofMillis(250);

    /** RFC 3581 3 lets a client repeat its INVITE about every 20 s to hold a NAT binding. */
    private static final Duration NAT_REFRESH = Duration.ofSeconds(15);

    /** One repeat may have crossed the answer; two show that no answer arrives. */
    private static final int TELLING_REPEATS = 2;

    /** Sendings within 64·T1 over UDP: 0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5 s (RFC 3261 17.1.1.2). */
    private static final int MOST_INVITES = 7;

    /** Sendings within 64·T1 over UDP, 4 s apart at most (RFC 3261 17.1.2.2). */
    private static final int MOST_OTHERS = 11;

    /** Clocks and captures are not exact: gaps count as too short only well below T1. */
    private static final Duration SHORTEST_GAP = SipTimers.T1.multipliedBy(3).dividedBy(5);

    private static final int TELLING_SHORT_GAPS = 3;

    /** The first response of a hop and the repeats of the request that followed it. */
    private record Repeats(Hop hop, TrackedMessage response, List<TrackedMessage> sendings) {

        /** Nothing but a final response makes a client send the ACK of a refusal (RFC 3261 17.1.1.3). */
        boolean endedWithAnAnswer() {
            return hop.acknowledgement().isPresent();
        }
    }

    private record Storm(List<TrackedMessage> sendings, String why) {}

    private static final Search<Repeats> AFTER_RESPONSE =
            new Search<>("the INVITE was sent again after a response to it", RetransmissionRules::repeatsAfterResponse);
    private static final Search<Storm> STORM = new Search<>(
            "a request was repeated too often, too fast or over a reliable transport", RetransmissionRules::storm);

    private RetransmissionRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/retransmit-after-response")
                        .title("The INVITE was sent again though it had been answered")
                        .cites("RFC 3261 17.1.1.2")
                        .cites("RFC 3581 3")
                        .on(has(Trait.SENT_AGAIN).and(AFTER_RESPONSE.foundInTime()))
                        .check(AFTER_RESPONSE.then(RetransmissionRules::responsesLost)),
                Rule.named("rfc3261/retransmission-storm")
                        .title("A request was repeated against the timers")
                        .cites("RFC 3261 17.1.1.2")
                        .cites("RFC 3261 17.1.2.2")
                        .on(has(Trait.SENT_AGAIN).and(STORM.foundInTime()))
                        .check(STORM.then(RetransmissionRules::stormSeen)));
    }

    private static Optional<Repeats> repeatsAfterResponse(Call call) {
        return Traffic.hops(call, true)
                .filter(hop ->
                        hop.requestRetransmissions() > 0 && !hop.responses().isEmpty())
                .map(RetransmissionRules::repeatsAfterResponse)
                .filter(found -> !found.sendings().isEmpty())
                .findFirst();
    }

    private static Repeats repeatsAfterResponse(Hop hop) {
        TrackedMessage response = hop.responses().get(0);
        List<TrackedMessage> found = new ArrayList<>();
        TrackedMessage before = response;
        for (TrackedMessage message : hop.messages()) {
            if (isRepeat(message)) {
                boolean keepsBindingOpen = Traffic.apart(before, message, NAT_REFRESH);
                if (Traffic.apart(response, message, CROSSING) && !keepsBindingOpen) {
                    found.add(message);
                }
                before = message;
            }
        }
        return new Repeats(hop, response, found);
    }

    private static boolean isRepeat(TrackedMessage message) {
        return message.message() instanceof SipRequest request
                && !request.method().equals(Method.ACK)
                && message.sighting() == Sighting.RETRANSMISSION;
    }

    private static void responsesLost(Call call, Findings findings, Repeats found) {
        TrackedMessage response = found.response();
        int repeats = found.sendings().size();
        String said = response.from() + " answered " + Telling.answer(response) + ", and " + response.to()
                + " sent its INVITE again " + Sentences.times(repeats) + " after that";
        if (repeats >= TELLING_REPEATS && call.disposition().kind().isFailure() && !found.endedWithAnAnswer()) {
            Finding finding = findings.diagnose(Cause.NAT_SIGNALLING, LIKELY)
                    .origin(Sides.receiverOf(call, response, "or the way back to it"))
                    .title("The responses do not reach the caller")
                    .because(said)
                    .because("a client stops repeating at the first response it gets, so the responses go to a wrong"
                            + " address or port, or something on the way back drops them")
                    .remedy(
                            ADMIN,
                            "Compare where the responses go with the source of the INVITE; use rport (RFC 3581) and let"
                                    + " firewalls and NAT pass the way back")
                    .remedy(CALLER, "Try from another network")
                    .confirm("Capture at the caller: do the responses arrive there");
            quote(finding, found);
            return;
        }
        Finding finding = findings.violation()
                .origin(Sides.receiverOf(call, response, "or the response got lost on its way there"))
                .because(said)
                .because("a client stops repeating at the first response, but for one repeat about every 20 s that may"
                        + " hold a NAT binding open")
                .confirm("Capture at " + response.to() + ": did the response arrive there");
        quote(finding, found);
    }

    private static void quote(Finding finding, Repeats found) {
        List<TrackedMessage> sendings = found.sendings();
        finding.evidence(found.response())
                .evidence(found.response(), "Via")
                .evidence(sendings.get(sendings.size() - 1));
    }

    private static Optional<Storm> storm(Call call) {
        return call.transactions().stream()
                .filter(transaction -> !transaction.method().equals(Method.ACK))
                .flatMap(transaction -> transaction.hops().stream())
                .filter(hop -> hop.requestRetransmissions() > 0)
                .flatMap(hop -> storm(hop).stream())
                .findFirst();
    }

    private static Optional<Storm> storm(Hop hop) {
        List<TrackedMessage> sendings = new ArrayList<>();
        hop.request().ifPresent(sendings::add);
        hop.messages().stream().filter(RetransmissionRules::isRepeat).forEach(sendings::add);
        if (hop.transport().isReliable()) {
            if (!withinLifetime(sendings)
                    || !Traffic.apart(sendings.get(0), sendings.get(sendings.size() - 1), SHORTEST_GAP)) {
                return Optional.empty();
            }
            return Optional.of(new Storm(
                    sendings,
                    "over " + hop.transport() + ", which delivers by itself, a request is sent once (or the capture"
                            + " shows TCP's own repeats)"));
        }
        boolean invite = sendings.get(0).message() instanceof SipRequest request
                && request.method().equals(Method.INVITE);
        int most = invite ? MOST_INVITES : MOST_OTHERS;
        if (sendings.size() > most && withinLifetime(sendings)) {
            return Optional.of(new Storm(sendings, "64·T1 = 32 s have room for " + most));
        }
        int shortGaps = 0;
        for (int i = 1; i < sendings.size(); i++) {
            boolean timed = sendings.get(i).hasTime();
            shortGaps += timed && !Traffic.apart(sendings.get(i - 1), sendings.get(i), SHORTEST_GAP) ? 1 : 0;
        }
        return shortGaps >= TELLING_SHORT_GAPS
                ? Optional.of(new Storm(
                        sendings,
                        Sentences.times(shortGaps) + " less than 300 ms passed between two,"
                                + " where 500 ms is the least"))
                : Optional.empty();
    }

    private static boolean withinLifetime(List<TrackedMessage> sendings) {
        return !Traffic.apart(
                sendings.get(0), sendings.get(sendings.size() - 1), SipTimers.TRANSACTION_LIFETIME.plus(SipTimers.T2));
    }

    private static void stormSeen(Call call, Findings findings, Storm storm) {
        TrackedMessage first = storm.sendings().get(0);
        TrackedMessage last = storm.sendings().get(storm.sendings().size() - 1);
        findings.violation()
                .origin(Sides.senderOf(call, first))
                .because(first.from() + " sent one request " + storm.sendings().size() + " times"
                        + Traffic.between(first, last)
                                .map(time -> " within " + Sentences.time(time))
                                .orElse("") + ": " + storm.why())
                .because("wrong timers, two points of capture merged into one, or several clients that use one branch"
                        + " look like this")
                .evidence(first)
                .evidence(first, "Via")
                .evidence(last)
                .remedy(ADMIN, "Look at the SIP timers (T1, T2) and the transport of " + first.from())
                .confirm("Whether the capture was taken at one point: merged captures show every message twice");
    }
}
