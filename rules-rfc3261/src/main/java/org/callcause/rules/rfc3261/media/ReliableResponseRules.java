package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.sent;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Hop;
import org.callcause.dialog.Sighting;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.DialogEffects;
import org.callcause.rules.rfc3261.reading.ReliableResponses;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Provisional responses that ask for a PRACK (RFC 3262). */
final class ReliableResponseRules {

    /** One lost packet makes one repeat; three, over 3.5 s, show that no PRACK comes. */
    private static final int TELLING_REPEATS = 3;

    /** RFC 3262 3: 64*T1, less what a clock may be off. */
    private static final Duration GIVING_UP = SipTimers.TRANSACTION_LIFETIME.minusSeconds(1);

    /** What comes later than this has another timer. */
    private static final Duration GIVEN_UP = SipTimers.TRANSACTION_LIFETIME.plusSeconds(4);

    private ReliableResponseRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/missing-prack")
                        .title("A reliable provisional response was never acknowledged")
                        .cites("RFC 3262 3")
                        .cites("RFC 3262 4")
                        .on(method(Method.INVITE)
                                .and(carries("RSeq"))
                                .and(where(
                                        "a reliable 1xx was repeated three times or more and no PRACK came",
                                        call -> unacknowledged(call).isPresent())))
                        .check(ReliableResponseRules::missingPrack),
                Rule.named("rfc3261/prack-refused")
                        .title("The PRACK did not match a response that waits for one")
                        .cites("RFC 3262 3")
                        .supersedes("rfc3261/dialog-unknown")
                        .on(sent(Method.PRACK)
                                .and(responded(481))
                                .and(where(
                                        "a PRACK was answered 481",
                                        call -> refusedPrack(call).isPresent())))
                        .check(ReliableResponseRules::prackRefused),
                Rule.named("rfc3261/rseq-gap")
                        .title("The numbers of reliable responses leave a gap")
                        .cites("RFC 3262 3")
                        .cites("RFC 3262 4")
                        .on(method(Method.INVITE)
                                .and(carries("RSeq"))
                                .and(where(
                                        "the RSeq of a dialog's responses does not count up by one",
                                        call -> !gap(call).isEmpty())))
                        .check(ReliableResponseRules::rseqGap),
                Rule.named("rfc3261/100rel-misused")
                        .title("A response was sent reliably where that is not allowed, or answered over")
                        .cites("RFC 3262 3")
                        .cites("RFC 3262 5")
                        .on(method(Method.INVITE)
                                .and(carries("RSeq"))
                                .and(where(
                                        "the INVITE does not support 100rel, or the 2xx overtook a PRACK",
                                        call -> misuse(call).isPresent())))
                        .check(ReliableResponseRules::misused));
    }

    private static List<TrackedMessage> reliable(Hop hop) {
        return hop.responses().stream().filter(ReliableResponses::isReliable).toList();
    }

    private static Optional<Hop> firstHop(Call call) {
        return call.decisiveAttempt().map(Transaction::firstHop);
    }

    private static Optional<TrackedMessage> unacknowledged(Call call) {
        boolean acknowledged = call.transactions().stream()
                .anyMatch(transaction -> transaction.method().equals(Method.PRACK));
        return acknowledged
                ? Optional.empty()
                : firstHop(call)
                        .flatMap(hop -> reliable(hop).stream()
                                .filter(response -> repeats(hop, response) >= TELLING_REPEATS)
                                .findFirst());
    }

    private static long repeats(Hop hop, TrackedMessage response) {
        OptionalLong number = ReliableResponses.number(response);
        return hop.messages().stream()
                .filter(message -> message.sighting() == Sighting.RETRANSMISSION)
                .filter(message -> message.status() == response.status()
                        && ReliableResponses.number(message).equals(number))
                .count();
    }

    private static void missingPrack(Call call, Findings findings) {
        TrackedMessage response = unacknowledged(call).orElseThrow();
        long repeats = repeats(firstHop(call).orElseThrow(), response);
        boolean due = isDueAfter(call, response);
        boolean gaveUp = due && call.finalStatus() / 100 == 5;
        Finding finding = hasAnotherReason(call)
                ? findings.violation()
                : findings.diagnose(
                        Cause.MISSING_PRACK, gaveUp ? CERTAIN : due || call.finalStatus() == 0 ? LIKELY : POSSIBLE);
        finding.origin(Sides.receiverOf(call, response, "or the way there: no PRACK came from it"))
                .because("the " + response.status() + " asks for a PRACK (Require: 100rel), and was sent "
                        + (repeats + 1) + " times while none came");
        if (gaveUp) {
            finding.because("after 32 s without a PRACK the called side has to refuse the call, and it answered "
                    + Telling.answer(call));
        }
        finding.evidence(response)
                .evidence(response, "RSeq")
                .evidence(response, "Require")
                .evidence(call.furthestFinalResponse())
                .remedy(
                        ADMIN,
                        "If the calling device does not know PRACK, it must not put 100rel into Supported; if it does,"
                                + " see that the response reaches it and that its PRACK finds the way back")
                .confirm("Capture at the caller: does the response arrive, and does a PRACK leave");
    }

    /** Whether the call was refused when the time for the PRACK of a response was over. */
    private static boolean isDueAfter(Call call, TrackedMessage response) {
        return call.furthestFinalResponse()
                .filter(last -> Traffic.apart(response, last, GIVING_UP) && Traffic.within(response, last, GIVEN_UP))
                .isPresent();
    }

    /** Whoever answers, declines or gives up decides by something else than a PRACK, and does it before one is due. */
    private static boolean hasAnotherReason(Call call) {
        return switch (call.disposition().kind()) {
            case ANSWERED,
                    ANSWERED_ELSEWHERE,
                    CANCELLED,
                    BUSY,
                    DECLINED,
                    DO_NOT_DISTURB,
                    REDIRECTED,
                    NOT_FOUND,
                    REJECTED -> true;
            default -> false;
        };
    }

    private static Optional<Transaction> refusedPrack(Call call) {
        return call.transactions(Method.PRACK).stream()
                .filter(prack -> prack.finalStatus() == 481)
                .filter(prack -> prack.finalResponse()
                        .filter(refusal -> !DialogEffects.isOverBefore(call, refusal))
                        .isPresent())
                .findFirst();
    }

    private static void prackRefused(Call call, Findings findings) {
        Transaction prack = refusedPrack(call).orElseThrow();
        boolean hurt = !hasAnotherReason(call);
        Optional<TrackedMessage> response =
                firstHop(call).flatMap(hop -> reliable(hop).stream().findFirst());
        boolean gaveUp = call.finalStatus() / 100 == 5
                && response.filter(waiting -> isDueAfter(call, waiting)).isPresent();
        Finding finding =
                hurt ? findings.diagnose(Cause.MISSING_PRACK, gaveUp ? CERTAIN : LIKELY) : findings.violation();
        prack.request().ifPresent(request -> finding.origin(Sides.senderOrWay(call, request)));
        finding.because("the answering side does not find the response that the PRACK acknowledges: its RAck names"
                + " another number or CSeq, or the response was acknowledged before");
        if (gaveUp) {
            finding.because(
                    "after 32 s without a PRACK that fits, the called side has to refuse the call, and it answered "
                            + Telling.answer(call));
        }
        finding.evidence(prack.request()).evidence(prack.request(), "RAck").evidence(prack.finalResponse());
        response.ifPresent(waiting -> finding.evidence(waiting, "RSeq"));
        finding.remedy(ADMIN, "See whether an element on the way rewrites RSeq, CSeq or tags of one direction only")
                .confirm("Compare RAck with the RSeq and CSeq of the response at the caller and at the callee");
    }

    /** Two responses of one dialog that follow each other with a gap between; empty without one. */
    private static List<TrackedMessage> gap(Call call) {
        List<TrackedMessage> all =
                firstHop(call).map(ReliableResponseRules::reliable).orElse(List.of());
        for (int i = 1; i < all.size(); i++) {
            TrackedMessage next = all.get(i);
            for (int j = i - 1; j >= 0; j--) {
                TrackedMessage before = all.get(j);
                if (before.message().hasSameToTag(next.message())) {
                    OptionalLong one = ReliableResponses.number(before);
                    OptionalLong two = ReliableResponses.number(next);
                    if (one.isPresent()
                            && two.isPresent()
                            && two.getAsLong() != one.getAsLong()
                            && two.getAsLong() != one.getAsLong() + 1) {
                        return List.of(before, next);
                    }
                    break;
                }
            }
        }
        return List.of();
    }

    private static void rseqGap(Call call, Findings findings) {
        List<TrackedMessage> gap = new ArrayList<>(gap(call));
        findings.violation()
                .origin(Sides.senderOrWay(call, gap.get(1)))
                .because("reliable responses count up by one, and here "
                        + ReliableResponses.number(gap.get(0)).orElse(0) + " is followed by "
                        + ReliableResponses.number(gap.get(1)).orElse(0)
                        + "; a caller must not acknowledge the second before it has seen the one between, which was"
                        + " lost, or never sent")
                .evidence(gap.get(0), "RSeq")
                .evidence(gap.get(1), "RSeq")
                .remedy(ADMIN, "If the response between is missing at the callee too, update the answering device")
                .confirm("Capture at the callee");
    }

    private record Misuse(TrackedMessage response, String sentence) {}

    private static Optional<Misuse> misuse(Call call) {
        Optional<Hop> hop = firstHop(call);
        if (hop.isEmpty()) {
            return Optional.empty();
        }
        List<TrackedMessage> reliable = reliable(hop.get());
        Optional<TrackedMessage> request = hop.get().request();
        if (!reliable.isEmpty()
                && request.isPresent()
                && !ReliableResponses.supports(request.get().message(), "100rel")) {
            return Optional.of(new Misuse(
                    reliable.get(0),
                    "the INVITE names 100rel neither in Supported nor in Require, so a response must not ask"
                            + " for a PRACK"));
        }
        Optional<TrackedMessage> trying = hop.get().responses().stream()
                .filter(response -> response.status() == 100)
                .filter(response -> ReliableResponses.number(response).isPresent())
                .findFirst();
        if (trying.isPresent()) {
            return Optional.of(
                    new Misuse(trying.get(), "100 Trying is made anew at every hop and cannot be sent reliably"));
        }
        Optional<TrackedMessage> answer = hop.get().finalResponse().filter(response -> response.status() / 100 == 2);
        return answer.flatMap(success -> reliable.stream()
                .filter(response -> response.message().bodyLength() > 0)
                .filter(response -> response.message().hasSameToTag(success.message()))
                .filter(response -> response.index() < success.index())
                .filter(response -> !acknowledgedBefore(call, response, success))
                .map(response -> new Misuse(
                        success,
                        "the 2xx was sent before the PRACK of a reliable response with a session description, which it"
                                + " has to wait for"))
                .findFirst());
    }

    private static boolean acknowledgedBefore(Call call, TrackedMessage response, TrackedMessage success) {
        return call.transactions(Method.PRACK).stream()
                .anyMatch(prack -> prack.request()
                        .map(request -> request.index() < success.index()
                                && ReliableResponses.isAcknowledgedBy(response, request))
                        // A PRACK that was not captured: only what answers it was.
                        .orElse(true));
    }

    private static void misused(Call call, Findings findings) {
        Misuse misuse = misuse(call).orElseThrow();
        findings.violation()
                .origin(Sides.senderOrWay(call, misuse.response()))
                .because(misuse.sentence())
                .evidence(firstHop(call).flatMap(Hop::request))
                .evidence(misuse.response())
                .evidence(misuse.response(), "RSeq")
                .evidence(misuse.response(), "Require")
                .remedy(ADMIN, "Update the answering side, or leave 100rel out of Supported on the calling side")
                .confirm("Compare with the messages as they left their author");
    }
}
