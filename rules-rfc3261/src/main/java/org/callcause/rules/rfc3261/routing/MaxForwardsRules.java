package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.Via;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** Max-Forwards: the number of hops that a request may still go, and what happens when it runs out. */
final class MaxForwardsRules {

    private record Forwarded(TrackedMessage received, TrackedMessage sent) {}

    private static final Search<Forwarded> NOT_COUNTED =
            new Search<>("a proxy sent it on without counting Max-Forwards down", call -> forwarded(call, false));
    private static final Search<Forwarded> BEYOND_ZERO =
            new Search<>("a proxy sent on what had Max-Forwards 0", call -> forwarded(call, true));

    /** RFC 3261 8.1.1.6 has a client begin with 70; calls over ten servers are rare. */
    private static final int FEW = 11;

    private MaxForwardsRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/483-too-many-hops")
                        .title("The request ran out of hops")
                        .cites("RFC 3261 16.3")
                        .cites("RFC 3261 21.4.21")
                        .on(status(483)
                                .and(where("it is no OPTIONS that was to go a few hops only", call -> !isProbe(call))))
                        .check(MaxForwardsRules::tooManyHops),
                Rule.named("rfc3261/max-forwards-not-counted")
                        .title("A proxy did not count Max-Forwards down")
                        .cites("RFC 3261 16.6")
                        .on(has(Trait.SEVERAL_HOPS).and(NOT_COUNTED.found()))
                        .check(NOT_COUNTED.then(MaxForwardsRules::notCounted)),
                Rule.named("rfc3261/max-forwards-zero-sent-on")
                        .title("A proxy sent a request on whose hops were used up")
                        .cites("RFC 3261 16.3")
                        .on(has(Trait.SEVERAL_HOPS).and(BEYOND_ZERO.found()))
                        .check(BEYOND_ZERO.then(MaxForwardsRules::zeroSentOn)));
    }

    /** A small Max-Forwards asks the servers on the way one by one (RFC 3261 11), and many ping their peer with 0. */
    private static boolean isProbe(Call call) {
        return call.method().equals(Method.OPTIONS) && fewAtTheCaller(call).isPresent();
    }

    private static void tooManyHops(Call call, Findings findings) {
        Optional<TrackedMessage> longest = Circles.furthest(call);
        Optional<String> twice = longest.flatMap(request -> Circles.sentByTwice(request.message()));
        int hops = longest.map(request -> request.message().viaCount()).orElse(0);
        OptionalInt few = fewAtTheCaller(call);
        Finding finding = findings.diagnose(
                        Cause.LOOP, twice.isPresent() ? CERTAIN : few.isPresent() ? POSSIBLE : LIKELY)
                .because("the called side answered " + Telling.answerAndTime(call)
                        + ": the request had gone over as many hops as its Max-Forwards allowed");
        longest.filter(request -> hops > 1)
                .ifPresent(
                        request -> finding.because("the request carries " + hops + " Vias, one for each hop so far"));
        finding.because(
                twice.map(sentBy -> sentBy + " stands among them more than once, so the request went in a circle")
                        .orElse(
                                few.isPresent()
                                        ? "the " + call.method().name() + " came from the caller with " + few.getAsInt()
                                                + " where 70 is usual, so its hops may have run out without any loop,"
                                                + " or it had gone a long way through PBXs and SBCs before"
                                        : "that is nearly always a loop: two servers send the number to each other,"
                                                + " each taking the other for the one that knows it"));
        longest.ifPresent(request -> finding.evidence(request, "Max-Forwards").evidence(request, "Via"));
        call.initialRequest().ifPresent(request -> finding.evidence(request, "Max-Forwards"));
        finding.evidence(call.furthestFinalResponse())
                .remedy(
                        ADMIN,
                        "Follow the number through the dial plans: find the two servers, or forwardings, that point"
                                + " at each other")
                .remedy(ADMIN, "If the INVITE already began with a small Max-Forwards, raise it to 70")
                .remedy(CALLER, "Another try ends the same way; report the number that was called")
                .confirm("The Vias at the last hop show the circle: look for pairs that repeat");
    }

    /** What the caller, known by its only Via, gave its request, where that is less than a long way may take. */
    private static OptionalInt fewAtTheCaller(Call call) {
        return call.initialRequest()
                .map(TrackedMessage::message)
                .filter(request -> request.viaCount() == 1)
                .map(SipMessage::maxForwards)
                .filter(allowed -> allowed.orElse(FEW) < FEW)
                .orElse(OptionalInt.empty());
    }

    /** A B2BUA begins a request of its own, with Vias and a Max-Forwards of its own; only a proxy has to count. */
    private static Optional<Forwarded> forwarded(Call call, boolean zero) {
        for (Transaction transaction : call.transactions()) {
            List<Hop> hops = transaction.hops();
            for (Hop next : hops) {
                for (Hop before : hops) {
                    Optional<Forwarded> found = forwarded(before, next).filter(pair -> {
                        int received = pair.received().message().maxForwards().orElse(-1);
                        int sent = pair.sent().message().maxForwards().orElse(-1);
                        return zero ? received == 0 : received > 0 && sent >= received;
                    });
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Forwarded> forwarded(Hop before, Hop next) {
        if (before.request().isEmpty() || next.request().isEmpty()) {
            return Optional.empty();
        }
        SipMessage received = before.request().get().message();
        SipMessage sent = next.request().get().message();
        boolean byProxy = received.viaCount() > 0
                && sent.viaCount() == received.viaCount() + 1
                && before.to().host().equals(next.from().host())
                && secondBranch(sent).equals(received.topBranch());
        return byProxy
                ? Optional.of(
                        new Forwarded(before.request().get(), next.request().get()))
                : Optional.empty();
    }

    private static Optional<String> secondBranch(SipMessage message) {
        return message.vias().stream().skip(1).findFirst().flatMap(Via::branch);
    }

    private static void notCounted(Call call, Findings findings, Forwarded pair) {
        findings.violation()
                .origin(Sides.senderOf(call, pair.sent()))
                .because(pair.sent().from() + " got the request with Max-Forwards "
                        + pair.received().message().maxForwards().orElse(0) + " and sent it on with "
                        + pair.sent().message().maxForwards().orElse(0) + ", though it kept the Vias, as a proxy does")
                .because("where no one counts, a loop never ends")
                .evidence(pair.received(), "Max-Forwards")
                .evidence(pair.sent(), "Max-Forwards")
                .evidence(pair.sent(), "Via")
                .remedy(ADMIN, "Let " + pair.sent().from() + " take one from Max-Forwards on each request it sends on")
                .confirm("Whether it does so with other requests too");
    }

    private static void zeroSentOn(Call call, Findings findings, Forwarded pair) {
        findings.violation()
                .origin(Sides.senderOf(call, pair.sent()))
                .because(
                        pair.sent().from() + " got the request with Max-Forwards 0 and sent it on; it has to answer 483"
                                + " instead, or an OPTIONS by itself")
                .evidence(pair.received(), "Max-Forwards")
                .evidence(pair.sent())
                .remedy(ADMIN, "Report it to the maker of " + pair.sent().from())
                .confirm("How the request was answered in the end");
    }
}
