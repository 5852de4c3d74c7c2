package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.Reason;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.catalogue.ReleaseCauses;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.UnavailableWords;

/** A 503 from behind a proxy that the caller does not see: what it says of itself is why the call failed. */
final class HiddenUnavailabilityRules {

    private static final Search<PassedOn> TURNED =
            new Search<>("a proxy made it of a 503 from behind", HiddenUnavailabilityRules::lastBehind);

    private static final Search<PassedOn> HIDDEN = new Search<>(
            "a proxy made it of the 503 that every way behind had answered", HiddenUnavailabilityRules::onlyBehind);

    private HiddenUnavailabilityRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/500-hides-503")
                        .title("The 500 stands for a 503 from behind the proxy")
                        .cites("RFC 3261 16.7")
                        .on(status(500).and(has(Trait.SEVERAL_HOPS)).and(TURNED.found()))
                        .check(TURNED.then(HiddenUnavailabilityRules::turned)),
                Rule.named("rfc3261/480-hides-503")
                        .title("The 480 stands for a 503 from behind the proxy")
                        .cites("RFC 3261 16.7")
                        .cites("RFC 3261 21.4.18")
                        .supersedes("rfc3261/480-not-registered")
                        .on(status(480)
                                .and(method(Method.INVITE))
                                .and(has(Trait.SEVERAL_HOPS))
                                .and(HIDDEN.found()))
                        .check(HIDDEN.then(HiddenUnavailabilityRules::hidden)));
    }

    private static Optional<PassedOn> lastBehind(Call call) {
        return PassedOn.answerToCaller(call)
                .filter(sent -> sent.status() == 500)
                .flatMap(sent -> PassedOn.behind(call, sent)
                        .flatMap(hop -> hop.finalResponse().stream())
                        .filter(received -> received.status() == 503 && received.index() < sent.index())
                        .reduce((earlier, later) -> later)
                        .map(received -> new PassedOn(received, sent)));
    }

    /** A way that answered otherwise, or rang, may be what the 480 speaks of. */
    private static Optional<PassedOn> onlyBehind(Call call) {
        return PassedOn.answerToCaller(call)
                .filter(sent -> !Refusals.rang(call))
                .flatMap(sent -> {
                    List<Hop> ways = PassedOn.behind(call, sent).toList();
                    return ways.stream().allMatch(way -> way.finalStatus() == 503)
                            ? ways.stream()
                                    .flatMap(way -> way.finalResponse().stream())
                                    .filter(received -> received.index() < sent.index())
                                    .reduce((earlier, later) -> later)
                                    .map(received -> new PassedOn(received, sent))
                            : Optional.empty();
                });
    }

    private static Optional<Integer> releaseCause(TrackedMessage received) {
        return Reason.causes(received.message().reasons(), "Q.850")
                .filter(cause -> ReleaseCauses.isKnown(cause)
                        && !ReleaseCauses.causeOf(cause, false).equals(Cause.PSTN_RELEASE))
                .boxed()
                .findFirst();
    }

    private static void turned(Call call, Findings findings, PassedOn found) {
        Optional<Integer> release = releaseCause(found.received());
        Optional<UnavailableWords> words = release.isPresent() ? Optional.empty() : words(found);
        Finding finding = findings.diagnose(cause(call, release, words), words.isPresent() ? LIKELY : CERTAIN);
        tell(finding, call, found);
        finding.because("that is what a proxy has to make of it, so the 503 is the cause");
        tellWhy(finding, release, words);
        finding.ratherThan(
                Cause.SERVER_ERROR,
                "The server that answered 500 failed inside",
                "the 503 of the hop behind it was captured, and the 500 is what became of it");
    }

    private static void hidden(Call call, Findings findings, PassedOn found) {
        Optional<Integer> release = releaseCause(found.received());
        Optional<UnavailableWords> words = release.isPresent() ? Optional.empty() : words(found);
        Finding finding = findings.diagnose(cause(call, release, words), LIKELY);
        tell(finding, call, found);
        finding.because("480 speaks of a callee who cannot be reached just then, and nothing behind the proxy had said"
                + " so: the 503 is the cause");
        tellWhy(finding, release, words);
        finding.ratherThan(
                Cause.NOT_REGISTERED,
                "The callee has no device that could ring",
                "the call had been sent on to " + found.received().from() + ", which answered 503");
    }

    private static Optional<UnavailableWords> words(PassedOn found) {
        return UnavailableWords.in(RefusalWords.besideCauses(found.received()));
    }

    private static Cause cause(Call call, Optional<Integer> release, Optional<UnavailableWords> words) {
        return release.map(cause -> ReleaseCauses.causeOf(cause, Refusals.rang(call)))
                .or(() -> words.map(UnavailableWords::cause))
                .orElse(Cause.DOWNSTREAM_FAILURE);
    }

    private static void tell(Finding finding, Call call, PassedOn found) {
        TrackedMessage received = found.received();
        TrackedMessage sent = found.sent();
        finding.origin(new Origin(
                        Origin.CALLED_SIDE,
                        received.from(),
                        Origin.Basis.SEEN,
                        "its 503 went to " + received.to() + ", which told the caller " + sent.status()))
                .because(received.from() + " answered " + Telling.answer(received) + ", and " + sent.from()
                        + " told the caller " + Telling.answer(call) + " " + Telling.later(received, sent));
        RefusalWords.quote(received, finding);
        finding.evidence(sent)
                .remedy(
                        ADMIN,
                        "Look at " + received.from() + ": overload, maintenance, or something behind it that failed")
                .confirm("The log of " + received.from() + " at that time");
        if (PassedOn.behind(call, sent).map(Hop::to).distinct().count() == 1) {
            finding.remedy(ADMIN, "Give " + sent.from() + " a second next hop");
        }
        finding.remedy(CALLER, "Try again later");
    }

    private static void tellWhy(Finding finding, Optional<Integer> release, Optional<UnavailableWords> words) {
        release.ifPresent(
                cause -> finding.because("its Reason has Q.850 cause " + cause + ", " + ReleaseCauses.name(cause)));
        words.ifPresent(named ->
                finding.because("its own words say that " + named.meaning()).remedy(ADMIN, named.remedy()));
    }
}
