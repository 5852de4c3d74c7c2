package org.callcause.rules.rfc3261.transport;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.retransmitted;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.Transport;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.ViaReading;

/** Datagrams that are too large for their way. */
final class MessageSizeRules {

    /** RFC 3261 18.1.1: from here on a request must not go over UDP where the path's MTU is unknown. */
    private static final int LARGEST_UDP_REQUEST = 1_300;

    /** What an Ethernet frame carries beside the headers of IPv4 and UDP: more is cut into fragments. */
    private static final int LARGEST_UNFRAGMENTED = 1_472;

    private static final int LARGE_SESSION = 1_000;
    private static final int TELLING_REPEATS = 2;

    private MessageSizeRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/udp-request-too-large")
                        .title("A request too large for UDP was not answered")
                        .cites("RFC 3261 18.1.1")
                        .on(ended(Disposition.Kind.UNREACHABLE)
                                .or(retransmitted(4))
                                .and(CALL_OR_REGISTRATION)
                                .and(where(
                                        "a request over 1300 bytes went over UDP and got no response",
                                        call -> unansweredLarge(call).isPresent())))
                        .needs(has(Trait.UNANSWERED_REQUEST))
                        .check(MessageSizeRules::requestTooLarge),
                Rule.named("rfc3261/udp-response-too-large")
                        .title("The answer is too large for UDP, and did not arrive")
                        .cites("RFC 3261 18.1.1")
                        .cites("RFC 8900 3")
                        .on(retransmitted(TELLING_REPEATS)
                                .and(CALL_OR_REGISTRATION)
                                .and(timed(
                                        "a request was repeated after an answer that is cut into fragments",
                                        call -> lostLargeResponse(call).isPresent())))
                        .check(MessageSizeRules::responseTooLarge));
    }

    private static Optional<TrackedMessage> unansweredLarge(Call call) {
        return call.decisiveAttempt()
                .filter(attempt -> attempt.responses().isEmpty())
                .flatMap(Transaction::request)
                .filter(request -> request.transport() == Transport.UDP)
                .filter(request -> request.message().length() > LARGEST_UDP_REQUEST);
    }

    private static Optional<TrackedMessage> answeredSmall(Call call, TrackedMessage large) {
        return call.attempts().stream()
                .filter(attempt -> !attempt.responses().isEmpty())
                .flatMap(attempt -> attempt.request().stream())
                .filter(request -> request.message().length() <= LARGEST_UNFRAGMENTED
                        && request.message().length() < large.message().length())
                .filter(request -> request.to().equals(large.to()))
                .findFirst();
    }

    private static void requestTooLarge(Call call, Findings findings) {
        TrackedMessage large = unansweredLarge(call).orElseThrow();
        Optional<TrackedMessage> small = answeredSmall(call, large);
        int size = large.message().length();
        boolean fragmented = size > LARGEST_UNFRAGMENTED;
        Finding finding = findings.diagnose(
                        Cause.MESSAGE_TOO_LARGE, small.isPresent() && fragmented ? LIKELY : POSSIBLE)
                .origin(Sides.senderOf(call, large))
                .because(
                        "the " + call.method() + " has " + size + " bytes and went over UDP, where RFC 3261 allows 1300"
                                + " unless the way is known to take more, and nothing came back");
        if (fragmented) {
            finding.because("it is cut into IP fragments, and many firewalls and routers drop those");
        }
        small.ifPresent(answered -> finding.because(
                        "a smaller one of " + answered.message().length() + " bytes to the same place was answered")
                .evidence(answered));
        int session = large.message().bodyLength();
        if (session > LARGE_SESSION) {
            finding.because("the session description alone takes " + session + " bytes");
        }
        finding.evidence(large)
                .evidence(large, "Content-Length")
                .remedy(ADMIN, "Send it over TCP or TLS")
                .remedy(ADMIN, "Make it smaller: fewer codecs, no unused media and ICE candidates, fewer headers")
                .remedy(USER, "Choose TCP or TLS as transport in the app, where it has that setting")
                .confirm(
                        "Capture at the receiver: does it get all fragments; and send a small request (OPTIONS) to it");
    }

    private static Optional<TrackedMessage> lostLargeResponse(Call call) {
        return ViaReading.of(call)
                .filter(via -> via.hop().transport() == Transport.UDP)
                .filter(via -> via.repeatsAfterResponse() >= TELLING_REPEATS)
                .flatMap(via -> via.hop().responses().stream()
                        .filter(response -> response.message().length() > LARGEST_UNFRAGMENTED)
                        .findFirst());
    }

    private static void responseTooLarge(Call call, Findings findings) {
        TrackedMessage large = lostLargeResponse(call).orElseThrow();
        findings.diagnose(Cause.MESSAGE_TOO_LARGE, LIKELY)
                .origin(Sides.senderOf(call, large))
                .because("the " + large.status() + " has " + large.message().length()
                        + " bytes and is cut into IP fragments, and the request was repeated "
                        + ViaReading.of(call)
                                .map(ViaReading::repeatsAfterResponse)
                                .orElse(0L)
                        + " times after it: the answer did not reach the caller, as its fragments were dropped")
                .evidence(large)
                .evidence(large, "Content-Length")
                .remedy(ADMIN, "Use TCP or TLS between the two")
                .remedy(ADMIN, "Shorten the session description and the headers of the answer")
                .confirm("Capture at the caller: does it get all fragments of the answer");
    }
}
