package org.callcause.rules.rfc3261.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.UnavailableWords;

/**
 * That the server which refused a request had tried to open a connection for it, and could not.
 *
 * @param request what it had taken
 * @param response what it answered
 * @param connection the latest that it tried
 */
record Unconnected(TrackedMessage request, TrackedMessage response, FailedConnection connection) {

    /** A server connects as soon as it knows where to, and says at once that it cannot. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** Clocks of a capture and of its packets are one; what is told with the response may be written just behind it. */
    private static final Duration JUST_BEHIND = Duration.ofMillis(20);

    /** What its own words may say, and mean this. */
    private static final Set<UnavailableWords> OF_THE_NEXT_HOP =
            Set.of(UnavailableWords.TLS, UnavailableWords.GATEWAY, UnavailableWords.DNS);

    /** That of the call, where nothing else explains the refusal. */
    static Optional<Unconnected> of(Call call) {
        Optional<TrackedMessage> response = call.furthestFinalResponse();
        List<Hop> hops = call.decisiveAttempt().map(Transaction::hops).orElse(List.of());
        if (response.isEmpty() || saysOtherwise(call)) {
            return Optional.empty();
        }
        Endpoint server = response.get().from();
        boolean sentOn = hops.stream()
                .flatMap(hop -> hop.request().stream())
                .anyMatch(request -> request.from().host().equals(server.host()));
        return sentOn
                ? Optional.empty()
                : hops.stream()
                        .filter(hop -> hop.finalResponse().equals(response))
                        .flatMap(hop -> hop.request().stream())
                        .flatMap(request -> connection(call, request, response.get()).stream())
                        .findFirst();
    }

    private static boolean saysOtherwise(Call call) {
        boolean otherWords = UnavailableWords.in(RefusalWords.besideCauses(call))
                .filter(words -> !OF_THE_NEXT_HOP.contains(words))
                .isPresent();
        // Q.850: no route, no answer, no channel, out of order, temporary failure, and those that say nothing.
        boolean otherCause = Refusals.q850Cause(call).isPresent()
                && !Refusals.hasQ850Cause(call, 2, 3, 16, 18, 20, 27, 31, 34, 38, 41, 102, 127);
        return otherWords || otherCause || Refusals.rang(call);
    }

    private static Optional<Unconnected> connection(Call call, TrackedMessage request, TrackedMessage response) {
        if (!request.hasTime() || !response.hasTime()) {
            return Optional.empty();
        }
        Instant asked = request.time();
        Instant answered = response.time();
        return call.failedConnections().stream()
                .filter(failure -> failure.client()
                                .host()
                                .equals(response.from().host())
                        && !failure.server().host().equals(request.from().host()))
                .filter(failure -> isWithin(failure.first(), asked, asked.plus(AT_ONCE))
                        || isGoingOn(call, failure, asked)
                        || isMoment(failure))
                .filter(failure -> isWithin(failure.last(), asked, answered.plus(JUST_BEHIND)))
                .filter(failure -> failure.kind() == FailedConnection.Kind.UNANSWERED
                        || !failure.last().plus(AT_ONCE).isBefore(answered))
                .reduce((earlier, later) -> later)
                .map(failure -> new Unconnected(request, response, failure));
    }

    /** A second address, or a second try, follows the first as soon as that has failed (RFC 3263 4.3). */
    private static boolean isGoingOn(Call call, FailedConnection failure, Instant asked) {
        return call.failedConnections().stream()
                .filter(other ->
                        other.client().equals(failure.client()) && isWithin(other.first(), asked, asked.plus(AT_ONCE)))
                .anyMatch(other ->
                        isWithin(failure.first(), other.last(), other.last().plus(AT_ONCE)));
    }

    /** A log says that a connection failed when it has, and not when it began. */
    private static boolean isMoment(FailedConnection failure) {
        return failure.first().equals(failure.last());
    }

    private static boolean isWithin(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && !time.isAfter(to);
    }
}
