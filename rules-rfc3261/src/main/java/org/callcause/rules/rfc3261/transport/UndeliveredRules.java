package org.callcause.rules.rfc3261.transport;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.SilentHops;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Messages of which the network or a log says that they could not be delivered. */
final class UndeliveredRules {

    private static final int REQUEST_TERMINATED = 487;

    private record Undelivered(TrackedMessage message, TransportFailure failure) {}

    private static final Search<Undelivered> REQUEST =
            new Search<>("the request was not delivered, and nothing came back", UndeliveredRules::request);
    private static final Search<Undelivered> ANSWER = new Search<>(
            "the answer or its ACK was not delivered, and the answer stayed without an ACK", UndeliveredRules::answer);
    private static final Search<Undelivered> BYE =
            new Search<>("the BYE was not delivered, and nothing came back", UndeliveredRules::bye);

    private UndeliveredRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/request-undeliverable")
                        .title("The transport could not deliver the request")
                        .cites("RFC 3261 8.1.3.1")
                        .cites("RFC 3261 18.4")
                        .supersedes("rfc3261/no-response")
                        .supersedes("rfc3261/no-response-behind")
                        .supersedes("rfc3261/stuck-behind-next-hop")
                        .supersedes("rfc3261/udp-request-too-large")
                        .supersedes("rfc3261/proxy-could-not-send")
                        .supersedes("rfc3261/503-after-trying")
                        .supersedes("rfc3261/503-at-once")
                        .supersedes("rfc3261/503-undetermined")
                        .on(CALL_OR_REGISTRATION
                                .and(not(ended(Disposition.Kind.ANSWERED)))
                                .and(not(ended(Disposition.Kind.ANSWERED_ELSEWHERE)))
                                .and(REQUEST.found()))
                        .needs(Trait.TRANSPORT_FAILURE)
                        .check(REQUEST.then(UndeliveredRules::tellRequest)),
                Rule.named("rfc3261/answer-undeliverable")
                        .title("The transport could not deliver the answer or its ACK")
                        .cites("RFC 3261 13.3.1.4")
                        .cites("RFC 3261 18.4")
                        .supersedes("rfc3261/missing-ack")
                        .supersedes("rfc3261/dropped-without-ack")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(method(Method.INVITE))
                                .and(ANSWER.found()))
                        .needs(Trait.TRANSPORT_FAILURE)
                        .check(ANSWER.then(UndeliveredRules::tellAnswer)),
                Rule.named("rfc3261/bye-undeliverable")
                        .title("The transport could not deliver the BYE")
                        .cites("RFC 3261 15.1.1")
                        .cites("RFC 3261 18.4")
                        .supersedes("rfc3261/bye-unanswered")
                        .on(method(Method.INVITE).and(BYE.found()))
                        .needs(Trait.TRANSPORT_FAILURE)
                        .check(BYE.then(UndeliveredRules::tellBye)));
    }

    /** Where the caller gave up, a branch that waited for somebody shows that it was not for want of a delivery. */
    private static boolean wasWorthWaiting(Call call) {
        return call.disposition().kind() == Disposition.Kind.CANCELLED
                && call.decisiveAttempt().stream()
                        .flatMap(attempt -> attempt.hops().stream())
                        .anyMatch(hop -> hop.number() > 1 && !hop.responses().isEmpty());
    }

    private static Optional<Undelivered> request(Call call) {
        return (wasWorthWaiting(call) ? Stream.<Hop>empty() : SilentHops.of(call))
                .flatMap(hop -> hop.request().stream())
                .flatMap(request -> undelivered(call, request).stream())
                .findFirst();
    }

    private static Optional<Undelivered> answer(Call call) {
        return call.decisiveAttempt().stream()
                .filter(attempt -> !attempt.isAcknowledged() || call.dialogs().size() == 1)
                .flatMap(attempt -> Stream.concat(unacknowledged(attempt), acknowledgements(attempt)))
                .flatMap(message -> undelivered(call, message).stream())
                .findFirst();
    }

    private static Stream<TrackedMessage> unacknowledged(Transaction attempt) {
        return attempt.isAcknowledged()
                ? Stream.empty()
                : attempt.hops().stream()
                        .flatMap(hop -> hop.finalResponse().stream())
                        .filter(response -> response.status() / 100 == 2);
    }

    /** An ACK that did not arrive is no harm where a later one did: then the answer is not repeated for want of it. */
    private static Stream<TrackedMessage> acknowledgements(Transaction attempt) {
        boolean repeated = attempt.hops().stream().anyMatch(hop -> hop.finalResponseRetransmissions() > 0);
        return repeated ? attempt.acknowledgements().stream() : Stream.empty();
    }

    /** Where both sides hung up, each knows that the call is over. */
    private static Optional<Undelivered> bye(Call call) {
        List<Transaction> byes = Traffic.byes(call);
        boolean known =
                byes.stream().anyMatch(bye -> bye.finalResponse().isPresent() || !bye.isFromSameSideAs(byes.get(0)));
        return (known ? Stream.<Transaction>empty() : byes.stream())
                .flatMap(bye -> bye.hops().stream())
                .filter(hop -> hop.responses().isEmpty())
                .map(Hop::request)
                .flatMap(Optional::stream)
                .flatMap(request -> undelivered(call, request).stream())
                .findFirst();
    }

    private static Optional<Undelivered> undelivered(Call call, TrackedMessage message) {
        return call.transportFailures().stream()
                .filter(failure -> failure.concerns(message.message()))
                .map(failure -> new Undelivered(message, failure))
                .findFirst();
    }

    private static void tellRequest(Call call, Findings findings, Undelivered undelivered) {
        Finding finding = tell(
                findings.diagnose(FailedTransport.of(undelivered.failure()).cause(), likelihood(call, undelivered)),
                call,
                undelivered);
        if (call.finalStatus() != 0 && call.finalStatus() != REQUEST_TERMINATED) {
            finding.because(Telling.answerThatWasGot(call) + " was made for that reason")
                    .evidence(call.furthestFinalResponse());
        }
        finding.remedy(CALLER, "Try again later or another way");
    }

    /** What the sender may have overcome by itself is no more than likely. */
    private static Likelihood likelihood(Call call, Undelivered undelivered) {
        TransportFailure.Kind kind = undelivered.failure().kind();
        boolean passing = kind == TransportFailure.Kind.TIME_EXCEEDED || kind == TransportFailure.Kind.TOO_BIG;
        return call.finalStatus() == 0 && !passing ? CERTAIN : LIKELY;
    }

    private static void tellAnswer(Call call, Findings findings, Undelivered undelivered) {
        tell(findings.diagnose(Cause.MISSING_ACK, LIKELY), call, undelivered)
                .because("an answer without an ACK is sent again for 32 s, then the called side hangs up (RFC 3261"
                        + " 13.3.1.4)");
    }

    private static void tellBye(Call call, Findings findings, Undelivered undelivered) {
        tell(findings.diagnose(Cause.LOST_BYE, LIKELY), call, undelivered)
                .because("the other side does not know that the call is over, and may keep it until a session timer or"
                        + " a media timeout ends it");
    }

    private static Finding tell(Finding finding, Call call, Undelivered undelivered) {
        TrackedMessage message = undelivered.message();
        TransportFailure failure = undelivered.failure();
        FailedTransport told = FailedTransport.of(failure);
        String sender = named(message.from(), "the sender");
        String receiver = named(message.to(), "the receiver");
        String says = failure.reporter().map(Endpoint::host).orElse("its sender");
        return finding.origin(origin(call, undelivered))
                .because("of the " + name(message) + " from " + sender + " to " + receiver + ", " + says + " says: \""
                        + failure.words() + "\"")
                .because(told.meaning().formatted(sender, receiver))
                .evidence(message)
                .evidence(message, failure)
                .remedy(ADMIN, told.remedy().formatted(sender, receiver))
                .confirm(told.confirm().formatted(sender, receiver));
    }

    /** Who reports a failure is seldom at fault: only what forbids the way, or loses it, is. */
    private static Origin origin(Call call, Undelivered undelivered) {
        TrackedMessage message = undelivered.message();
        return switch (undelivered.failure().kind()) {
            case NAME_NOT_RESOLVED, TLS_EXPECTED -> Sides.senderOf(call, message);
            case PROHIBITED, TIME_EXCEEDED, TOO_BIG ->
                undelivered
                        .failure()
                        .reporter()
                        .filter(reporter -> !saysItself(undelivered))
                        .map(reporter -> new Origin(
                                Origin.NETWORK,
                                reporter,
                                Origin.Basis.SEEN,
                                "on the way from " + message.from() + " to " + message.to()))
                        .orElseGet(() -> undelivered.failure().reporter().isEmpty()
                                ? Sides.senderOf(call, message)
                                : Sides.receiverOf(call, message, ""));
            default -> receiver(call, undelivered);
        };
    }

    private static Origin receiver(Call call, Undelivered undelivered) {
        Origin receiver = Sides.receiverOf(call, undelivered.message(), "");
        return saysItself(undelivered)
                ? new Origin(receiver.party(), receiver.address(), Origin.Basis.SEEN, "")
                : receiver;
    }

    private static boolean saysItself(Undelivered undelivered) {
        return undelivered
                .failure()
                .reporter()
                .filter(reporter ->
                        reporter.host().equals(undelivered.message().to().host()))
                .isPresent();
    }

    private static String named(Endpoint endpoint, String unknown) {
        return endpoint.isKnown() ? endpoint.toString() : unknown;
    }

    private static String name(TrackedMessage message) {
        return message.isRequest() ? message.message().sequenceMethod().name() : message.codeAndPhrase();
    }
}
