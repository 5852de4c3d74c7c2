package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.has;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.Via;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** Responses that do not belong to a request, or do not come to who sent it. */
final class ResponseMatchingRules {

    private record Mismatch(TrackedMessage request, TrackedMessage response, String header, String clause) {}

    private static final Search<TrackedMessage> WITHOUT_REQUEST =
            new Search<>("it answers no request that its receiver sent", ResponseMatchingRules::withoutRequest);
    private static final Search<TrackedMessage> MISROUTED =
            new Search<>("it went to another host than its top Via names", ResponseMatchingRules::misrouted);
    private static final Search<Mismatch> EXTRA_VIA = new Search<>(
            "it came to the client with more Vias than the one of its own", ResponseMatchingRules::extraVia);
    private static final Search<Mismatch> CHANGED =
            new Search<>("it does not repeat Via and From of the request as they were", ResponseMatchingRules::changed);

    private ResponseMatchingRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/stray-response")
                        .title("A response came that answers no request")
                        .cites("RFC 3261 18.1.2")
                        .cites("RFC 3261 17.1.3")
                        .cites("RFC 6026 7.3")
                        .on(has(Trait.STRAY_RESPONSE).and(WITHOUT_REQUEST.found()))
                        .check(WITHOUT_REQUEST.then(ResponseMatchingRules::tellStray)),
                Rule.named("rfc3261/response-misrouted")
                        .title("A response went to a host that is not in its top Via")
                        .cites("RFC 3261 18.1.2")
                        .cites("RFC 3261 18.2.2")
                        .on(has(Trait.STRAY_RESPONSE).and(MISROUTED.found()))
                        .check(MISROUTED.then(ResponseMatchingRules::tellMisrouted)),
                Rule.named("rfc3261/extra-via")
                        .title("A response reached the client with a Via that is not its own")
                        .cites("RFC 3261 8.1.3.3")
                        .on(has(Trait.STRAY_RESPONSE).and(EXTRA_VIA.found()))
                        .check(EXTRA_VIA.then(ResponseMatchingRules::tellMismatch)),
                Rule.named("rfc3261/response-echo-broken")
                        .title("A response does not repeat the headers of its request")
                        .cites("RFC 3261 8.2.6.2")
                        .on(has(Trait.STRAY_RESPONSE).and(CHANGED.found()))
                        .check(CHANGED.then(ResponseMatchingRules::tellMismatch)));
    }

    /** Judged only where the capture shows what the receiver sends, so that a request before the capture is no riddle. */
    private static Optional<TrackedMessage> withoutRequest(Call call) {
        return call.transactions().stream()
                .filter(transaction -> transaction.request().isEmpty())
                .flatMap(transaction -> transaction.responses().stream())
                .filter(response -> response.to().isKnown())
                .filter(response -> sentOnlyOtherNumbers(call, response))
                .findFirst();
    }

    private static boolean sentOnlyOtherNumbers(Call call, TrackedMessage response) {
        return numbersSent(call, response, request -> request.nanos() <= response.nanos())
                .anyMatch(number -> number < response.message().sequence());
    }

    /** Requests of a dialog count up by one (12.2.1.1), so a number that nothing else has is that of a lost one. */
    private static boolean fillsGap(Call call, TrackedMessage response) {
        long before = numbersSent(call, response, request -> request.nanos() <= response.nanos())
                .filter(number -> number < response.message().sequence())
                .max()
                .orElse(0);
        return response.message().sequence() == before + 1
                && numbersSent(call, response, request -> request.nanos() > response.nanos())
                        .allMatch(number -> number > before + 1);
    }

    /** The CSeq numbers of what the receiver of the response was seen to send on this way. */
    private static LongStream numbersSent(Call call, TrackedMessage response, Predicate<TrackedMessage> when) {
        return call.transactions().stream()
                .filter(transaction -> !transaction.method().equals(Method.CANCEL))
                .filter(transaction -> transaction.hops().stream()
                        .filter(hop ->
                                hop.from().equals(response.to()) && hop.to().equals(response.from()))
                        .anyMatch(hop -> hop.request().filter(when).isPresent()))
                .mapToLong(Transaction::sequence);
    }

    private static void tellStray(Call call, Findings findings, TrackedMessage response) {
        if (response.message().sequenceMethod().equals(Method.ACK)) {
            findings.violation()
                    .origin(Sides.senderOf(call, response))
                    .because(response.from() + " answered an ACK with " + Telling.answer(response)
                            + "; an ACK gets no response of any kind")
                    .evidence(response)
                    .evidence(response, "CSeq")
                    .confirm("Whether the element takes ACK for a method that it does not know");
            return;
        }
        if (fillsGap(call, response)) {
            findings.notChecked("whether " + response.to() + " sent the request that message #" + response.index()
                    + " answers: its CSeq number is the next one, so the capture has probably lost it");
            return;
        }
        findings.violation()
                .origin(Sides.likelySender(call, response, "unless the capture lost the request"))
                .because(response.from() + " sent "
                        + Telling.answer(response) + " with CSeq "
                        + response.message().cseq().map(Object::toString).orElse("unreadable") + " to " + response.to()
                        + ", and " + response.to() + " was not seen to send such a request")
                .because("a response to nothing is dropped; it comes from the wrong node, from a proxy that was"
                        + " restarted, or from somebody who makes it up")
                .evidence(response)
                .evidence(response, "CSeq")
                .evidence(response, "Via")
                .confirm("Whether the capture lost packets: the request may only be missing here");
    }

    private static Optional<TrackedMessage> misrouted(Call call) {
        for (Transaction transaction : call.transactions()) {
            for (Hop hop : transaction.hops()) {
                for (TrackedMessage response : hop.responses()) {
                    if (isMisrouted(response, transaction)) {
                        return Optional.of(response);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMisrouted(TrackedMessage response, Transaction transaction) {
        Endpoint receiver = response.to();
        Optional<Via> via = response.message().topVia();
        if (!receiver.isKnown() || via.isEmpty() || HostKind.of(via.get().host()) == HostKind.NAME) {
            return false;
        }
        boolean senderOfRequest = transaction.hops().stream()
                .filter(hop -> hop.request().isPresent())
                .anyMatch(hop -> hop.from().host().equals(receiver.host()));
        boolean requestSeen = transaction.request().isPresent();
        return requestSeen
                && !senderOfRequest
                && !HostKind.isSame(via.get().host(), receiver.host())
                && via.get()
                        .received()
                        .filter(received -> HostKind.isSame(received, receiver.host()))
                        .isEmpty();
    }

    private static void tellMisrouted(Call call, Findings findings, TrackedMessage response) {
        Via via = response.message().topVia().orElseThrow();
        findings.violation()
                .origin(Sides.senderOf(call, response))
                .because("the " + response.status() + " went to " + response.to() + ", but its top Via says "
                        + via.sentBy()
                        + via.received()
                                .map(received -> " (received " + received + ")")
                                .orElse("")
                        + "; a receiver that is not the one named has to discard it")
                .evidence(response)
                .evidence(response, "Via")
                .remedy(ADMIN, "Check how " + response.from() + " chooses where responses go, and NAT rules on the way")
                .confirm("Whether " + via.sentBy() + " and " + response.to() + " are addresses of one host");
    }

    /** The client is known where its request left with one Via: then its responses come back with this one. */
    private static Optional<Mismatch> extraVia(Call call) {
        return mismatches(call, true);
    }

    private static Optional<Mismatch> changed(Call call) {
        return mismatches(call, false);
    }

    private static Optional<Mismatch> mismatches(Call call, boolean extraVia) {
        for (Transaction transaction : call.transactions()) {
            for (Hop hop : transaction.hops()) {
                Optional<TrackedMessage> request = hop.request();
                for (TrackedMessage response : hop.responses()) {
                    Optional<Mismatch> mismatch = request.filter(sent -> comesFromWhereItWent(sent, response))
                            .flatMap(sent -> mismatch(sent, response, extraVia));
                    if (mismatch.isPresent()) {
                        return mismatch;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean comesFromWhereItWent(TrackedMessage request, TrackedMessage response) {
        return request.from().equals(response.to()) && request.to().equals(response.from());
    }

    private static Optional<Mismatch> mismatch(TrackedMessage request, TrackedMessage response, boolean extraVia) {
        SipMessage sent = request.message();
        SipMessage received = response.message();
        boolean hasExtraVia = sent.viaCount() == 1 && received.viaCount() > 1;
        if (extraVia) {
            return hasExtraVia
                    ? Optional.of(new Mismatch(
                            request,
                            response,
                            "Via",
                            "the request left with one Via and the response came back with " + received.viaCount()
                                    + ", so the client should discard it as misrouted or corrupted"))
                    : Optional.empty();
        }
        if (hasExtraVia) {
            return Optional.empty();
        }
        if (received.viaCount() != sent.viaCount()) {
            return Optional.of(new Mismatch(
                    request,
                    response,
                    "Via",
                    "the request has " + sent.viaCount() + " Vias and the response " + received.viaCount()
                            + ", so it cannot find its way back"));
        }
        if (!received.hasSameBranch(sent)) {
            return Optional.of(new Mismatch(
                    request, response, "Via", "its branch is not that of the request, so it matches no transaction"));
        }
        return received.hasSameFromTag(sent)
                ? Optional.empty()
                : Optional.of(new Mismatch(request, response, "From", "its From tag is not that of the request"));
    }

    private static void tellMismatch(Call call, Findings findings, Mismatch mismatch) {
        TrackedMessage response = mismatch.response();
        Finding finding = findings.violation()
                .origin(Sides.senderOf(call, response))
                .because("the " + response.status() + " to the "
                        + response.message().sequenceMethod().name() + " does not repeat what the request had: "
                        + mismatch.clause())
                .evidence(mismatch.request(), mismatch.header())
                .evidence(response, mismatch.header())
                .evidence(response);
        finding.remedy(
                        ADMIN,
                        "Look for an SBC, a firewall or an ALG on the way that rewrites SIP; else report it to the"
                                + " maker of " + response.from())
                .confirm("Whether the client went on repeating its request: then it discarded the response");
    }
}
