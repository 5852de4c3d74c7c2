package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Media;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.ReliableResponses;
import org.callcause.rules.rfc3261.reading.SeenMedia;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Whether the answer of an answered call is there, and fits its offer. */
final class AnswerRules {

    private AnswerRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/late-offer-broken")
                        .title("The call was answered, and one half of its session description never came")
                        .cites("RFC 3261 13.2.1")
                        .cites("RFC 3261 13.2.2.4")
                        .cites("RFC 6337 2.2")
                        .on(AnsweredSessions.answered(
                                "the INVITE offered nothing, and the 2xx or its ACK does not make up for it",
                                call -> lateOfferLacks(call).isPresent()))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(AnswerRules::lateOffer),
                Rule.named("rfc3261/answer-without-session")
                        .title("The call was answered without a session description")
                        .cites("RFC 3261 13.3.1.4")
                        .cites("RFC 3264 6")
                        .on(AnsweredSessions.answered(
                                "the INVITE made an offer that no 2xx answers", AnswerRules::lacksAnswer))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(AnswerRules::withoutSession),
                Rule.named("rfc3261/answer-media-count")
                        .title("The answer does not have as many media lines as the offer")
                        .cites("RFC 3264 6")
                        .on(AnsweredSessions.exchanged(
                                "an answer has more or fewer m= lines than its offer", AnswerRules::differsInCount))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(AnswerRules::mediaCount),
                Rule.named("rfc3261/all-media-refused")
                        .title("The call was answered, and every medium in it refused")
                        .cites("RFC 3264 6")
                        .on(AnsweredSessions.answered(
                                "the answer has port 0 for every stream, and no later one has another",
                                AnswerRules::staysRefused))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(AnswerRules::allRefused),
                Rule.named("rfc3261/answer-media-transport")
                        .title("The answer changes the transport of a stream")
                        .cites("RFC 3264 6")
                        .cites("RFC 4568 7.1")
                        .on(AnsweredSessions.exchanged(
                                "a stream is answered with another protocol",
                                exchange -> otherProtocol(exchange).isPresent()))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(AnswerRules::transport),
                Rule.named("rfc3261/offer-without-port")
                        .title("The first offer has port 0 for every stream")
                        .cites("RFC 3264 5.1")
                        .on(method(Method.INVITE)
                                .and(where("every m= line of the INVITE has port 0", AnswerRules::offersNothing)))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(AnswerRules::offerWithoutPort));
    }

    private static Optional<TrackedMessage> request(Call call) {
        return call.decisiveAttempt().flatMap(Transaction::request);
    }

    /** A body whose end was not captured may hold what seems to be missing. */
    private static boolean isBare(TrackedMessage message) {
        return message.message().bodyLength() == 0
                && message.message().hasIntactStructure()
                && message.message().contentLength().orElse(0) == 0;
    }

    /** The message of a late offer that has no description though it is its turn. */
    private static Optional<TrackedMessage> lateOfferLacks(Call call) {
        Optional<TrackedMessage> request = request(call).filter(AnswerRules::isBare);
        Sessions sessions = Sessions.of(call);
        Optional<TrackedMessage> answer = call.finalResponse();
        boolean reliable = sessions.early().stream().map(Described::message).anyMatch(ReliableResponses::isReliable);
        if (request.isEmpty() || reliable) {
            return Optional.empty();
        }
        if (sessions.answer().isEmpty()) {
            return answer.filter(AnswerRules::isBare);
        }
        return call.decisiveAttempt()
                .flatMap(attempt -> attempt.acknowledgements().stream()
                        .filter(AnswerRules::isBare)
                        .findFirst()
                        .filter(bare -> sessions.acknowledgement().isEmpty()));
    }

    private static void lateOffer(Call call, Findings findings) {
        TrackedMessage lacking = lateOfferLacks(call).orElseThrow();
        Broken.tell(call, findings, Cause.NO_MEDIA, finding -> {
            finding.origin(Sides.senderOrWay(call, lacking))
                    .because("the INVITE carried no offer, which leaves the offer to the answering side");
            if (lacking.isRequest()) {
                finding.because("the 200 made it, and the ACK had to answer it, but the ACK is empty, so the answering"
                        + " side does not know where to send media");
            } else {
                finding.because("but the " + lacking.status() + " carries none either, so neither side knows where to"
                        + " send media");
            }
            finding.evidence(request(call))
                    .evidence(lacking)
                    .evidence(lacking, "Content-Length")
                    .remedy(
                            ADMIN,
                            "Let the calling side put its offer into the INVITE (early offer): some devices do not"
                                    + " support calls without one")
                    .confirm(SeenMedia.confirm(
                            call, "Capture the RTP of the call: it should be missing in at least one direction"));
        });
    }

    private static boolean lacksAnswer(Call call) {
        Sessions sessions = Sessions.of(call);
        return sessions.request().isPresent()
                && sessions.answer().isEmpty()
                && call.finalResponse()
                        .filter(response -> response.status() / 100 == 2 && isBare(response))
                        .isPresent()
                && sessions.early().stream().map(Described::message).noneMatch(ReliableResponses::isReliable)
                && !isAcknowledgedUnseen(call)
                && Traffic.responses(call)
                        .noneMatch(response -> response.message().isCut());
    }

    /** A PRACK of a reliable response that the capture does not show where it came: that one may have had the answer. */
    private static boolean isAcknowledgedUnseen(Call call) {
        List<TrackedMessage> reliable = call.decisiveAttempt().map(Transaction::firstHop).stream()
                .flatMap(hop -> hop.responses().stream())
                .filter(ReliableResponses::isReliable)
                .toList();
        return call.transactions(Method.PRACK).stream()
                .anyMatch(prack -> prack.request().isEmpty()
                        || reliable.stream()
                                .noneMatch(response -> ReliableResponses.isAcknowledgedBy(
                                        response, prack.request().get())));
    }

    private static void withoutSession(Call call, Findings findings) {
        TrackedMessage answer = call.finalResponse().orElseThrow();
        List<Described> early = Sessions.of(call).early();
        boolean promised = !early.isEmpty();
        Broken.tell(call, findings, Cause.NO_MEDIA, finding -> {
            finding.origin(Sides.senderOrWay(call, answer))
                    .because("the INVITE offered media, and the " + answer.status()
                            + " does not say where the answering side expects them");
            if (promised) {
                finding.because("a provisional response had a description, but it was not sent reliably (RFC 3262), so"
                        + " it does not count as the answer; many callers take it all the same");
                finding.evidence(early.get(0).message());
            }
            finding.evidence(answer)
                    .evidence(answer, "Content-Length")
                    .remedy(
                            ADMIN,
                            "Let the answering side put its session description into the 200, or see which element on"
                                    + " the way drops the body")
                    .confirm("Capture at the callee: if its 200 has a body there, an element between removed it");
        });
    }

    private static boolean differsInCount(OfferAnswer exchange) {
        return exchange.offer().sdp().media().size()
                != exchange.answer().sdp().media().size();
    }

    private static void mediaCount(Call call, Findings findings) {
        OfferAnswer exchange =
                AnsweredSessions.exchange(call, AnswerRules::differsInCount).orElseThrow();
        int offered = exchange.offer().sdp().media().size();
        int answered = exchange.answer().sdp().media().size();
        Finding finding = findings.violation()
                .origin(Sides.senderOrWay(call, exchange.answer().message()))
                .because("the offer has " + offered + " m= lines and the answer " + answered
                        + "; streams belong together by their place, and an unwanted one is refused with port 0, not"
                        + " left out");
        finding.evidenceInBody(exchange.offer().message(), "m=")
                .evidenceInBody(exchange.answer().message(), "m=")
                .remedy(ADMIN, "Update the answering device, or offer only the media that it knows")
                .confirm("Offer a single audio stream and see whether the media then flow");
    }

    private static boolean refusesAll(OfferAnswer exchange) {
        return exchange.offer().activeMedia().size() > 0
                && exchange.answer().activeMedia().isEmpty();
    }

    /** A later offer, as of a media server that joins the two sides by and by, may open what the first left shut. */
    private static boolean staysRefused(Call call) {
        Sessions sessions = Sessions.of(call);
        return sessions.initial().filter(AnswerRules::refusesAll).isPresent()
                && sessions.exchanges().stream()
                        .allMatch(exchange -> exchange.answer().activeMedia().isEmpty());
    }

    private static void allRefused(Call call, Findings findings) {
        OfferAnswer exchange = Sessions.of(call).initial().orElseThrow();
        Optional<OfferAnswer.Stream> encrypted = exchange.streams().stream()
                .filter(stream -> Encryption.isRequired(stream.offered()))
                .findFirst();
        Finding finding = findings.diagnose(encrypted.isPresent() ? Cause.SRTP_MISMATCH : Cause.NO_MEDIA, CERTAIN)
                .origin(Sides.senderOrWay(call, exchange.answer().message()))
                .because("the answer accepts the call and has port 0 for each of its "
                        + exchange.answer().sdp().media().size() + " streams: no media can flow");
        encrypted.ifPresent(stream -> finding.because("the offer asks for encrypted media ("
                + stream.offered().protocol() + "), which the answering side seems not to do"));
        finding.evidenceInBody(exchange.offer().message(), "m=")
                .evidenceInBody(exchange.answer().message(), "m=")
                .remedy(
                        ADMIN,
                        "Compare codecs and encryption of both sides: a device with nothing in common should"
                                + " refuse the call with 488")
                .remedy(CALLER, "Try another device")
                .confirm("The media log of the answering device says why it refused each stream");
    }

    private static Optional<OfferAnswer.Stream> otherProtocol(OfferAnswer exchange) {
        return exchange.agreed().stream()
                .filter(stream -> !Encryption.sameProtocol(stream.offered(), stream.answered()))
                .findFirst();
    }

    private static void transport(Call call, Findings findings) {
        OfferAnswer exchange = AnsweredSessions.exchange(
                        call, any -> otherProtocol(any).isPresent())
                .orElseThrow();
        OfferAnswer.Stream stream = otherProtocol(exchange).orElseThrow();
        boolean encryption = Encryption.isRequired(stream.offered()) != Encryption.isRequired(stream.answered());
        Consumer<Finding> words = finding -> finding.origin(
                        Sides.senderOrWay(call, exchange.answer().message()))
                .because("the offer has " + stream.offered().protocol() + " for "
                        + stream.offered().type()
                        + " and the answer " + stream.answered().protocol()
                        + "; an answer has to keep the protocol of the offer or refuse the stream"
                        + (encryption ? ", so one side encrypts and the other does not" : ""))
                .evidenceInBody(
                        exchange.offer().message(), "m=" + stream.offered().type())
                .evidenceInBody(
                        exchange.answer().message(), "m=" + stream.answered().type())
                .remedy(ADMIN, "Set the protocol and the encryption of media the same way on both sides of this hop")
                .confirm("See on the media path whether both directions are RTP or both are SRTP");
        if (Encryption.differsInFeedback(stream.offered(), stream.answered())) {
            words.accept(findings.violation());
        } else {
            Broken.tell(call, findings, encryption ? Cause.SRTP_MISMATCH : Cause.NO_MEDIA, words);
        }
    }

    private static boolean offersNothing(Call call) {
        return Sessions.of(call)
                .request()
                .filter(request -> request.sdp().media().stream().allMatch(Media::rejected))
                .isPresent();
    }

    private static void offerWithoutPort(Call call, Findings findings) {
        Described offer = Sessions.of(call).request().orElseThrow();
        findings.violation()
                .origin(Sides.senderOrWay(call, offer.message()))
                .because("every stream of the first offer has port 0, which switches a stream off and has no meaning"
                        + " before there is one")
                .evidenceInBody(offer.message(), "m=")
                .remedy(ADMIN, "See why the calling side has no media port to offer (media server, port range)")
                .confirm("The log of the calling device says whether it could open a media port");
    }
}
