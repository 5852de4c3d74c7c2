package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.dialog.Sighting;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** What became of a CANCEL: too late, not matched, not answered, or without the 487 that it asks for. */
final class CancelOutcomeRules {

    /** A client that gave up sends its BYE at once; one that has not by then keeps a call that nobody wants. */
    private static final Duration TIME_FOR_BYE = Duration.ofSeconds(5);

    /** The way of a CANCEL on which nothing came back, and that of its INVITE. */
    private record Unheard(Hop cancel, Hop invite) {}

    private static final Search<TrackedMessage> LOST_RACE =
            new Search<>("the 2xx crossed it, and the caller sent no BYE after it", CancelOutcomeRules::lostRace);
    private static final Search<TrackedMessage> NOT_MATCHED =
            new Search<>("it was answered 481 while the INVITE was still open", CancelOutcomeRules::notMatched);
    private static final Search<TrackedMessage> NO_FINAL = new Search<>(
            "it was answered 200 and the INVITE got no final response for 32 s", CancelOutcomeRules::noFinal);
    private static final Search<Unheard> UNHEARD = new Search<>(
            "it was sent five times or more, or 32 s passed on a reliable transport", CancelOutcomeRules::unheard);

    private CancelOutcomeRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/cancel-lost-race")
                        .title("The call was answered while the caller cancelled it, and stayed up")
                        .cites("RFC 3261 9.1")
                        .cites("RFC 5407 3.1.2")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(has(Trait.CANCEL))
                                .and(LOST_RACE.foundInTime()))
                        .check(LOST_RACE.then(CancelOutcomeRules::tellLostRace)),
                Rule.named("rfc3261/cancel-not-matched")
                        .title("The CANCEL was refused, so the call went on")
                        .cites("RFC 3261 9.2")
                        .on(has(Trait.CANCEL).and(has(Trait.REFUSAL)).and(NOT_MATCHED.found()))
                        .check(NOT_MATCHED.then(CancelOutcomeRules::tellNotMatched)),
                Rule.named("rfc3261/cancelled-without-487")
                        .title("The cancelled INVITE got no final response")
                        .cites("RFC 3261 9.1")
                        .cites("RFC 3261 9.2")
                        .on(has(Trait.CANCEL)
                                .and(where("an INVITE has no final response", CancelOutcomeRules::isUnfinished))
                                .and(NO_FINAL.foundInTime()))
                        .check(NO_FINAL.then(CancelOutcomeRules::tellNoFinal)),
                Rule.named("rfc3261/cancel-unanswered")
                        .title("The CANCEL was never answered")
                        .cites("RFC 3261 9.1")
                        .cites("RFC 3261 9.2")
                        .on(has(Trait.CANCEL)
                                .and(has(Trait.UNANSWERED_REQUEST))
                                .and(method(Method.INVITE))
                                .and(where(
                                        "no response came to the CANCEL, and no 487 to the INVITE, where one had come to the INVITE before",
                                        call -> unansweredCancels(call)
                                                .findAny()
                                                .isPresent()))
                                .and(UNHEARD.foundInTime()))
                        .check(UNHEARD.then(CancelOutcomeRules::tellUnheard)),
                Rule.named("rfc3261/answered-elsewhere")
                        .title("Another device answered")
                        .cites("RFC 3326 3.1")
                        .on(ended(Disposition.Kind.ANSWERED_ELSEWHERE).and(method(Method.INVITE)))
                        .check((call, findings) -> findings.notChecked(
                                "this device lost a fork, which is no fault and no missed call; which"
                                        + " device answered, and how that call went, a capture of the forking proxy"
                                        + " shows")));
    }

    /** The answer, where the caller neither hung up after it nor went on with the call. */
    private static Optional<TrackedMessage> lostRace(Call call) {
        Optional<TrackedMessage> cancel = call.cancel();
        Hop hop = call.decisiveAttempt().orElseThrow().firstHop();
        return hop.finalResponse()
                .filter(answer -> answer.status() / 100 == 2)
                .filter(answer -> cancel.filter(sent ->
                                sent.index() < answer.index() && sent.from().equals(answer.to()))
                        .isPresent())
                .filter(answer -> Traffic.observedAfter(call, answer, TIME_FOR_BYE))
                .filter(answer -> Traffic.byes(call).stream()
                        .flatMap(bye -> bye.request().stream())
                        .noneMatch(bye -> !Traffic.sentByCallee(call, bye)))
                .filter(answer -> call.transactions(Method.INVITE).stream()
                        .flatMap(invite -> invite.request().stream())
                        .noneMatch(invite -> invite.index() > answer.index()));
    }

    private static void tellLostRace(Call call, Findings findings, TrackedMessage answer) {
        TrackedMessage cancel = call.cancel().orElseThrow();
        findings.diagnose(Cause.LOST_BYE, LIKELY)
                .origin(Sides.receiverOf(call, answer, "it has to end a call that it no longer wants"))
                .because("the caller cancelled, and the answer crossed the CANCEL (" + Telling.later(cancel, answer)
                        + "); from then on only a BYE ends the call, and the caller sent none")
                .because("so the callee is left with a call in which nobody speaks; a 200 to the CANCEL only says that"
                        + " it arrived")
                .evidence(cancel)
                .evidence(answer)
                .remedy(
                        ADMIN,
                        "Report it to the maker of " + answer.to()
                                + ": an answer after a CANCEL has to be acknowledged and ended with BYE")
                .remedy(USER, "Hang up a call in which nobody speaks")
                .confirm("Capture at the caller: does it acknowledge the answer and send a BYE that gets lost");
    }

    private static Optional<TrackedMessage> notMatched(Call call) {
        return call.transactions(Method.CANCEL).stream()
                .flatMap(cancel -> cancel.hops().stream())
                .flatMap(hop -> hop.finalResponse().stream())
                .filter(response -> response.status() == 481)
                .filter(response -> Traffic.hops(call, true)
                        .anyMatch(hop -> hop.from().equals(response.to())
                                && hop.to().equals(response.from())
                                && hop.request()
                                        .filter(invite -> invite.index() < response.index())
                                        .isPresent()
                                && hop.finalResponse()
                                        .filter(end -> end.index() < response.index())
                                        .isEmpty()))
                .findFirst();
    }

    private static void tellNotMatched(Call call, Findings findings, TrackedMessage refusal) {
        findings.diagnose(Cause.DIALOG_UNKNOWN, LIKELY)
                .origin(Sides.likelySender(call, refusal, "or the CANCEL does not fit its INVITE"))
                .because("the caller gave up, and " + refusal.from() + " answered the CANCEL with "
                        + Telling.answer(refusal)
                        + " though the INVITE had no final response yet: it did not find the INVITE that the CANCEL"
                        + " names")
                .because("so the far side goes on ringing, and may still answer")
                .evidence(call.cancel())
                .evidence(call.cancel(), "Via")
                .evidence(refusal)
                .remedy(
                        ADMIN,
                        "Compare branch, Request-URI, Call-ID, tags and CSeq of the CANCEL with those of the INVITE;"
                                + " with several servers behind one address, keep both on the same one")
                .confirm("The log of " + refusal.from() + ": had it the INVITE when the CANCEL came");
    }

    private static boolean isUnfinished(Call call) {
        return call.transactions(Method.INVITE).stream()
                .anyMatch(invite -> invite.finalResponse().isEmpty());
    }

    private static Optional<TrackedMessage> noFinal(Call call) {
        return call.transactions(Method.INVITE).stream()
                .filter(invite -> invite.finalResponse().isEmpty() && !invite.isAcknowledged())
                .flatMap(invite -> invite.cancelledBy().stream())
                .flatMap(cancel -> cancel.finalResponse().stream())
                .filter(accepted -> accepted.status() / 100 == 2)
                .filter(accepted -> Traffic.observedAfter(call, accepted, SipTimers.TRANSACTION_LIFETIME))
                .findFirst();
    }

    private static void tellNoFinal(Call call, Findings findings, TrackedMessage accepted) {
        findings.violation()
                .origin(Sides.likelySender(call, accepted, "or its 487 got lost"))
                .because(accepted.from()
                        + " accepted the CANCEL, and no final response to the INVITE followed within 32 s;"
                        + " it should be 487")
                .because("the caller forgets the call after that time, so only the far side may keep it longer")
                .evidence(call.cancel())
                .evidence(accepted)
                .remedy(ADMIN, "Look at " + accepted.from() + ": an accepted CANCEL has to end its INVITE with 487")
                .confirm("Capture at " + accepted.from() + ": is a 487 sent");
    }

    /**
     * A client that hears of its CANCEL stops repeating it, so the repeats say more than what this capture lacks. Where
     * nothing is repeated, as over TCP, it takes 64*T1 of silence.
     */
    private static Optional<Unheard> unheard(Call call) {
        return unansweredCancels(call)
                .filter(unheard -> sendingsUntilTheEnd(unheard) > Traffic.TELLING_REPEATS || wasSilent(call, unheard))
                .findFirst();
    }

    private static Stream<Unheard> unansweredCancels(Call call) {
        return call.transactions(Method.CANCEL).stream()
                .flatMap(cancel -> cancel.hops().stream())
                .filter(cancel ->
                        cancel.request().isPresent() && cancel.responses().isEmpty())
                .flatMap(cancel -> Traffic.hops(call, true)
                        .filter(invite -> invite.hasSameBranchAs(cancel)
                                && invite.from().equals(cancel.from())
                                && invite.to().equals(cancel.to()))
                        .map(invite -> new Unheard(cancel, invite)))
                .filter(unheard -> isHeardBefore(unheard) && unheard.invite().finalStatus() != 487);
    }

    /** Whether the capture shows what comes back this way. */
    private static boolean isHeardBefore(Unheard unheard) {
        TrackedMessage cancel = unheard.cancel().request().orElseThrow();
        return unheard.invite().responses().stream().anyMatch(response -> response.index() < cancel.index());
    }

    /** What is sent after the final response crossed it and asks for nothing any more. */
    private static long sendingsUntilTheEnd(Unheard unheard) {
        return unheard.cancel().messages().stream()
                .filter(sent -> sent.isRequest() && sent.sighting() != Sighting.DUPLICATE)
                .filter(sent -> unheard.invite()
                        .finalResponse()
                        .filter(end -> end.index() < sent.index())
                        .isEmpty())
                .count();
    }

    private static boolean wasSilent(Call call, Unheard unheard) {
        TrackedMessage cancel = unheard.cancel().request().orElseThrow();
        boolean lasted = unheard.invite()
                .finalResponse()
                .map(end -> Traffic.apart(cancel, end, SipTimers.TRANSACTION_LIFETIME))
                .orElseGet(() -> Traffic.observedAfter(call, cancel, SipTimers.TRANSACTION_LIFETIME));
        return unheard.cancel().transport().isReliable() && lasted;
    }

    private static void tellUnheard(Call call, Findings findings, Unheard unheard) {
        TrackedMessage cancel = unheard.cancel().request().orElseThrow();
        Optional<TrackedMessage> end = unheard.invite().finalResponse();
        findings.diagnose(Cause.NO_RESPONSE, LIKELY)
                .origin(Sides.receiverOf(call, cancel, "or the way there and back"))
                .because(cancel.from() + " cancelled the call and sent its CANCEL "
                        + Sentences.times(unheard.cancel().requestRetransmissions() + 1) + " to " + cancel.to()
                        + ", and neither an answer to it nor a 487 to the INVITE came")
                .because(end.map(last -> "the INVITE went on as if nobody had cancelled it: it was answered "
                                + Telling.answer(last) + " " + Telling.later(cancel, last))
                        .orElse("the CANCEL got lost or was passed over; the far side may ring on, and whoever picks up"
                                + " there finds nobody"))
                .evidence(unheard.invite().request())
                .evidence(cancel)
                .evidence(end)
                .remedy(
                        ADMIN,
                        "Check that " + cancel.to() + " gets the CANCEL and takes it: it goes the way of the INVITE,"
                                + " with the same branch, and has to be answered at once")
                .confirm("Capture at " + cancel.to() + ": does the CANCEL arrive, and does a 200 leave");
    }
}
