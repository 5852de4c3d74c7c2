package org.callcause.rules.rfc3261.dialog;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.sent;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.DialogEffects;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** A BYE that was refused, because it does not name the call that it should end or for another reason, or not understood. */
final class RefusedByeRules {

    private static final Search<Transaction> UNTAGGED = new Search<>(
            "a BYE without the tags of the dialog was answered 481, and no other BYE was accepted",
            RefusedByeRules::untagged);
    private static final Search<Transaction> REFUSED = new Search<>(
            "by a code that leaves the call up, and for 32 s no other BYE made it good", RefusedByeRules::refused);

    private static final Search<TrackedMessage> SPOILED =
            new Search<>("the name of a method ends with BYE, and its CSeq says BYE", RefusedByeRules::spoiled);

    private RefusedByeRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/bye-refused-without-tags")
                        .title("The BYE did not name the call, and the other side kept it")
                        .cites("RFC 3261 15.1.2")
                        .cites("RFC 3261 12.2.1.1")
                        .on(sent(Method.BYE)
                                .and(responded(481))
                                .and(has(Trait.INCOMPLETE_REQUEST))
                                .and(ended(Disposition.Kind.ANSWERED).or(ended(Disposition.Kind.INCOMPLETE)))
                                .and(UNTAGGED.found()))
                        .check(UNTAGGED.then(RefusedByeRules::tell)),
                Rule.named("rfc3261/bye-behind-text")
                        .title("Text before its name spoiled a BYE, and the call went on")
                        .cites("RFC 3261 7.1")
                        .cites("RFC 3261 21.5.2")
                        .on(has(Trait.UNUSUAL_SEQUENCE)
                                .and(ended(Disposition.Kind.ANSWERED))
                                .and(SPOILED.found()))
                        .check(SPOILED.then(RefusedByeRules::tellSpoiled)),
                Rule.named("rfc3261/bye-refused")
                        .title("The BYE was refused, and the other side may keep the call")
                        .cites("RFC 3261 15.1.1")
                        .cites("RFC 3261 22.2")
                        .cites("RFC 3261 22.3")
                        .cites("RFC 5057 5.1")
                        .on(sent(Method.BYE)
                                .and(has(Trait.REFUSAL))
                                .and(ended(Disposition.Kind.ANSWERED))
                                .and(where(
                                        "the last BYE was refused, or the other side hung up after it had refused one",
                                        call -> lastRefused(call).isPresent()))
                                .and(REFUSED.foundInTime()))
                        .check(REFUSED.then(RefusedByeRules::tellRefused)));
    }

    private static Optional<TrackedMessage> spoiled(Call call) {
        return Traffic.requests(call)
                .filter(request -> request.message() instanceof SipRequest message
                        && message.sequenceMethod().equals(Method.BYE)
                        && !message.method().equals(Method.BYE)
                        && message.method().name().endsWith(Method.BYE.name()))
                .findFirst();
    }

    private static void tellSpoiled(Call call, Findings findings, TrackedMessage bye) {
        String method = ((SipRequest) bye.message()).method().name();
        findings.diagnose(Cause.MALFORMED_MESSAGE, LIKELY)
                .origin(Sides.senderOrWay(call, bye))
                .because(bye.from() + " hung up, but its request begins with " + method + " where its CSeq says BYE:"
                        + " other text stands right before the name")
                .because("no device knows that method, so the BYE ended nothing; for " + bye.from()
                        + " the call is over, and the other side keeps it, with its media and its billing, until"
                        + " somebody hangs up there")
                .evidence(bye)
                .evidence(bye, "CSeq")
                .remedy(
                        ADMIN,
                        "Find out what writes that text: a keep-alive that is sent without an end of line, or that"
                                + " shares a packet with the next message")
                .confirm("A capture at " + bye.from() + ": do the same bytes leave there");
    }

    private static Optional<Transaction> untagged(Call call) {
        List<Transaction> byes = Traffic.byes(call);
        boolean ended = byes.stream().anyMatch(bye -> bye.finalStatus() / 100 == 2);
        return ended
                ? Optional.empty()
                : byes.stream()
                        .filter(bye -> bye.finalStatus() == 481)
                        .filter(bye ->
                                bye.request().filter(RefusedByeRules::lacksTag).isPresent())
                        .findFirst();
    }

    private static boolean lacksTag(TrackedMessage bye) {
        return bye.message().lacksToTag() || bye.message().lacksFromTag();
    }

    private static void tell(Call call, Findings findings, Transaction bye) {
        TrackedMessage request = bye.request().orElseThrow();
        TrackedMessage refusal = bye.finalResponse().orElseThrow();
        String missing = request.message().hasFromTag() ? "To" : "From";
        boolean answered = call.disposition().kind() == Disposition.Kind.ANSWERED;
        boolean sure = answered && request.message().hasIntactStructure();
        findings.diagnose(Cause.DIALOG_UNKNOWN, sure ? CERTAIN : LIKELY)
                .origin(Sides.senderOf(call, request))
                .because(request.from() + " hung up with a BYE that has no " + missing
                        + " tag; Call-ID and both tags together name a call, so " + refusal.from()
                        + " found none and answered "
                        + Telling.answer(refusal))
                .because("for " + request.from() + " the call is over; " + refusal.from()
                        + " keeps it, with its media and its billing, until a timer of its own ends it"
                        + (answered ? "" : ", if it was up: the capture does not show that"))
                .evidence(request)
                .evidence(request, missing)
                .evidence(refusal)
                .remedy(
                        ADMIN,
                        "Report it to the maker of " + request.from()
                                + ": a BYE repeats both tags as the answer to the INVITE gave them")
                .remedy(ADMIN, "Let session timers (RFC 4028) or a media timeout clear such calls meanwhile")
                .confirm("Whether " + refusal.from() + " still shows the call after the BYE");
    }

    /** The BYE after which the other side kept the call: for good as far as is known, or until a much later one. */
    private static Optional<Transaction> refused(Call call) {
        return lastBye(call)
                .filter(RefusedByeRules::isRefused)
                .filter(last -> isKept(call, last))
                .filter(last ->
                        Traffic.observedAfter(call, last.finalResponse().orElseThrow(), SipTimers.TRANSACTION_LIFETIME))
                .or(() -> keptUntilLater(call));
    }

    /** The last BYE that was refused, where no other followed, or one of the other side. */
    private static Optional<Transaction> lastRefused(Call call) {
        return Traffic.byes(call).stream()
                .takeWhile(bye -> !endsTheCall(bye))
                .reduce((earlier, later) -> later)
                .filter(RefusedByeRules::isRefused)
                .filter(refused -> last(call).filter(refused::isFromSameSideAs).isEmpty());
    }

    /** The same, where the other side hung up when nobody could wait for it any more. */
    private static Optional<Transaction> keptUntilLater(Call call) {
        return lastRefused(call)
                .filter(refused -> DialogEffects.leavesTheCall(refused.finalStatus()))
                .filter(refused -> last(call)
                        .flatMap(Transaction::request)
                        .filter(end -> Traffic.apart(
                                refused.finalResponse().orElseThrow(), end, SipTimers.TRANSACTION_LIFETIME))
                        .isPresent());
    }

    /** The first BYE after which neither side has the call. */
    private static Optional<Transaction> last(Call call) {
        return Traffic.byes(call).stream().filter(RefusedByeRules::endsTheCall).findFirst();
    }

    /** Whether the refusal of this BYE leaves the call up, and no other BYE ended it. */
    static boolean isKept(Call call, Transaction refused) {
        return DialogEffects.leavesTheCall(refused.finalStatus())
                && Traffic.byes(call).stream().noneMatch(bye -> endsTheCall(bye) || !bye.isFromSameSideAs(refused));
    }

    private static Optional<Transaction> lastBye(Call call) {
        return Traffic.byes(call).stream().reduce((earlier, later) -> later);
    }

    private static boolean isRefused(Transaction bye) {
        return bye.finalStatus() >= 400 && !endsTheCall(bye);
    }

    /** A 481 or 408 says that there is no call any more on the other side, or none that can be reached (RFC 3261 15.1.1). */
    private static boolean endsTheCall(Transaction bye) {
        return bye.finalStatus() / 100 == 2 || bye.finalStatus() == 481 || bye.finalStatus() == 408;
    }

    private static void tellRefused(Call call, Findings findings, Transaction bye) {
        TrackedMessage request = bye.request().orElseThrow();
        TrackedMessage refusal = bye.finalResponse().orElseThrow();
        boolean challenged = bye.finalStatus() == 401 || bye.finalStatus() == 407;
        boolean answered = !request.message().credentials().isEmpty();
        Optional<Transaction> end = last(call);
        findings.diagnose(Cause.LOST_BYE, LIKELY)
                .origin(
                        challenged && !answered
                                ? Sides.senderOf(call, request)
                                : Sides.likelySender(call, refusal, "or the BYE gave it a reason to refuse"))
                .because(request.from() + " hung up, and " + refusal.from() + " answered the BYE with "
                        + Telling.answer(refusal)
                        + end.map(taken -> "; " + later(refusal, taken)).orElse("; no other BYE was accepted after it"))
                .because(
                        !challenged
                                ? DialogEffects.told(bye.finalStatus())
                                : answered
                                        ? "the credentials that the BYE carried were not taken"
                                        : "the BYE had to be sent again with credentials, and was not")
                .because(
                        end.isPresent()
                                ? "so for " + request.from()
                                        + " the call was over, while the other side may have kept it"
                                        + " until then, with its media and its billing"
                                : "so " + request.from() + " takes the call for over, while the other side may keep it,"
                                        + " with its media and its billing, until a timer of its own ends it")
                .evidence(request)
                .evidence(refusal)
                .evidence(end.flatMap(Transaction::request))
                .evidence(refusal, "WWW-Authenticate")
                .evidence(refusal, "Proxy-Authenticate")
                .evidence(refusal, "Retry-After")
                .remedy(
                        ADMIN,
                        challenged
                                ? "Let " + request.from() + " answer the challenge to its BYE, or let " + refusal.from()
                                        + " take the BYE of a call that it let through"
                                : "See in the log of " + refusal.from() + " why it refused the BYE")
                .remedy(ADMIN, "Let session timers (RFC 4028) or a media timeout clear such calls meanwhile")
                .confirm(
                        end.isPresent()
                                ? "How long the call lasted by the records of the other side"
                                : "Whether the other side still shows the call after the BYE");
    }

    private static String later(TrackedMessage refusal, Transaction bye) {
        TrackedMessage request = bye.request().orElseThrow();
        return Telling.later(refusal, request) + " came a BYE of " + request.from() + ", which was answered "
                + Telling.answer(bye.finalResponse().orElseThrow());
    }
}
