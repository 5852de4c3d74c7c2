package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/** What a proxy makes a 5xx of: a 503 from behind it, another refusal, or a phone that nobody picked up. */
final class ServerFailureRules {

    private record PassedOn(TrackedMessage received, TrackedMessage sent) {}

    private record Reading(Cause cause, Disposition.Kind outcome) {}

    private static final Search<PassedOn> TURNED =
            new Search<>("a proxy made it of a 503 from behind", call -> fromBehind(call));

    private static final Search<PassedOn> CHANGED = new Search<>(
            "the element that sent it had got a refusal that speaks of the callee from behind",
            ServerFailureRules::refusedBehind);

    private static final Search<PassedOn> GAVE_UP = new Search<>(
            "the element that sent it had let a phone ring and cancelled that itself", ServerFailureRules::gaveUp);

    private ServerFailureRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/500-hides-503")
                        .title("The 500 stands for a 503 from behind the proxy")
                        .cites("RFC 3261 16.7")
                        .on(status(500).and(has(Trait.SEVERAL_HOPS)).and(TURNED.found()))
                        .check(TURNED.then(ServerFailureRules::turned)),
                unavailable("rfc3261/5xx-hides-refusal")
                        .title("A proxy made a failure of its own of a refusal that speaks of the callee")
                        .cites("RFC 3261 16.7")
                        .cites("RFC 3261 21.5.4")
                        .on(statusClass(5)
                                .and(method(Method.INVITE))
                                .and(has(Trait.SEVERAL_HOPS))
                                .and(CHANGED.found()))
                        .check(CHANGED.then(ServerFailureRules::changed)),
                unavailable("rfc3261/5xx-hides-no-answer")
                        .title("Nobody picked up, and the proxy that stopped waiting called it a failure")
                        .cites("RFC 3261 16.8")
                        .cites("RFC 3261 21.4.9")
                        .on(statusClass(5)
                                .and(method(Method.INVITE))
                                .and(has(Trait.SEVERAL_HOPS))
                                .and(has(Trait.CANCEL))
                                .and(GAVE_UP.found()))
                        .check(GAVE_UP.then(ServerFailureRules::tellGivenUp)));
    }

    private static Rule.Builder unavailable(String id) {
        return Rule.named(id)
                .supersedes("rfc3261/503-overload")
                .supersedes("rfc3261/503-structural")
                .supersedes("rfc3261/503-undetermined")
                .supersedes("rfc3261/503-at-once")
                .supersedes("rfc3261/503-after-trying")
                .supersedes("rfc3261/503-passed-on")
                .supersedes("rfc3261/q850-release");
    }

    /** One refusal on every way behind the element; where they differ, it had to choose. */
    private static Optional<PassedOn> refusedBehind(Call call) {
        Optional<TrackedMessage> sent = answerToCaller(call);
        List<TrackedMessage> received = sent.map(response -> behind(call, response)
                        .map(hop -> hop.finalResponse().orElse(response))
                        .toList())
                .orElse(List.of());
        return received.isEmpty()
                        || received.stream()
                                .anyMatch(response -> response.index()
                                                >= sent.get().index()
                                        || !reading(response).isPresent()
                                        || response.status() != received.get(0).status())
                ? Optional.empty()
                : Optional.of(new PassedOn(received.get(0), sent.get()));
    }

    private static Optional<PassedOn> gaveUp(Call call) {
        boolean own = call.decisiveAttempt()
                .filter(attempt -> attempt.cancelledBy().isPresent() && !attempt.isCancelledByClient())
                .isPresent();
        return answerToCaller(call)
                .filter(sent -> own && Refusals.alerted(call))
                .flatMap(sent -> call.cancel()
                        .filter(cancel ->
                                cancel.from().host().equals(sent.from().host()))
                        .map(cancel -> new PassedOn(cancel, sent)));
    }

    private static Optional<TrackedMessage> answerToCaller(Call call) {
        return call.decisiveAttempt().map(Transaction::firstHop).flatMap(Hop::finalResponse);
    }

    /** The ways on which the element that sent this response had sent the request on. */
    private static Stream<Hop> behind(Call call, TrackedMessage response) {
        return call.decisiveAttempt().stream()
                .flatMap(attempt -> attempt.hops().stream().filter(hop -> hop != attempt.firstHop()))
                .filter(hop -> hop.from().host().equals(response.from().host()));
    }

    /** What a refusal that speaks of the callee, and not of the server, says of the call. */
    private static Optional<Reading> reading(TrackedMessage refusal) {
        return switch (refusal.status()) {
            case 486, 600 -> Optional.of(new Reading(Cause.BUSY, Disposition.Kind.BUSY));
            case 603 -> Optional.of(new Reading(Cause.DECLINED, Disposition.Kind.DECLINED));
            case 404, 604 -> Optional.of(new Reading(Cause.UNALLOCATED_NUMBER, Disposition.Kind.NOT_FOUND));
            case 410 -> Optional.of(new Reading(Cause.NUMBER_CHANGED, Disposition.Kind.NOT_FOUND));
            case 484 -> Optional.of(new Reading(Cause.INVALID_NUMBER_FORMAT, Disposition.Kind.NOT_FOUND));
            default -> Optional.empty();
        };
    }

    private static void changed(Call call, Findings findings, PassedOn found) {
        Reading reading = reading(found.received()).orElseThrow();
        String by = found.sent().from().toString();
        findings.diagnose(reading.cause(), LIKELY)
                .refines(reading.outcome())
                .title("The called side answered " + Telling.answer(found.received()) + ", and a proxy made "
                        + found.sent().status() + " of it")
                .origin(new Origin(
                        Origin.CALLED_SIDE,
                        found.received().from(),
                        Origin.Basis.SEEN,
                        "its " + found.received().status() + " went to "
                                + found.received().to()))
                .because(found.received().from() + " answered " + Telling.answer(found.received()) + ", and " + by
                        + " told the caller " + Telling.answer(found.sent()) + " "
                        + Telling.later(found.received(), found.sent()))
                .because("so the call failed for what the first of them says, and nothing is out of service")
                .evidence(found.received())
                .evidence(found.received(), "Reason")
                .evidence(found.sent())
                .remedy(
                        ADMIN,
                        "Let " + by + " pass the refusals of the called side on: a caller that gets a 5xx tries"
                                + " other ways, or takes the trunk for broken")
                .confirm("The log of " + by + " at that time");
    }

    private static void tellGivenUp(Call call, Findings findings, PassedOn found) {
        String by = found.sent().from().toString();
        findings.diagnose(Cause.NO_ANSWER, LIKELY)
                .refines(Disposition.Kind.NO_ANSWER)
                .because("a phone rang"
                        + call.ringTime()
                                .map(time -> " for " + Sentences.time(time))
                                .orElse("")
                        + ", then " + by + " cancelled the request that it had sent on and told the caller "
                        + Telling.answer(found.sent()))
                .because("so nobody picked up in the time that " + by + " waits, and nothing is out of service; 408 or"
                        + " 480 would be the words for it")
                .evidence(call.ringing())
                .evidence(found.received())
                .evidence(found.sent())
                .remedy(CALLER, "Try again later or leave a message")
                .remedy(
                        ADMIN,
                        "Let " + by + " wait longer than the phones and the voicemail behind it do, and answer 408"
                                + " or 480 when it stops")
                .confirm("The timers of " + by + " for calls that ring");
    }

    private static Optional<PassedOn> fromBehind(Call call) {
        return answerToCaller(call)
                .filter(response -> response.status() == 500)
                .flatMap(response -> behind(call, response)
                        .flatMap(hop -> hop.finalResponse().stream())
                        .filter(received -> received.status() == 503 && received.index() < response.index())
                        .reduce((earlier, later) -> later)
                        .map(received -> new PassedOn(received, response)));
    }

    private static void turned(Call call, Findings findings, PassedOn found) {
        findings.diagnose(Cause.DOWNSTREAM_FAILURE, CERTAIN)
                .origin(new Origin(
                        Origin.CALLED_SIDE,
                        found.received().from(),
                        Origin.Basis.SEEN,
                        "its 503 went to " + found.received().to() + ", which told the caller 500"))
                .because(found.received().from() + " answered "
                        + Telling.answer(found.received())
                        + ", and " + found.sent().from() + " told the caller " + Telling.answer(call) + " "
                        + Telling.later(found.received(), found.sent())
                        + ": that is what a proxy has to make of it, so the 503 is the cause")
                .evidence(found.received())
                .evidence(found.received(), "Retry-After")
                .evidence(found.received(), "Reason")
                .evidence(found.sent())
                .ratherThan(
                        Cause.SERVER_ERROR,
                        "The server that answered 500 failed inside",
                        "the 503 of the hop behind it was captured, and the 500 is what became of it")
                .remedy(
                        ADMIN,
                        "Look at " + found.received().from() + ": overload, maintenance, or something behind it that"
                                + " failed")
                .remedy(ADMIN, "Give " + found.sent().from() + " a second next hop")
                .remedy(CALLER, "Try again later")
                .confirm("The log of " + found.received().from() + " at that time");
    }
}
