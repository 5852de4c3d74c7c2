package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Media;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.SeenMedia;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Sessions that are put on hold and taken off it again (RFC 3264 8.4). */
final class HoldRules {

    /** Who waits so long on hold and then hangs up, has given up. */
    private static final Duration LONG_HOLD = Duration.ofSeconds(30);

    /** Sooner than that, nobody has noticed the silence. */
    private static final Duration NOTICED = Duration.ofSeconds(3);

    /** Who hears nothing does not stay for longer. */
    private static final Duration STAYED = Duration.ofSeconds(30);

    private static final Search<OfferAnswer> STILL_ONE_WAY = new Search<>(
            "the offer that took the session off hold was answered with one direction at most by the side that had not"
                    + " put it on hold, and nothing changed it until the BYE",
            HoldRules::stillOneWay);

    private HoldRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/hold-not-released")
                        .title("The call ended while one side was on hold")
                        .cites("RFC 3264 8.4")
                        .cites("RFC 5359 2.1")
                        .on(AnsweredSessions.answered(
                                        "the last agreed change of the session put it on hold",
                                        call -> hold(call).isPresent())
                                .and(Trigger.not(Trigger.sent(Method.REFER))))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(HoldRules::endedOnHold),
                Rule.named("rfc3261/resume-answered-one-way")
                        .title("The call was taken off hold, and the answer kept it one way")
                        .cites("RFC 3264 6.1")
                        .cites("RFC 3264 8.4")
                        .cites("RFC 6337 5.3")
                        .on(Trigger.ended(Disposition.Kind.ANSWERED)
                                .and(Trigger.not(Trigger.sent(Method.REFER)))
                                .and(STILL_ONE_WAY.found()))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(STILL_ONE_WAY.then(HoldRules::tellOneWay)));
    }

    /** The change that put the session on hold and was the last one. */
    private static Optional<OfferAnswer> hold(Call call) {
        List<OfferAnswer> exchanges = Sessions.of(call).exchanges();
        if (exchanges.size() < 2) {
            return Optional.empty();
        }
        OfferAnswer last = exchanges.get(exchanges.size() - 1);
        return isHold(last.offer()) ? Optional.of(last) : Optional.empty();
    }

    static boolean isHold(Described offer) {
        List<Media> active = offer.activeMedia();
        return !active.isEmpty()
                && (DirectionRules.hasNullAddress(offer)
                        || active.stream()
                                .allMatch(media -> media.direction().equals("sendonly")
                                        || media.direction().equals("inactive")));
    }

    private static void endedOnHold(Call call, Findings findings) {
        Described hold = hold(call).orElseThrow().offer();
        Optional<Transaction> refused = call.transactions().stream()
                .filter(Sessions::isChange)
                .filter(change -> change.request()
                        .filter(request -> request.index() > hold.message().index())
                        .filter(request -> Sides.same(call, request, hold.message()))
                        .filter(HoldRules::mayResume)
                        .isPresent())
                .filter(change -> change.finalStatus() >= 300)
                .filter(change -> !List.of(401, 407, 491).contains(change.finalStatus()))
                .findFirst();
        if (refused.isPresent()) {
            resumeRefused(call, findings, hold, refused.get());
            return;
        }
        Optional<TrackedMessage> bye = call.bye();
        boolean heldSideLeft = bye.filter(ended -> !Sides.same(call, ended, hold.message()))
                .flatMap(ended -> Traffic.between(hold.message(), ended))
                .filter(waited -> waited.compareTo(LONG_HOLD) >= 0)
                .isPresent();
        boolean timeless = !hold.message().hasTime() && bye.isPresent();
        if (timeless) {
            findings.notChecked("how long " + Sides.name(call, hold.message())
                    + " kept the call on hold before it was ended: the source gives no times");
        } else if (heldSideLeft) {
            findings.notChecked("whether anybody meant to come back: " + Sides.name(call, hold.message())
                    + " put the call on hold, and the other side hung up "
                    + Sentences.time(
                            Traffic.between(hold.message(), bye.orElseThrow()).orElseThrow())
                    + " later; the log of the device that held shows whether its user tried to resume");
        }
    }

    /** A refresh without a description asks for no change; a re-INVITE without one leaves the offer to the other side. */
    private static boolean mayResume(TrackedMessage request) {
        return request.message()
                .sdp()
                .map(sdp -> !isHold(new Described(request, sdp)))
                .orElse(request.message().sequenceMethod().equals(Method.INVITE));
    }

    private static void resumeRefused(Call call, Findings findings, Described hold, Transaction refused) {
        TrackedMessage request = refused.request().orElseThrow();
        boolean tooSoon = OverlappingChangeRules.cameTooSoon(call, refused);
        Finding finding = findings.diagnose(Cause.ONE_WAY_MEDIA, LIKELY)
                .origin(tooSoon ? Sides.senderOf(call, request) : Sides.receiverOf(call, request, "refused the change"))
                .because(Sides.name(call, hold.message()) + " put the call on hold")
                .because("its " + refused.method() + " to change that was refused with " + refused.finalStatus()
                        + ", so the call stayed on hold until it was ended");
        if (tooSoon) {
            finding.because(
                            "it left while the change before it was not over, so it had to be refused, and none that came"
                                    + " later was accepted")
                    .cites("RFC 3261 14.2");
        }
        finding.evidenceInBody(hold.message(), "a=")
                .evidence(refused.request())
                .evidence(refused.finalResponse())
                .remedy(ADMIN, "Read why the change was refused; a refused change leaves the session as it was")
                .remedy(USER, "Call again")
                .confirm("The RTP after the refusal flows in one direction at most");
    }

    private static Optional<OfferAnswer> stillOneWay(Call call) {
        List<OfferAnswer> exchanges = Sessions.of(call).exchanges();
        return exchanges.stream()
                .reduce((earlier, later) -> later)
                .filter(last -> call.bye().isPresent())
                .filter(last -> DirectionRules.narrowed(last).isPresent())
                .filter(last -> wasHeld(call, exchanges.subList(0, exchanges.size() - 1), last));
    }

    /** Whether the offering side was the last to put the session on hold, and the answering side does not hold it itself. */
    private static boolean wasHeld(Call call, List<OfferAnswer> before, OfferAnswer resumed) {
        boolean heldByOther = false;
        boolean held = false;
        for (OfferAnswer exchange : before) {
            if (Sides.same(call, exchange.offer().message(), resumed.offer().message())) {
                held = isHold(exchange.offer())
                        || (held && DirectionRules.narrowed(exchange).isPresent());
            } else {
                heldByOther = isHold(exchange.offer());
            }
        }
        return held && !heldByOther;
    }

    private static void tellOneWay(Call call, Findings findings, OfferAnswer resumed) {
        Described answer = resumed.answer();
        String direction =
                DirectionRules.narrowed(resumed).orElseThrow().answered().direction();
        String answering = Sides.name(call, answer.message());
        Optional<Duration> rest = Traffic.between(answer.message(), call.bye().orElseThrow());
        if (rest.filter(time -> time.compareTo(NOTICED) < 0).isPresent()) {
            return;
        }
        if (rest.filter(time -> time.compareTo(STAYED) <= 0).isEmpty()) {
            if (!SeenMedia.isThere(call)) {
                findings.notChecked(
                        "whether one side heard nothing after the call was taken off hold: the answer allows"
                                + " audio as " + direction + " only, and the call went on for "
                                + rest.map(Sentences::time).orElse("an unknown time")
                                + "; the RTP of the call would show it");
            }
            return;
        }
        findings.diagnose(direction.equals("inactive") ? Cause.NO_MEDIA : Cause.ONE_WAY_MEDIA, LIKELY)
                .origin(Sides.senderOrWay(call, answer.message()))
                .because(Sides.otherName(call, answer.message())
                        + " took the call off hold with an offer of both directions, and the answer allows audio as "
                        + direction + ", as if it were still on hold, so "
                        + DirectionRules.effect(answering, direction))
                .because(answering + " had not put the call on hold itself, no later message changed that, and the call"
                        + " was ended " + rest.map(Sentences::time).orElseThrow() + " later")
                .evidenceInBody(resumed.offer().message(), "a=sendrecv")
                .evidenceInBody(answer.message(), "a=" + direction)
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        "Report it to the maker of " + answer.message().from()
                                + ": the answer to an offer of both directions allows both, unless its own user holds"
                                + " the call; see also whether an element on the way answers with an old description")
                .remedy(USER, "Call again; until it is mended, do not put such calls on hold")
                .confirm(
                        SeenMedia.confirm(call, "Capture the RTP in both directions after the call is taken off hold"));
    }
}
