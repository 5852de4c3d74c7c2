package org.callcause.rules.rfc3261.transport;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Glance;
import org.callcause.message.HeaderName;
import org.callcause.message.Parameters;
import org.callcause.message.Via;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HastyRetry;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** What is done after a server could not serve: another server, waiting, throttling. */
final class FailoverRules {

    private FailoverRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/no-failover")
                        .title("No other server was tried")
                        .cites("RFC 3263 4.3")
                        .on(status(503)
                                .or(ended(Disposition.Kind.UNREACHABLE))
                                .and(CALL_OR_REGISTRATION)
                                .and(where("all requests went to one next hop", FailoverRules::triedOne)))
                        .check((call, findings) -> findings.notChecked("whether the caller knew another server than "
                                + call.nextHop()
                                + " and should have tried it: that stands in DNS (SRV and address records) or in its"
                                + " configuration; a capture of the caller's DNS queries would show it")),
                Rule.named("rfc3261/retry-after-ignored")
                        .title("A server was asked again before the time it had named")
                        .cites("RFC 3261 21.5.4")
                        .on(responded(503)
                                .and(timed(
                                        "a further request to the server came within the Retry-After of its 503",
                                        call -> HastyRetry.of(call).isPresent())))
                        .needs(carries("Retry-After"))
                        .check(FailoverRules::retriedTooSoon),
                Rule.named("rfc3261/overload-control")
                        .title("A server further on is throttling calls")
                        .cites("RFC 7339 4.1")
                        .cites("RFC 7415 3")
                        .supersedes("rfc3261/refused")
                        .on(statusClass(5)
                                .and(CALL_OR_REGISTRATION)
                                .and(where(
                                        "the Via of a response asks for less load (oc above 0)",
                                        call -> throttled(call).isPresent())))
                        .check(FailoverRules::overloadControl),
                Rule.named("rfc3261/503-cascade")
                        .title("Every server that was tried is unavailable")
                        .cites("RFC 3261 21.5.4")
                        .cites("RFC 5390 5.1")
                        .on(status(500, 503)
                                .and(responded(503))
                                .and(CALL_OR_REGISTRATION)
                                .and(where(
                                        "two or more servers answered 503",
                                        call -> unavailable(call).size() > 1)))
                        .check(FailoverRules::cascade));
    }

    private static boolean triedOne(Call call) {
        Endpoint nextHop = call.nextHop();
        return nextHop.isKnown()
                && call.attempts().stream()
                        .allMatch(attempt -> attempt.firstHop().to().equals(nextHop));
    }

    private static void retriedTooSoon(Call call, Findings findings) {
        HastyRetry hasty = HastyRetry.of(call).orElseThrow();
        findings.violation()
                .origin(Sides.senderOf(call, hasty.again()))
                .because(hasty.refusal().from() + " answered 503 with Retry-After: " + hasty.seconds()
                        + ", and the next request reached it "
                        + Traffic.between(hasty.refusal(), hasty.again())
                                .map(Sentences::time)
                                .orElse("sooner")
                        + " later, which feeds an overload")
                .evidence(hasty.refusal())
                .evidence(hasty.refusal(), "Retry-After")
                .evidence(hasty.again())
                .remedy(ADMIN, "Let the calling side wait as long as it is told, or try another server meanwhile")
                .confirm("See whether the caller knows Retry-After at all");
    }

    private record Throttled(TrackedMessage response, String amount, String validity) {}

    private static Optional<Throttled> throttled(Call call) {
        if (call.decisiveAttempt().isEmpty()) {
            return Optional.empty();
        }
        for (TrackedMessage response : call.decisiveAttempt().get().responses()) {
            // Most Vias have no such letters, and need not be read.
            if (Glance.mentions(response.message(), HeaderName.VIA, "oc")) {
                Optional<Throttled> found = throttled(response);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Throttled> throttled(TrackedMessage response) {
        return response.message()
                .topVia()
                .map(Via::parameters)
                .filter(parameters -> isPositive(parameters, "oc"))
                .filter(parameters ->
                        parameters.value("oc-validity").isEmpty() || isPositive(parameters, "oc-validity"))
                .map(parameters -> new Throttled(
                        response,
                        parameters.value("oc").orElse(""),
                        parameters.value("oc-validity").orElse("500")));
    }

    private static boolean isPositive(Parameters parameters, String name) {
        return parameters
                .value(name)
                .filter(value -> value.matches("[0-9]{0,9}[1-9][0-9]{0,9}"))
                .isPresent();
    }

    private static void overloadControl(Call call, Findings findings) {
        Throttled throttled = throttled(call).orElseThrow();
        findings.diagnose(Cause.OVERLOAD_TRANSIENT, LIKELY)
                .origin(Sides.senderOf(call, throttled.response()))
                .because("the called side answered " + Telling.answer(call)
                        + ", and its Via carries oc=" + throttled.amount() + " for " + throttled.validity()
                        + " ms: it asks the element before it to send fewer calls, which then refuses some itself")
                .evidence(throttled.response())
                .evidence(throttled.response(), "Via")
                .remedy(ADMIN, "Find what loads the throttling server, and spread the calls")
                .remedy(CARRIER, "Raise the capacity of the throttling server, or limit the callers that load it")
                .confirm("Watch whether oc goes back to 0 when the load does");
    }

    private static List<TrackedMessage> unavailable(Call call) {
        if (call.attempts().size() == 1 && call.attempts().get(0).hops().size() == 1) {
            return List.of();
        }
        List<Endpoint> seen = new ArrayList<>();
        return call.attempts().stream()
                .flatMap(attempt -> attempt.hops().stream())
                .flatMap(hop -> hop.finalResponse().stream())
                .filter(response -> response.status() == 503 && response.from().isKnown())
                .filter(response -> isServer(call, response.from()))
                .filter(response -> !seen.contains(response.from()) && seen.add(response.from()))
                .toList();
    }

    /** An element that had sent the request on only passes a 503 on. */
    private static boolean isServer(Call call, Endpoint endpoint) {
        return call.attempts().stream()
                .flatMap(attempt -> attempt.hops().stream())
                .noneMatch(hop -> hop.from().host().equals(endpoint.host()));
    }

    private static void cascade(Call call, Findings findings) {
        List<TrackedMessage> refusals = unavailable(call);
        Finding finding = findings.diagnose(Cause.OVERLOAD_TRANSIENT, LIKELY)
                .because("the call was tried at "
                        + Sentences.all(refusals.stream()
                                .map(refusal -> refusal.from().toString())
                                .toList())
                        + ", and each answered 503")
                .because("each try of a call at a further server adds to the load of all, so a cluster may go down as a"
                        + " whole; a common cause behind them, such as a database, is as possible");
        refusals.forEach(finding::evidence);
        finding.evidence(call.furthestFinalResponse(), "Retry-After")
                .remedy(ADMIN, "Look for what the servers have in common: load, database, licence, upstream trunk")
                .remedy(CARRIER, "Limit how often a refused call is tried at further servers")
                .confirm("Compare the load of the servers at that time");
    }
}
