package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Hop;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.Transport;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Provisional responses: the one that is missing, the one that led nowhere, and those that must not be. */
final class ProvisionalRules {

    /** RFC 3261 17.2.1: without a 100 some other response must come so soon. */
    private static final Duration TIME_FOR_100 = Duration.ofMillis(200);

    /** Callers begin to hear something well before; one who hears nothing for so long has reason to hang up. */
    private static final Duration PATIENCE_OF_A_CALLER = Duration.ofSeconds(10);

    /** Timer E reaches T2 after 0.5, 1 and 2 s (RFC 4320 4.1). */
    private static final Duration TIMER_E_AT_T2 = Duration.ofMillis(3_500);

    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private static final Search<TrackedMessage> MISSING_TRYING = new Search<>(
            "the first response to the INVITE came late and is not 100", ProvisionalRules::lateFirstResponse);
    private static final Search<TrackedMessage> ONLY_TRYING = new Search<>(
            "nothing but 100 came for 10 s or more, until the caller gave up", ProvisionalRules::onlyTrying);
    private static final Search<TrackedMessage> TIMER_C =
            new Search<>("it rang for more than three minutes without any end", ProvisionalRules::endlessRinging);
    private static final Search<TrackedMessage> BEYOND_TRYING =
            new Search<>("the provisional response is not 100", ProvisionalRules::beyondTrying);
    private static final Search<TrackedMessage> EARLY_TRYING =
            new Search<>("the 100 came over UDP within 3.5 s", ProvisionalRules::earlyTrying);

    private ProvisionalRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/missing-100")
                        .title("The INVITE got no 100 Trying, and nothing else in time")
                        .cites("RFC 3261 17.2.1")
                        .on(method(Method.INVITE).and(has(Trait.SENT_AGAIN)).and(MISSING_TRYING.foundInTime()))
                        .check(MISSING_TRYING.then(ProvisionalRules::missingTrying)),
                Rule.named("rfc3261/stuck-until-cancelled")
                        .title("The next hop took the call, nothing came from behind it, and the caller gave up")
                        .cites("RFC 3261 21.1.1")
                        .cites("RFC 3261 16.8")
                        .on(ended(Disposition.Kind.CANCELLED)
                                .and(method(Method.INVITE))
                                .and(where(
                                        "it did not ring",
                                        call -> call.ringing().isEmpty()))
                                .and(ONLY_TRYING.foundInTime()))
                        .check(ONLY_TRYING.then(ProvisionalRules::stuck)),
                Rule.named("rfc3261/rang-until-timer-c")
                        .title("It rang until a proxy's timer C, or nobody ever ended it")
                        .cites("RFC 3261 16.8")
                        .cites("RFC 3261 13.3.1.1")
                        .on(ended(Disposition.Kind.CANCELLED)
                                .or(ended(Disposition.Kind.INCOMPLETE))
                                .and(method(Method.INVITE))
                                .and(where("it rang", call -> call.ringing().isPresent()))
                                .and(TIMER_C.foundInTime()))
                        .check(TIMER_C.then(ProvisionalRules::rangUntilTimerC)),
                Rule.named("rfc3261/non-invite-provisional")
                        .title("Another request than INVITE was answered with a provisional response")
                        .cites("RFC 4320 4.1")
                        .on(has(Trait.NON_INVITE_PROVISIONAL).and(BEYOND_TRYING.found()))
                        .check(BEYOND_TRYING.then(ProvisionalRules::nonInvite)),
                Rule.named("rfc3261/non-invite-early-100")
                        .title("100 Trying came to another request than INVITE, sooner than it may")
                        .cites("RFC 4320 4.1")
                        .on(has(Trait.NON_INVITE_PROVISIONAL)
                                .and(not(method(Method.REGISTER)))
                                .and(EARLY_TRYING.foundInTime()))
                        .check(EARLY_TRYING.then(ProvisionalRules::early)));
    }

    private static Optional<TrackedMessage> lateFirstResponse(Call call) {
        return Traffic.hops(call, true)
                .filter(hop ->
                        hop.requestRetransmissions() > 0 && !hop.responses().isEmpty())
                .filter(hop -> hop.responses().get(0).status() > 100)
                .filter(hop -> lastSendingBefore(hop, hop.responses().get(0))
                        .filter(sent -> Traffic.apart(sent, hop.responses().get(0), TIME_FOR_100))
                        .isPresent())
                .map(hop -> hop.responses().get(0))
                .findFirst();
    }

    private static Optional<TrackedMessage> lastSendingBefore(Hop hop, TrackedMessage response) {
        return hop.messages().stream()
                .filter(message -> message.isRequest() && message.nanos() <= response.nanos())
                .reduce((earlier, later) -> later);
    }

    private static void missingTrying(Call call, Findings findings, TrackedMessage first) {
        findings.violation()
                .origin(Sides.likelySender(call, first, "unless a 100 was sent and got lost on the way here"))
                .because("the first response to the INVITE is "
                        + Telling.answer(first)
                        + ", more than 200 ms after the last sending of the INVITE, and no 100 Trying came before it")
                .because("so the caller had to send the INVITE again; it does no harm as long as a copy arrives")
                .evidence(first)
                .remedy(ADMIN, "Let " + first.from() + " answer 100 Trying at once")
                .confirm("Capture at " + first.from() + ": only there it is certain that no 100 was sent");
    }

    private static Optional<TrackedMessage> onlyTrying(Call call) {
        Transaction attempt = call.decisiveAttempt().orElseThrow();
        Optional<TrackedMessage> trying = attempt.responses().stream().findFirst();
        boolean nothingElse =
                attempt.responses().stream().allMatch(response -> response.status() == 100 || response.status() == 487);
        boolean late = attempt.request()
                .flatMap(
                        request -> call.cancel().filter(cancel -> Traffic.apart(request, cancel, PATIENCE_OF_A_CALLER)))
                .isPresent();
        return trying.filter(response -> response.status() == 100
                && nothingElse
                && call.cancel().isPresent()
                && (late || (!response.hasTime() && isSilentBehind(attempt))));
    }

    /** Where a source gives no times, the INVITE that was sent on and got no response at all tells as much. */
    private static boolean isSilentBehind(Transaction attempt) {
        Hop first = attempt.firstHop();
        List<Hop> behind =
                attempt.hops().stream().filter(hop -> !hop.equals(first)).toList();
        return !behind.isEmpty()
                && behind.stream().allMatch(hop -> hop.responses().isEmpty());
    }

    private static void stuck(Call call, Findings findings, TrackedMessage trying) {
        TrackedMessage cancel = call.cancel().orElseThrow();
        Transaction attempt = call.decisiveAttempt().orElseThrow();
        TrackedMessage furthest = attempt.responses().stream()
                .filter(response -> response.status() == 100)
                .reduce((nearer, further) -> further)
                .orElse(trying);
        findings.diagnose(Cause.STUCK_BEHIND_NEXT_HOP, trying.hasTime() ? LIKELY : POSSIBLE)
                .origin(Sides.likelySender(call, furthest, "or what is behind it"))
                .because(furthest.from() + " answered 100 Trying, so it had the request, and then nothing came, neither"
                        + " ringing nor a refusal")
                .because("the caller gave up and sent CANCEL " + Telling.later(trying, cancel))
                .evidence(furthest)
                .evidence(cancel)
                .remedy(
                        ADMIN,
                        "Follow the request beyond " + furthest.from() + ": its routes, the health of its next hop,"
                                + " name resolution and firewalls there")
                .remedy(CALLER, "Try again later")
                .confirm("The log or a capture of " + furthest.from() + " shows where it sent the request on");
    }

    private static Optional<TrackedMessage> endlessRinging(Call call) {
        Optional<Transaction> attempt = call.decisiveAttempt();
        Optional<TrackedMessage> last = attempt.stream()
                .flatMap(tried -> tried.firstHop().messages().stream())
                .filter(message -> message.status() > 100 && message.status() < 200)
                .reduce((earlier, later) -> later);
        return last.filter(ringing -> call.cancel()
                .map(cancel -> Traffic.apart(ringing, cancel, SipTimers.TIMER_C.minusSeconds(2)))
                .orElseGet(() -> attempt.flatMap(Transaction::finalResponse).isEmpty()
                        && Traffic.observedAfter(call, ringing, SipTimers.TIMER_C)));
    }

    private static void rangUntilTimerC(Call call, Findings findings, TrackedMessage ringing) {
        String progress = Telling.answer(ringing);
        Optional<TrackedMessage> cancel = call.cancel();
        if (cancel.isEmpty()) {
            findings.notChecked(
                    "how the ringing ended: the last sign is " + progress + ", and neither a final response nor a"
                            + " CANCEL was captured in the 3 minutes"
                            + " after it, within which a proxy's timer C"
                            + " ends a call; a capture at the proxy"
                            + " shows it");
            return;
        }
        findings.diagnose(Cause.NO_ANSWER, POSSIBLE)
                .refines(Disposition.Kind.NO_ANSWER)
                .origin(Sides.likelySender(call, ringing, "or nobody was there to answer"))
                .because("the last sign of progress was " + progress + "; then, "
                        + Telling.later(ringing, cancel.get())
                        + ", came a CANCEL: that is when a proxy's timer C runs out"
                        + " (more than 3 minutes without a new provisional response)")
                .because("a phone that wants to ring longer has to repeat its provisional response every minute, so"
                        + " either nobody answered, or the far side forgot that it was ringing")
                .evidence(ringing)
                .evidence(cancel)
                .remedy(CALLER, "Try again later or leave a message")
                .remedy(ADMIN, "Set a no-answer timer below 3 minutes, with voicemail behind it")
                .confirm("Ask whether the called phone rang all the time; if it had stopped, read its log");
    }

    private static Optional<TrackedMessage> beyondTrying(Call call) {
        return Traffic.hops(call, false)
                .flatMap(hop -> hop.responses().stream())
                .filter(response -> response.status() > 100
                        && response.status() < 200
                        && response.message().sequence() >= 0)
                .findFirst();
    }

    private static void nonInvite(Call call, Findings findings, TrackedMessage response) {
        findings.violation()
                .origin(Sides.senderOf(call, response))
                .because("to the " + response.message().sequenceMethod().name() + " came "
                        + Telling.answer(response)
                        + "; such a request gets 100 at most and then its final response")
                .evidence(response)
                .evidence(response, "CSeq")
                .confirm("Whether the final response to the request followed");
    }

    private static Optional<TrackedMessage> earlyTrying(Call call) {
        return Traffic.hops(call, false)
                .filter(hop -> hop.transport() == Transport.UDP)
                .filter(hop -> hop.request().isPresent() && !hop.responses().isEmpty())
                .filter(hop -> hop.responses().get(0).status() == 100)
                .filter(hop -> Traffic.between(
                                hop.request().orElseThrow(), hop.responses().get(0))
                        .filter(time -> time.plus(TOLERANCE).compareTo(TIMER_E_AT_T2) < 0)
                        .isPresent())
                .map(hop -> hop.responses().get(0))
                .findFirst();
    }

    private static void early(Call call, Findings findings, TrackedMessage trying) {
        findings.violation()
                .origin(Sides.senderOf(call, trying))
                .because("the " + trying.message().sequenceMethod().name() + " was answered 100 Trying within 3.5 s;"
                        + " over UDP this slows down the repeats of a request whose final response gets lost, and"
                        + " does no other harm")
                .evidence(trying)
                .evidence(trying, "CSeq")
                .confirm("Nothing hangs on it unless final responses get lost as well");
    }
}
