package org.callcause.rules.rfc3261.forking;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Traffic;

/** An answer by the element that distributes the call, because every phone behind it kept silent. */
final class UnreachedPhoneRules {

    /** One lost packet makes one repeat; two in a row show that nothing comes back. */
    private static final int TELLING_REPEATS = 2;

    private record Unreached(Hop upstream, TrackedMessage answer, List<Hop> silent) {}

    private static final Search<Unreached> UNREACHED = new Search<>(
            "every phone that it was sent on to kept silent, and the element that sent it on answered itself",
            UnreachedPhoneRules::unreached);

    private UnreachedPhoneRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/answered-for-silent-phones")
                .title("No phone could be reached, and the switch answered itself")
                .cites("RFC 3261 17.1.1.2")
                .cites("RFC 3261 16.7")
                .on(ended(Disposition.Kind.ANSWERED)
                        .and(has(Trait.SEVERAL_HOPS))
                        .and(has(Trait.UNANSWERED_REQUEST))
                        .and(method(Method.INVITE))
                        .and(UNREACHED.found()))
                .check(UNREACHED.then(UnreachedPhoneRules::tell)));
    }

    /** A voicemail that answers for a phone that rang is healthy: the phone said 180 before. */
    private static Optional<Unreached> unreached(Call call) {
        Optional<Transaction> decisive = call.decisiveAttempt();
        if (decisive.isEmpty()) {
            return Optional.empty();
        }
        List<Hop> hops = decisive.get().hops();
        Hop upstream = decisive.get().firstHop();
        String distributing = upstream.to().host();
        Optional<TrackedMessage> answer = upstream.finalResponse().filter(last -> last.status() / 100 == 2);
        List<Hop> behind = hops.stream().filter(hop -> !hop.equals(upstream)).toList();
        boolean allSilent = !behind.isEmpty()
                && behind.stream()
                        .allMatch(hop -> !distributing.isEmpty()
                                && hop.from().host().equals(distributing)
                                && hop.responses().isEmpty()
                                && hop.requestRetransmissions() >= TELLING_REPEATS);
        return allSilent ? answer.map(last -> new Unreached(upstream, last, behind)) : Optional.empty();
    }

    private static void tell(Call call, Findings findings, Unreached unreached) {
        Endpoint distributing = unreached.upstream().to();
        List<String> silent = unreached.silent().stream()
                .map(hop -> hop.to().toString())
                .distinct()
                .toList();
        int sendings = unreached.silent().stream()
                .mapToInt(hop -> hop.requestRetransmissions() + 1)
                .sum();
        Finding finding = findings.diagnose(Cause.NO_RESPONSE, LIKELY)
                .origin(new Origin(
                        Origin.CALLED_SIDE,
                        unreached.silent().get(0).to(),
                        Origin.Basis.INFERRED,
                        "nothing came back from " + Sentences.all(silent)))
                .because(distributing + " sent the call on to " + Sentences.all(silent) + ", " + sendings
                        + " INVITEs for "
                        + (unreached.silent().size() == 1
                                ? "one address"
                                : unreached.silent().size() + " addresses")
                        + " there, and no response of any kind came back, not even 100 Trying")
                .because("then " + distributing + " answered itself"
                        + unreached
                                .upstream()
                                .request()
                                .flatMap(asked -> Traffic.between(asked, unreached.answer()))
                                .map(time -> ", " + Sentences.time(time) + " after the INVITE")
                                .orElse("")
                        + ": an announcement or a mailbox, and nobody who was called");
        call.talkTime()
                .ifPresent(talk ->
                        finding.because("that lasted " + Sentences.time(talk) + " and counts as an answered call"));
        unreached.silent().forEach(hop -> finding.evidence(hop.request()));
        finding.evidence(unreached.answer())
                .remedy(
                        ADMIN,
                        "Check that " + Sentences.all(silent) + " runs and can be reached from " + distributing
                                + ": power, network, address, port, firewall")
                .remedy(CALLER, "Try again later, or another number of the callee")
                .confirm("Capture at " + silent.get(0) + ": does the INVITE arrive there");
    }
}
