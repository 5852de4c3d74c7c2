package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Challenge;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/** A 404 from a server that was never in charge of the domain that was called. */
final class ForeignDomainRules {

    private record Foreign(TrackedMessage request, TrackedMessage response, String called, String own) {}

    private static final Search<Foreign> FOREIGN = new Search<>(
            "the server that refused it speaks for another domain than the one called", ForeignDomainRules::foreign);

    private ForeignDomainRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/404-foreign-domain")
                .title("The request went to a server of another domain")
                .cites("RFC 3261 21.4.5")
                .on(status(404).and(method(Method.INVITE)).and(FOREIGN.found()))
                .check(FOREIGN.then(ForeignDomainRules::tell)));
    }

    /**
     * A server's own domain is known by its realm; where the host that was called is an address, by its address. A server
     * behind NAT is called by its public address and answers from its private one.
     */
    private static Optional<Foreign> foreign(Call call) {
        Optional<Transaction> attempt = call.decisiveAttempt();
        List<Hop> hops = attempt.map(Transaction::hops).orElse(List.of());
        if (hops.isEmpty()) {
            return Optional.empty();
        }
        Hop last = hops.get(hops.size() - 1);
        Optional<TrackedMessage> response = last.finalResponse().filter(refusal -> refusal.status() == 404);
        if (response.isEmpty() || last.request().isEmpty()) {
            return Optional.empty();
        }
        SipRequest request = (SipRequest) last.request().get().message();
        String called = request.uri().host().toLowerCase(Locale.ROOT);
        if (HostKind.of(called) != HostKind.NAME) {
            String answering = response.get().from().host();
            boolean elsewhere = response.get().from().isKnown()
                    && !HostKind.isSame(called, answering)
                    && HostKind.of(called).isLocal() == HostKind.of(answering).isLocal();
            return elsewhere
                    ? Optional.of(new Foreign(last.request().get(), response.get(), called, answering))
                    : Optional.empty();
        }
        return realm(call, response.get())
                .filter(realm -> realm.indexOf('.') > 0 && !related(realm, called))
                .map(realm -> new Foreign(last.request().get(), response.get(), called, realm));
    }

    private static Optional<String> realm(Call call, TrackedMessage response) {
        for (TrackedMessage challenged : call.messages()) {
            if (!challenged.isRequest() && challenged.from().equals(response.from())) {
                for (Challenge challenge : challenged.message().challenges()) {
                    if (challenge.realm().isPresent()) {
                        return challenge.realm().map(realm -> realm.toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean related(String realm, String called) {
        return realm.equals(called) || realm.endsWith("." + called) || called.endsWith("." + realm);
    }

    private static void tell(Call call, Findings findings, Foreign found) {
        findings.diagnose(Cause.UNALLOCATED_NUMBER, POSSIBLE)
                .because("the called side answered " + Telling.answer(call) + "; the request was for " + found.called()
                        + ", and the server that refused it is that of " + found.own())
                .because("a server that is not in charge of a domain cannot know its users: either the caller dialled a"
                        + " wrong domain, or a route to the right server is missing")
                .evidence(found.request())
                .evidence(found.response())
                .remedy(
                        ADMIN,
                        "Route requests for " + found.called() + " to its own server, or let the client call with the"
                                + " domain of " + found.own())
                .remedy(CALLER, "Check what stands behind the @ in the address")
                .confirm("Whether " + found.called() + " and " + found.own() + " are two names of one server");
    }
}
