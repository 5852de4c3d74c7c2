package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/** The 500 that a proxy makes of a 503 from behind it. */
final class ServerFailureRules {

    private record PassedOn(TrackedMessage received, TrackedMessage sent) {}

    private static final Search<PassedOn> TURNED =
            new Search<>("a proxy made it of a 503 from behind", call -> fromBehind(call));

    private ServerFailureRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/500-hides-503")
                .title("The 500 stands for a 503 from behind the proxy")
                .cites("RFC 3261 16.7")
                .on(status(500).and(has(Trait.SEVERAL_HOPS)).and(TURNED.found()))
                .check(TURNED.then(ServerFailureRules::turned)));
    }

    private static Optional<PassedOn> fromBehind(Call call) {
        Optional<Transaction> attempt = call.decisiveAttempt();
        Optional<TrackedMessage> sent = attempt.map(Transaction::firstHop).flatMap(Hop::finalResponse);
        return sent.filter(response -> response.status() == 500)
                .flatMap(response -> attempt.get().hops().stream()
                        .filter(hop -> hop.from().host().equals(response.from().host()))
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
