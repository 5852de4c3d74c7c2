package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.sent;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.DialogEffects;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** re-INVITE and UPDATE that were refused or not answered. */
final class SessionChangeRules {

    /** A device that reacts to a refusal does so at once; a person does not. */
    static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** A request that is sent so often has waited 7.5 s and more for an answer. */
    private static final int TELLING_SENDINGS = 5;

    /** The sender gives its change up after 64*T1 and has as long to say so. */
    private static final Duration LEFT_BY_THEN = SipTimers.TRANSACTION_LIFETIME.multipliedBy(2);

    private static final Trigger ANSWERED_CALL =
            ended(Disposition.Kind.ANSWERED).and(method(Method.INVITE));

    /** The capture may also begin within the call. */
    private static final Trigger ANSWERED_OR_CUT_CALL = ended(Disposition.Kind.ANSWERED)
            .or(ended(Disposition.Kind.INCOMPLETE))
            .and(method(Method.INVITE));

    private SessionChangeRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/change-refused")
                        .title("A refused change of the session ended the call")
                        .supersedes("rfc3261/q850-hang-up")
                        .cites("RFC 3261 14.1")
                        .cites("RFC 6141 3")
                        .on(ANSWERED_OR_CUT_CALL
                                .and(sent(Method.BYE))
                                .and(has(Trait.REFUSAL_INSIDE))
                                .and(timed(
                                        "a re-INVITE or UPDATE was refused, and a BYE followed within 2 s",
                                        call -> refusedAndLeft(call).isPresent())))
                        .needs(Trait.CHANGE)
                        .check(SessionChangeRules::refused),
                Rule.named("rfc3261/change-unknown-dialog")
                        .title("The other side no longer knew the call when the session was changed")
                        .cites("RFC 3261 12.2.1.2")
                        .cites("RFC 5057 5.1")
                        .cites("RFC 3261 14.1")
                        .supersedes("rfc3261/dialog-unknown")
                        .on(ANSWERED_OR_CUT_CALL
                                .and(responded(408, 481))
                                .and(where(
                                        "a re-INVITE or UPDATE was answered 408 or 481 before any BYE, and the call did"
                                                + " not go on",
                                        call -> killed(call).isPresent())))
                        .needs(Trait.REFUSAL_INSIDE)
                        .check(SessionChangeRules::unknownDialog),
                Rule.named("rfc3261/change-unanswered")
                        .title("A change of the session was never answered")
                        .cites("RFC 3261 14.1")
                        .cites("RFC 3261 12.2.1.2")
                        .on(ANSWERED_CALL.and(where(
                                "a re-INVITE or UPDATE was sent five times or more without any response, and the call"
                                        + " did not go on",
                                call -> unanswered(call).isPresent())))
                        .needs(Trait.CHANGE)
                        .check(SessionChangeRules::unansweredChange));
    }

    /** Challenges are answered, 422 is adapted, and glare and what ends the dialog have rules of their own. */
    private static boolean isRefusal(int status) {
        return status >= 400
                && DialogEffects.leavesTheCall(status)
                && !List.of(401, 407, 422, 491).contains(status);
    }

    private static Optional<Transaction> refusedAndLeft(Call call) {
        Optional<TrackedMessage> bye = call.bye();
        if (bye.isEmpty()) {
            return Optional.empty();
        }
        return Sessions.changes(call).stream()
                .filter(change -> isRefusal(change.finalStatus()))
                .filter(change -> change.finalResponse()
                        .filter(refusal -> Traffic.within(refusal, bye.get(), AT_ONCE))
                        .isPresent())
                .filter(change -> change.request()
                        .filter(request -> request.index() < bye.get().index())
                        .isPresent())
                .findFirst();
    }

    private static void refused(Call call, Findings findings) {
        Transaction change = refusedAndLeft(call).orElseThrow();
        TrackedMessage refusal = change.finalResponse().orElseThrow();
        TrackedMessage bye = call.bye().orElseThrow();
        boolean media = change.finalStatus() == 488 || change.finalStatus() == 606 || change.finalStatus() == 415;
        boolean sameSide = Sides.same(call, bye, refusal);
        Optional<TrackedMessage> formless = change.request().filter(SessionChangeRules::lacksFormat);
        Cause cause = formless.isPresent() ? Cause.MALFORMED_MESSAGE : media ? Cause.CODEC_MISMATCH : Cause.CONFORMANCE;
        Finding finding = findings.diagnose(cause, LIKELY).origin(Sides.senderOf(call, formless.orElse(bye)));
        formless.ifPresent(
                offer -> finding.title("A change of the session that names no format was refused, which ended the call")
                        .cites("RFC 8866 5.14")
                        .because("the offer of the " + change.method()
                                + " has a stream without any format in its m= line, where"
                                + " there has to be one at least: it cannot be read, let alone answered"));
        finding.because("an " + change.method() + " inside the call was refused with "
                        + Telling.answer(refusal)
                        + ", which leaves the session as it was: " + DialogEffects.told(change.finalStatus()))
                .because((sameSide ? "the side that refused it" : "the side that had sent it") + " ended the call "
                        + Traffic.between(refusal, bye).map(Sentences::time).orElse("soon")
                        + " later, sooner than a person does, though nothing forces it to");
        finding.evidence(change.request())
                .evidence(refusal)
                .evidence(refusal, "Warning")
                .evidence(bye)
                .evidence(bye, "Reason");
        change.request().ifPresent(request -> finding.evidenceInBody(request, "m="));
        finding.remedy(
                        ADMIN,
                        formless.isPresent()
                                ? "See why " + formless.get().from() + " had no format left to offer: mostly the codecs"
                                        + " allowed on its two legs have none in common"
                                : "See what the change asked for (codec, fax, hold, direct media) and switch that off"
                                        + " or allow it on the other side")
                .remedy(ADMIN, "A device that hangs up over a refused change should be set to go on as before")
                .confirm("The log of the device that sent BYE says why it gave up");
    }

    private static boolean lacksFormat(TrackedMessage offer) {
        return !offer.message().isCut()
                && offer.message()
                        .sdp()
                        .filter(sdp -> sdp.media().stream()
                                .anyMatch(media ->
                                        media.port() > 0 && media.formats().isEmpty()))
                        .isPresent();
    }

    private static Optional<Transaction> killed(Call call) {
        Optional<TrackedMessage> bye = call.bye();
        return Sessions.changes(call).stream()
                .filter(change -> change.finalStatus() == 408 || change.finalStatus() == 481)
                .filter(change -> change.finalResponse()
                        .filter(response ->
                                bye.isEmpty() || response.index() < bye.get().index())
                        .filter(response -> !DialogEffects.isOverBefore(call, response))
                        .filter(response -> !DialogEffects.wentOnAfter(call, response))
                        .isPresent())
                .findFirst();
    }

    private static void unknownDialog(Call call, Findings findings) {
        Transaction change = killed(call).orElseThrow();
        TrackedMessage response = change.finalResponse().orElseThrow();
        TrackedMessage furthest = change.furthestFinalResponse().orElseThrow();
        boolean forgotten = change.finalStatus() == 481;
        Optional<Hop> silent = forgotten ? Optional.empty() : silentBehind(change, furthest);
        Finding finding = findings.diagnose(forgotten ? Cause.DIALOG_UNKNOWN : Cause.NO_RESPONSE, CERTAIN)
                .origin(silent.flatMap(hop -> hop.request()
                                .map(request ->
                                        Sides.receiverOf(call, request, "nothing came back from it to " + hop.from())))
                        .orElseGet(() -> Sides.senderOf(call, furthest)))
                .because("an " + change.method() + " inside the call was answered " + change.finalStatus()
                        + (forgotten
                                ? ": the answering side does not know this call any more"
                                : ": what is behind the answering element did not answer in time"))
                .because(
                        DialogEffects.told(change.finalStatus()) + ", and its sender is to end it (RFC 3261 12.2.1.2)");
        change.request()
                .flatMap(request -> call.finalResponse().flatMap(answer -> Traffic.between(answer, request)))
                .ifPresent(age -> finding.because("that was " + Sentences.time(age) + " after the answer"));
        finding.evidence(change.request())
                .evidence(silent.flatMap(Hop::request))
                .evidence(response)
                .evidence(call.bye())
                .remedy(USER, "Call again");
        if (forgotten) {
            finding.remedy(
                            ADMIN,
                            "See whether the other side was restarted, or had ended the call with a BYE that did not"
                                    + " get through, or whether another server of a cluster got the request")
                    .confirm("The log of " + furthest.from() + " shows when it forgot the call");
        } else {
            finding.title("The other side was not reached any more when the session was changed")
                    .remedy(
                            ADMIN,
                            "See whether the other side had lost its network or its power, or had moved to another"
                                    + " address, and what a firewall or NAT in front of it had forgotten")
                    .confirm("Capture in front of the other side: does the request arrive there");
        }
    }

    /** The hop behind whoever answered on which nothing came back. */
    private static Optional<Hop> silentBehind(Transaction change, TrackedMessage response) {
        String host = response.from().host();
        return change.hops().stream()
                .filter(hop -> hop.from().host().equals(host) && hop.responses().isEmpty())
                .findFirst();
    }

    private static Optional<Transaction> unanswered(Call call) {
        return Sessions.changes(call).stream()
                .filter(change -> change.responses().isEmpty() && change.sendings() >= TELLING_SENDINGS)
                .filter(change -> change.request()
                        .filter(request -> !wentOnAfter(call, change, request))
                        .isPresent())
                .findFirst();
    }

    /** While its sender still waits, other requests come and go; what counts is that it did not give up then. */
    private static boolean wentOnAfter(Call call, Transaction change, TrackedMessage request) {
        return DialogEffects.acceptedAfter(call, request)
                .anyMatch(later -> later.request()
                        .filter(next -> later.method().equals(Method.BYE)
                                ? Traffic.apart(request, next, LEFT_BY_THEN)
                                : (Sessions.isChange(later) && later.isFromSameSideAs(change))
                                        || Traffic.apart(request, next, SipTimers.TRANSACTION_LIFETIME)
                                        || (!next.hasTime() && next.index() > lastSent(change)))
                        .isPresent());
    }

    private static long lastSent(Transaction change) {
        return change.hops().stream()
                .flatMap(hop -> hop.messages().stream())
                .filter(TrackedMessage::isRequest)
                .mapToLong(TrackedMessage::index)
                .max()
                .orElse(0);
    }

    private static void unansweredChange(Call call, Findings findings) {
        Transaction change = unanswered(call).orElseThrow();
        TrackedMessage request = change.request().orElseThrow();
        findings.diagnose(Cause.NO_RESPONSE, LIKELY)
                .origin(Sides.receiverOf(call, request, "or the way there: nothing came back"))
                .because("an " + change.method() + " inside the call was sent " + change.sendings()
                        + " times and nothing came back, for which its sender has to end the call")
                .evidence(request)
                .evidence(request, "Route")
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        "Check that the address in the request line and the Route headers can be reached: a Contact"
                                + " with a private address, a firewall that forgot the connection, or a wrong"
                                + " Record-Route")
                .remedy(USER, "Call again")
                .confirm("Capture at the receiver: does the request arrive");
    }
}
