package org.callcause.rules.rfc3261.dialog;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.DialogEffects;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** How dialogs end otherwise than by an answered BYE. */
final class DialogEndRules {

    /** Requests that keep or change a call; what else is sent inside one has uses of its own (RFC 5057). */
    private static final Set<Method> OF_THE_CALL =
            Set.of(Method.INVITE, Method.UPDATE, Method.BYE, Method.PRACK, Method.INFO);

    /** Who learns that the dialog is gone hangs up at once. */
    private static final Duration TIME_FOR_BYE = Duration.ofSeconds(5);

    private record Refused(TrackedMessage request, TrackedMessage response, Optional<TrackedMessage> bye) {}

    private static final Search<Refused> UNKNOWN = new Search<>(
            "the other side answered 481 inside the dialog, and no BYE had crossed it", DialogEndRules::unknown);
    private static final Search<Refused> DESTROYED = new Search<>(
            "a response to a request inside the dialog ends it, and the call ended", DialogEndRules::destroyed);
    private static final Search<TrackedMessage> TOO_EARLY =
            new Search<>("the callee sent a BYE before the ACK", DialogEndRules::tooEarly);
    private static final Search<Transaction> UNANSWERED_BYE =
            new Search<>("a BYE was repeated and never answered", DialogEndRules::unansweredBye);

    private DialogEndRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/dialog-unknown")
                        .title("The other side no longer knew the call")
                        .cites("RFC 3261 12.2.2")
                        .cites("RFC 3261 15.1.2")
                        .cites("RFC 5057 5.1")
                        .on(has(Trait.REFUSAL).and(method(Method.INVITE)).and(UNKNOWN.found()))
                        .needs(Trait.REFUSAL_INSIDE)
                        .check(UNKNOWN.then(DialogEndRules::tellUnknown)),
                Rule.named("rfc3261/dialog-destroyed")
                        .title("A refusal inside the call ended it")
                        .cites("RFC 5057 5.1")
                        .on(has(Trait.REFUSAL).and(method(Method.INVITE)).and(DESTROYED.foundInTime()))
                        .needs(Trait.REFUSAL_INSIDE)
                        .check(DESTROYED.then(DialogEndRules::tellDestroyed)),
                Rule.named("rfc3261/callee-bye-too-early")
                        .title("The callee sent BYE before it might")
                        .cites("RFC 3261 15")
                        .on(method(Method.INVITE)
                                .and(ended(Disposition.Kind.ANSWERED)
                                        .or(ended(Disposition.Kind.INCOMPLETE))
                                        .or(ended(Disposition.Kind.FAILED))
                                        .or(ended(Disposition.Kind.CANCELLED)))
                                .and(TOO_EARLY.foundInTime()))
                        .needs(Trait.UNUSUAL_ACK)
                        .check(TOO_EARLY.then(DialogEndRules::tellTooEarly)),
                Rule.named("rfc3261/bye-unanswered")
                        .title("The BYE was never answered")
                        .cites("RFC 3261 15.1.1")
                        .on(has(Trait.SENT_AGAIN).and(method(Method.INVITE)).and(UNANSWERED_BYE.found()))
                        .check(UNANSWERED_BYE.then(DialogEndRules::tellUnansweredBye)));
    }

    /** A 481 after a BYE of either side, or to a request of another use of the dialog, is a race and no fault. */
    private static Optional<Refused> unknown(Call call) {
        return refused(call, status -> status == 481)
                .filter(refused -> noByeBefore(call, refused.response()))
                .filter(refused -> !DialogEffects.isOverBefore(call, refused.response()))
                .filter(refused -> !DialogEffects.wentOnAfter(call, refused.response()))
                .findFirst();
    }

    private static Stream<Refused> refused(Call call, IntPredicate codes) {
        return call.transactions().stream()
                .filter(transaction -> OF_THE_CALL.contains(transaction.method()))
                .filter(transaction -> transaction
                        .request()
                        .filter(request -> request.message().hasToTag())
                        .isPresent())
                .filter(transaction -> codes.test(transaction.finalStatus()))
                .map(transaction -> new Refused(
                        transaction.request().orElseThrow(),
                        transaction.finalResponse().orElseThrow(),
                        byeAfter(call, transaction.finalResponse().orElseThrow())));
    }

    private static Optional<TrackedMessage> byeAfter(Call call, TrackedMessage response) {
        return Traffic.byes(call).stream()
                .flatMap(bye -> bye.request().stream())
                .filter(bye -> bye.index() > response.index() && !Traffic.apart(response, bye, TIME_FOR_BYE))
                .findFirst();
    }

    /** Before the refusal, but for the refused request itself. */
    private static boolean noByeBefore(Call call, TrackedMessage response) {
        return Traffic.byes(call).stream()
                .filter(bye -> bye.finalResponse().filter(response::equals).isEmpty())
                .flatMap(bye -> bye.request().stream())
                .noneMatch(bye -> bye.index() < response.index());
    }

    private static String methodOf(TrackedMessage response) {
        return response.message().sequenceMethod().name();
    }

    private static void tellUnknown(Call call, Findings findings, Refused refused) {
        Finding finding = findings.diagnose(Cause.DIALOG_UNKNOWN, LIKELY)
                .origin(Sides.likelySender(call, refused.response(), "or the tags or the way of the request are wrong"))
                .because(refused.response().from() + " answered the " + methodOf(refused.response())
                        + " inside the call with "
                        + Telling.answer(refused.response())
                        + ": it found no call with this Call-ID and these tags, and no BYE had ended it before");
        if (methodOf(refused.response()).equals("BYE")) {
            finding.because("so that side had lost the call, or ended it without a BYE that the capture shows");
        } else {
            finding.because("that ends the call for whoever asked");
        }
        refused.bye().ifPresent(bye -> finding.because("a BYE followed " + Telling.later(refused.response(), bye)));
        finding.evidence(refused.request())
                .evidence(refused.request(), "From")
                .evidence(refused.request(), "To")
                .evidence(refused.response())
                .remedy(
                        ADMIN,
                        "See whether " + refused.response().from()
                                + " restarted or failed over, and whether requests of one"
                                + " call all reach the same node (Record-Route, Contact, load balancer)")
                .remedy(USER, "If calls break off, note the time and call again")
                .confirm("The log of " + refused.response().from() + " at that time: did it know this Call-ID, and with"
                        + " which tags");
    }

    /** Many devices refuse an INFO or an OPTIONS and talk on, so only what really ended the call counts. */
    private static Optional<Refused> destroyed(Call call) {
        return refused(call, DialogEndRules::endsTheCall)
                .filter(refused -> noByeBefore(call, refused.response()))
                .filter(refused -> refused.bye()
                                .flatMap(bye -> Traffic.between(refused.response(), bye))
                                .isPresent()
                        || methodOf(refused.response()).equals("BYE"))
                .findFirst();
    }

    /** 481 and a timeout have rules of their own. */
    private static boolean endsTheCall(int status) {
        return status >= 400 && status != 481 && status != 408 && !DialogEffects.leavesTheCall(status);
    }

    private static void tellDestroyed(Call call, Findings findings, Refused refused) {
        int status = refused.response().status();
        boolean target = status == 404 || status == 410 || status == 484 || status == 485 || status == 604;
        Finding finding = findings.diagnose(Cause.DIALOG_UNKNOWN, LIKELY)
                .origin(Sides.likelySender(call, refused.response(), "or the address that the request was sent to"))
                .because(refused.response().from() + " answered the " + methodOf(refused.response())
                        + " inside the call with "
                        + Telling.answer(refused.response()))
                .because(
                        target
                                ? "during a call that means that the address of the other side, its Contact, is not"
                                        + " known there any more, or never was: the remote target is broken"
                                : DialogEffects.told(status));
        refused.bye()
                .ifPresent(bye ->
                        finding.because("the call then ended with BYE, " + Telling.later(refused.response(), bye)));
        finding.evidence(refused.request())
                .evidence(refused.response())
                .remedy(
                        ADMIN,
                        target
                                ? "Compare the Request-URI with the Contact that the other side gave: an SBC or a NAT"
                                        + " helper may have changed it"
                                : "See why " + refused.response().from() + " refuses " + methodOf(refused.response())
                                        + " during a call, and switch it off at the other side if it is not needed")
                .confirm("Whether the same request to the same peer works in other calls");
    }

    private static Optional<TrackedMessage> tooEarly(Call call) {
        return Traffic.byes(call).stream()
                .flatMap(bye -> bye.request().stream())
                .filter(bye -> Traffic.sentByCallee(call, bye))
                .findFirst()
                .filter(bye -> isTooEarly(call, bye));
    }

    private static boolean isTooEarly(Call call, TrackedMessage bye) {
        Optional<Transaction> attempt = call.decisiveAttempt();
        if (attempt.isEmpty() || attempt.get().request().isEmpty()) {
            return false;
        }
        Optional<TrackedMessage> success =
                attempt.get().finalResponse().filter(response -> response.status() / 100 == 2);
        boolean acknowledged = attempt.get().acknowledgements().stream().anyMatch(ack -> ack.index() < bye.index())
                || attempt.get().firstHop().acknowledgement().isPresent();
        if (success.isEmpty() || success.get().index() > bye.index()) {
            return !acknowledged
                    && attempt.get()
                            .finalResponse()
                            .filter(end -> end.index() < bye.index())
                            .isEmpty();
        }
        boolean gaveUp = Traffic.apart(success.get(), bye, SipTimers.TRANSACTION_LIFETIME.minus(SipTimers.T1));
        boolean sameWay = bye.from().equals(success.get().from());
        return !acknowledged
                && !gaveUp
                && sameWay
                && bye.hasTime()
                && !stoppedRepeating(attempt.get(), success.get(), bye);
    }

    /** Who has no ACK repeats its 2xx from T1 on (13.3.1.4): one that does not has got an ACK that was not captured. */
    private static boolean stoppedRepeating(Transaction attempt, TrackedMessage success, TrackedMessage bye) {
        return Traffic.apart(success, bye, SipTimers.T1.multipliedBy(2))
                && attempt.hops().stream().allMatch(hop -> hop.finalResponseRetransmissions() == 0);
    }

    private static void tellTooEarly(Call call, Findings findings, TrackedMessage bye) {
        Optional<TrackedMessage> success = call.decisiveAttempt()
                .flatMap(Transaction::finalResponse)
                .filter(response -> response.status() / 100 == 2 && response.index() < bye.index());
        findings.violation()
                .origin(Sides.senderOf(call, bye))
                .because(success.map(answer -> "the callee hung up " + Telling.later(answer, bye)
                                + ", and no ACK of its answer was seen by then; it has to wait for the ACK, or"
                                + " for 32 s")
                        .orElse("the callee sent a BYE though it had not answered yet; it has to refuse the INVITE"
                                + " instead, as with 480 or 603"))
                .evidence(success)
                .evidence(bye)
                .remedy(ADMIN, "Report it to the maker of " + bye.from())
                .confirm("Capture at the callee: had an ACK arrived there by another way");
    }

    /**
     * The dialog of a device that answered beside another may be ended without the call. A challenge is no answer to the
     * BYE that answers it.
     */
    private static Optional<Transaction> unansweredBye(Call call) {
        List<Transaction> byes = Traffic.byes(call);
        boolean answered = byes.stream()
                .anyMatch(bye -> !bye.responses().isEmpty() && bye.finalStatus() != 401 && bye.finalStatus() != 407);
        return answered || call.bye().isEmpty()
                ? Optional.empty()
                : byes.stream()
                        .filter(bye -> bye.responses().isEmpty() && bye.sendings() > Traffic.TELLING_REPEATS)
                        .findFirst();
    }

    private static void tellUnansweredBye(Call call, Findings findings, Transaction bye) {
        TrackedMessage request = bye.request().orElseThrow();
        TrackedMessage first = bye.firstHop().request().orElse(request);
        findings.diagnose(Cause.LOST_BYE, LIKELY)
                .origin(Sides.receiverOf(call, first, "or the way there and back"))
                .because(first.from() + " hung up and sent its BYE " + Sentences.times(bye.sendings())
                        + ", and no response came")
                .because("for the side that hung up the call is over; the other side either never learned of it and"
                        + " keeps the call, and its billing, running, or was gone before")
                .evidence(first)
                .evidence(first, "Route")
                .remedy(
                        ADMIN,
                        "Check that the address in the BYE, the Contact and Record-Route of the other side, can be"
                                + " reached from " + first.from())
                .remedy(ADMIN, "Let session timers (RFC 4028) clear calls whose BYE got lost")
                .confirm("Capture at " + first.to() + ": does the BYE arrive, and does media stop");
    }
}
