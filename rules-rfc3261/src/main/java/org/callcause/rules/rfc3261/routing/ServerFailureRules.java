package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.statusClass;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/** What a proxy makes a 5xx of: a refusal that speaks of the callee, or a phone that nobody picked up. */
final class ServerFailureRules {

    private record Reading(Cause cause, Disposition.Kind outcome) {}

    private static final Search<PassedOn> CHANGED = new Search<>(
            "the element that sent it had got a refusal that speaks of the callee from behind",
            ServerFailureRules::refusedBehind);

    private static final Search<PassedOn> GAVE_UP = new Search<>(
            "the element that sent it had let a phone ring and cancelled that itself", ServerFailureRules::gaveUp);

    private ServerFailureRules() {}

    static List<Rule> rules() {
        return List.of(
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
        Optional<TrackedMessage> sent = PassedOn.answerToCaller(call);
        List<TrackedMessage> received = sent.map(response -> PassedOn.behind(call, response)
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
        return PassedOn.answerToCaller(call)
                .filter(sent -> own && Refusals.alerted(call))
                .flatMap(sent -> call.cancel()
                        .filter(cancel ->
                                cancel.from().host().equals(sent.from().host()))
                        .map(cancel -> new PassedOn(cancel, sent)));
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
        Refusals.fromPhoneNotPickedUp(findings.diagnose(Cause.NO_ANSWER, LIKELY), call)
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
}
