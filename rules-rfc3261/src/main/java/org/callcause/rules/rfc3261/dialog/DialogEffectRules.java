package org.callcause.rules.rfc3261.dialog;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.sent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.catalogue.DialogEffect;
import org.callcause.rules.rfc3261.reading.DialogEffects;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/**
 * What a refusal inside a call ended by RFC 5057, held against what the parties did: a dialog that went on though it was
 * over, and one that was left though only a request had failed.
 */
final class DialogEffectRules {

    /** A device that takes a refusal for the end hangs up at once; within this time a person's BYE is a rare chance. */
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    /** What belongs to the call itself: a refused SUBSCRIBE or REFER ends another usage of the dialog. */
    private static final Set<Method> OF_THE_CALL = Set.of(Method.INVITE, Method.UPDATE, Method.PRACK, Method.INFO);

    /** Requests on the side, which no call depends on. */
    private static final Set<Method> ON_THE_SIDE = Set.of(Method.INFO, Method.OPTIONS, Method.MESSAGE);

    private record Kept(TrackedMessage request, TrackedMessage refusal, Optional<TrackedMessage> next) {}

    private record Left(TrackedMessage request, TrackedMessage refusal, TrackedMessage bye) {}

    private static final Search<Kept> KEPT = new Search<>(
            "a refusal inside the call ended it, and no BYE followed within 32 s, or its receiver went on",
            DialogEffectRules::kept);
    private static final Search<Left> LEFT = new Search<>(
            "a request on the side was refused, and the side that had sent it hung up within half a second",
            DialogEffectRules::left);

    private DialogEffectRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/dialog-kept")
                        .title("The call was kept though a refusal inside it had ended it")
                        .cites("RFC 5057 5.1")
                        .cites("RFC 3261 12.2.1.2")
                        .on(has(Trait.REFUSAL_INSIDE)
                                .and(method(Method.INVITE))
                                .and(ended(Disposition.Kind.ANSWERED))
                                .and(KEPT.foundInTime()))
                        .check(KEPT.then(DialogEffectRules::tellKept)),
                Rule.named("rfc3261/left-for-refusal")
                        .title("A device hung up over a refusal that had not ended the call")
                        .cites("RFC 5057 5.1")
                        .on(has(Trait.REFUSAL_INSIDE)
                                .and(sent(Method.INFO, Method.OPTIONS, Method.MESSAGE))
                                .and(method(Method.INVITE))
                                .and(ended(Disposition.Kind.ANSWERED))
                                .and(LEFT.foundInTime()))
                        .check(LEFT.then(DialogEffectRules::tellLeft)));
    }

    private static Stream<Transaction> refusedInside(Call call, Set<Method> methods) {
        return call.transactions().stream()
                .filter(transaction -> methods.contains(transaction.method()) && transaction.finalStatus() >= 400)
                .filter(transaction -> transaction
                        .request()
                        .filter(request -> request.message().hasToTag())
                        .isPresent());
    }

    private static boolean endsTheCall(Transaction refused) {
        boolean change =
                refused.method().equals(Method.INVITE) || refused.method().equals(Method.UPDATE);
        return switch (DialogEffects.of(refused.finalStatus())) {
            case DIALOG, ENDS_DIALOG_AND_USAGES -> true;
            case USAGE -> refused.finalStatus() == 481;
            case TIMEOUT -> change;
            case NONE, TRANSACTION, UNLISTED -> false;
        };
    }

    private static Optional<Kept> kept(Call call) {
        return refusedInside(call, OF_THE_CALL)
                .filter(DialogEffectRules::endsTheCall)
                .flatMap(refused -> kept(call, refused).stream())
                .findFirst();
    }

    private static Optional<Kept> kept(Call call, Transaction refused) {
        TrackedMessage request = refused.request().orElseThrow();
        TrackedMessage refusal = refused.finalResponse().orElseThrow();
        boolean hungUp = Traffic.byes(call).stream()
                .flatMap(bye -> bye.request().stream())
                .anyMatch(bye ->
                        bye.index() < refusal.index() || !Traffic.apart(refusal, bye, SipTimers.TRANSACTION_LIFETIME));
        Optional<TrackedMessage> next = call.transactions().stream()
                .filter(later -> OF_THE_CALL.contains(later.method()) && later.isFromSameSideAs(refused))
                .flatMap(later -> later.request().stream())
                .filter(later ->
                        later.index() > refusal.index() && later.message().hasToTag())
                .findFirst();
        boolean silent = Traffic.observedAfter(call, refusal, SipTimers.TRANSACTION_LIFETIME);
        return !hungUp && (next.isPresent() || silent)
                ? Optional.of(new Kept(request, refusal, next))
                : Optional.empty();
    }

    private static void tellKept(Call call, Findings findings, Kept kept) {
        findings.violation()
                .origin(Sides.likelySender(call, kept.request(), "unless its BYE was not captured"))
                .because(kept.refusal().from() + " answered the "
                        + kept.request().message().sequenceMethod().name() + " inside the call with "
                        + Telling.answer(kept.refusal()) + "; "
                        + DialogEffects.told(kept.refusal().status()))
                .because(kept.next()
                        .map(next -> kept.request().from() + " went on all the same, with "
                                + next.message().sequenceMethod().name() + " "
                                + Telling.later(kept.refusal(), next))
                        .orElse("its receiver is to end the call with BYE then, and none was captured in the 32 s after"
                                + " it: so one side may keep a call that the other has not"))
                .evidence(kept.request())
                .evidence(kept.refusal())
                .evidence(kept.next())
                .remedy(
                        ADMIN,
                        "See why " + kept.refusal().from() + " no longer knew the call, and let "
                                + kept.request().from() + " end a call after such an answer")
                .confirm("Whether either side still shows the call, and whether media flow both ways");
    }

    /** An earlier refusal of the same kind that it lived with shows that the BYE has another reason. */
    private static Optional<Left> left(Call call) {
        Optional<Transaction> first = refusedInside(call, ON_THE_SIDE)
                .filter(refused -> {
                    DialogEffect effect = DialogEffects.of(refused.finalStatus());
                    return effect == DialogEffect.TRANSACTION || effect == DialogEffect.UNLISTED;
                })
                .filter(refused -> refused.finalStatus() != 401 && refused.finalStatus() != 407)
                .findFirst();
        return first.flatMap(refused -> {
            TrackedMessage refusal = refused.finalResponse().orElseThrow();
            return Traffic.byes(call).stream()
                    .filter(bye -> bye.isFromSameSideAs(refused))
                    .flatMap(bye -> bye.request().stream())
                    .filter(bye -> bye.index() > refusal.index()
                            && Traffic.between(refusal, bye)
                                    .filter(time -> time.compareTo(AT_ONCE) <= 0)
                                    .isPresent())
                    .findFirst()
                    .map(bye -> new Left(refused.request().orElseThrow(), refusal, bye));
        });
    }

    private static void tellLeft(Call call, Findings findings, Left left) {
        String method = left.request().message().sequenceMethod().name();
        findings.diagnose(Cause.INTERWORKING, POSSIBLE)
                .origin(Sides.senderOf(call, left.bye()))
                .because(left.refusal().from() + " answered the " + method + " inside the call with "
                        + Telling.answer(left.refusal()) + "; "
                        + DialogEffects.told(left.refusal().status()))
                .because(left.bye().from() + ", which had sent it, hung up "
                        + Telling.later(left.refusal(), left.bye())
                        + ", sooner than a person reacts: it seems to take the refusal for the end of the call")
                .evidence(left.request())
                .evidence(left.refusal())
                .evidence(left.bye())
                .evidence(left.bye(), "Reason")
                .remedy(
                        ADMIN,
                        "Switch " + method + " off on " + left.bye().from() + ", or allow it on "
                                + left.refusal().from())
                .remedy(ADMIN, "Report it to the maker of " + left.bye().from() + ": such a refusal ends nothing else")
                .confirm("Whether other calls end at the first refused " + method + " too");
    }
}
