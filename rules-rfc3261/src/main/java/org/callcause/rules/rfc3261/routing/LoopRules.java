package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** Requests that come back to where they were, and requests that arrive twice. */
final class LoopRules {

    private record Merged(TrackedMessage first, TrackedMessage second) {}

    private static final Search<Circles.Circle> LOOP =
            new Search<>("it came back to an element that sent it on to the same target again", LoopRules::circle);
    private static final Search<Merged> MERGED =
            new Search<>("the same request reached the element twice, by two ways", LoopRules::merged);

    private LoopRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/loop")
                        .title("The request went in a circle")
                        .cites("RFC 3261 16.3")
                        .cites("RFC 5393 4.2")
                        .supersedes("rfc3261/482-loop-detected")
                        .supersedes("rfc3261/482-merged-request")
                        .supersedes("rfc3261/483-too-many-hops")
                        .on(has(Trait.SEVERAL_HOPS).and(LOOP.found()))
                        .check(LOOP.then(LoopRules::tellLoop)),
                Rule.named("rfc3261/482-loop-detected")
                        .title("The called side says that the request came twice, in a loop or by two ways")
                        .cites("RFC 3261 21.4.20")
                        .cites("RFC 3261 16.3")
                        .on(status(482))
                        .check(LoopRules::tellLoopDetected),
                Rule.named("rfc3261/482-merged-request")
                        .title("The request reached the called side twice")
                        .cites("RFC 3261 8.2.2.2")
                        .cites("RFC 5057 5.1")
                        .supersedes("rfc3261/482-loop-detected")
                        .on(status(482).and(has(Trait.SEVERAL_HOPS)).and(MERGED.found()))
                        .check(MERGED.then(LoopRules::tellMerged)));
    }

    private static Optional<Circles.Circle> circle(Call call) {
        return call.attempts().stream()
                .flatMap(attempt -> Circles.of(attempt).stream())
                .findFirst();
    }

    private static void tellLoop(Call call, Findings findings, Circles.Circle circle) {
        boolean failed = call.finalStatus() / 100 != 2;
        String what = circle.again().from() + " sent the request to "
                + circle.again().to()
                + " again, with the same Request-URI and its own earlier Via below: the request had"
                + " come back to it";
        Finding finding = failed
                ? findings.diagnose(Cause.LOOP, CERTAIN)
                        .because(what)
                        .because("each round costs every server on the way one more transaction, until Max-Forwards or"
                                + " 482 ends it")
                : findings.violation().because(what).because("a proxy that forks has to notice this and answer 482");
        finding.origin(Sides.senderOf(call, circle.again()))
                .evidence(circle.first())
                .evidence(circle.first(), "Via")
                .evidence(circle.again())
                .evidence(circle.again(), "Via")
                .evidence(call.furthestFinalResponse().filter(response -> failed))
                .remedy(
                        ADMIN,
                        "Find the two route entries or forwardings that point at each other, beginning at "
                                + circle.again().from())
                .remedy(CALLER, "Another try ends the same way; report the number that was called")
                .confirm("The route table of " + circle.again().from() + " for this Request-URI");
    }

    private static void tellLoopDetected(Call call, Findings findings) {
        Optional<TrackedMessage> longest = Circles.furthest(call);
        Optional<String> twice = longest.flatMap(request -> Circles.sentByTwice(request.message()));
        Finding finding = findings.diagnose(Cause.LOOP, LIKELY)
                .because("the called side answered " + Telling.answerAndTime(call))
                .because(twice.map(sentBy -> sentBy + " stands twice in the Vias, so the request had been there before")
                        .orElse("a proxy says so when a request comes back to it unchanged, a phone when the same"
                                + " request reaches it by two ways; which of the two, this capture does not"
                                + " show"));
        longest.ifPresent(request -> finding.evidence(request, "Via"));
        finding.evidence(call.furthestFinalResponse())
                .remedy(
                        ADMIN,
                        "Look for two servers or forwardings that point at each other, and for a fork that reaches"
                                + " one phone by two ways")
                .remedy(CALLER, "Report the number that was called")
                .confirm("The Vias of the request as the element that answered got it");
    }

    /** Two INVITEs outside a dialog of one Call-ID, From tag and number, with different branches, at one element. */
    private static Optional<Merged> merged(Call call) {
        Optional<Transaction> attempt = call.decisiveAttempt();
        if (attempt.isEmpty()) {
            return Optional.empty();
        }
        List<Hop> hops = attempt.get().hops();
        for (int i = 1; i < hops.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean arrivedTwice = hops.get(i).to().equals(hops.get(j).to())
                        && !hops.get(i).hasSameBranchAs(hops.get(j))
                        && hops.get(i).request().isPresent()
                        && hops.get(j).request().isPresent()
                        && (refused(hops.get(i)) || refused(hops.get(j)));
                if (arrivedTwice) {
                    return Optional.of(new Merged(
                            hops.get(j).request().get(), hops.get(i).request().get()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean refused(Hop hop) {
        return hop.finalStatus() == 482;
    }

    private static void tellMerged(Call call, Findings findings, Merged merged) {
        findings.diagnose(Cause.LOOP, CERTAIN)
                .because(merged.second().to() + " got the same request from "
                        + merged.first().from() + " and from "
                        + merged.second().from()
                        + ", with one Call-ID, From tag and CSeq and two branches; it serves one"
                        + " of them and refuses the other with 482")
                .because("either a fork upstream meets again here, or a client that tried two servers reached it by"
                        + " both")
                .evidence(merged.first())
                .evidence(merged.first(), "Via")
                .evidence(merged.second(), "Via")
                .evidence(call.furthestFinalResponse())
                .remedy(
                        ADMIN,
                        "Let only one branch of the fork lead to "
                                + merged.second().to())
                .remedy(CALLER, "Try again; report it if it stays so")
                .confirm("What became of the other copy of the request: if it rang, the 482 should have been left"
                        + " behind by the proxy that forked");
    }
}
