package org.callcause.rules.rfc3261.network;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.Reason;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.catalogue.ReleaseCauses;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.Formats;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Traffic;

/** A CANCEL, or a BYE before the answer, that names a failure: a device gave the call up, and nobody hung up. */
final class EarlyReleaseRules {

    private record Release(TrackedMessage end, int cause) {}

    private static final Search<Release> RELEASED = new Search<>(
            "the caller's CANCEL, or its BYE before the answer, has a Q.850 cause of failure",
            EarlyReleaseRules::released);

    private EarlyReleaseRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/q850-early-release")
                .title("A device on the caller's side gave the call up before it was answered")
                .cites("RFC 3326 2")
                .cites("RFC 3261 15")
                .cites("RFC 3264 6.1")
                .on(method(Method.INVITE)
                        .and(carries("Reason"))
                        .and(not(ended(Disposition.Kind.ANSWERED)))
                        .and(RELEASED.found()))
                .needs(Trait.UNUSUAL_REASON)
                .check(RELEASED.then(EarlyReleaseRules::tell)));
    }

    /** With another last word than 487 it was not the caller's side that ended the call. */
    private static Optional<Release> released(Call call) {
        if (call.finalStatus() != 0 && call.finalStatus() != 487) {
            return Optional.empty();
        }
        Optional<TrackedMessage> bye = call.bye()
                .filter(end -> call.decisiveAttempt().isPresent() && Sides.isFromCaller(call, end))
                .filter(end -> call.finalResponse()
                        .filter(last -> last.index() < end.index())
                        .isEmpty());
        return call.cancel()
                .or(() -> bye)
                .flatMap(end -> failure(end.message().reasons()).map(cause -> new Release(end, cause)));
    }

    private static Optional<Integer> failure(List<Reason> reasons) {
        boolean wanted = reasons.stream().anyMatch(EarlyReleaseRules::isNoFailure);
        return Reason.causes(reasons, "Q.850")
                .filter(cause -> !wanted && isFailure(cause))
                .boxed()
                .findFirst();
    }

    /** A person who hung up or declined, a phone that did not answer, or another one that did. */
    private static boolean isNoFailure(Reason reason) {
        int cause = reason.cause().orElse(0);
        return (reason.isOf("SIP") && (cause / 100 == 2 || cause / 100 == 6 || cause == 487))
                || (reason.isOf("Q.850") && cause > 0 && cause < 34);
    }

    /** From 34 on causes tell of failures, but for 45 and 46 (preemption), 102 (a timer) and 127, which tells of nothing. */
    private static boolean isFailure(int cause) {
        return cause >= 34
                && cause != 45
                && cause != 46
                && cause != 102
                && cause != 127
                && ReleaseCauses.isKnown(cause);
    }

    /** What the last provisional response answered, where nothing in it was offered. */
    private static Optional<OfferAnswer> unusable(Call call, TrackedMessage end) {
        Sessions sessions = Sessions.of(call);
        Optional<Described> early = sessions.early().stream()
                .filter(described -> described.message().index() < end.index())
                .reduce((earlier, later) -> later);
        return sessions.request()
                .flatMap(offer -> early.map(answer -> new OfferAnswer(offer, answer, true)))
                .filter(exchange -> Formats.withoutCommon(exchange).isPresent());
    }

    private static void tell(Call call, Findings findings, Release release) {
        TrackedMessage end = release.end();
        int cause = release.cause();
        Optional<OfferAnswer> unusable = unusable(call, end);
        Finding finding = findings.diagnose(
                        unusable.isPresent() ? Cause.CODEC_MISMATCH : ReleaseCauses.causeOf(cause, Refusals.rang(call)),
                        LIKELY)
                .title(
                        unusable.isPresent()
                                ? "The caller's side gave the call up: the early answer holds no format of the offer"
                                : "The caller's side gave the call up before the answer: Q.850 cause " + cause + ", "
                                        + ReleaseCauses.name(cause))
                .refines(Disposition.Kind.FAILED)
                .origin(unusable.map(exchange ->
                                Sides.senderOrWay(call, exchange.answer().message()))
                        .orElse(Sides.likelySender(call, end, "or something behind it")));
        unusable.ifPresentOrElse(
                exchange -> tellFormats(finding, exchange),
                () -> finding.remedy(CALLER, ReleaseCauses.remedyOfCaller(cause))
                        .remedy(ADMIN, ReleaseCauses.remedyOfOperator(cause)));
        finding.because(end.from() + " ended the call with a "
                        + end.message().sequenceMethod().name() + sinceProgress(call, end)
                        + " that gives Q.850 cause " + cause + " (" + ReleaseCauses.name(cause)
                        + "), where a person who hangs up gives 16 or none: "
                        + ReleaseCauses.meaning(cause))
                .evidence(end)
                .evidence(end, "Reason")
                .evidence(call.furthestFinalResponse())
                .confirm("The log of " + end.from() + " says what it, or the network behind it, gave up for");
    }

    private static void tellFormats(Finding finding, OfferAnswer exchange) {
        OfferAnswer.Stream stream = Formats.withoutCommon(exchange).orElseThrow();
        TrackedMessage answer = exchange.answer().message();
        finding.because("the offer for " + stream.offered().type() + " holds " + Formats.names(stream.offered())
                        + ", and the " + answer.status() + " answers " + Formats.names(stream.answered())
                        + ": an answer has to hold one of the offered formats")
                .evidenceInBody(
                        exchange.offer().message(), "m=" + stream.offered().type())
                .evidence(answer)
                .evidenceInBody(answer, "m=" + stream.answered().type())
                .remedy(
                        ADMIN,
                        "Enable one codec on both sides; a side that can take none of the offered ones should refuse"
                                + " the call with 488");
    }

    private static String sinceProgress(Call call, TrackedMessage end) {
        return call.ringing()
                .flatMap(progress -> Traffic.between(progress, end)
                        .map(time -> " " + Sentences.time(time) + " after the " + progress.status()))
                .orElse("");
    }
}
