package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.header;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.dialog.Transaction;
import org.callcause.message.RetryAfter;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/**
 * 503 Service Unavailable, read by its Retry-After, by how fast it came, and by who made it. No RFC says what a long or
 * a short Retry-After means: the bounds here are operators' experience, and so no reading is certain.
 */
final class ServiceUnavailableRules {

    private static final long LONGEST_TRANSIENT = 60;
    private static final long SHORTEST_STRUCTURAL = 300;

    /** No element looks further and comes back within this time. */
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    /** A refusal of the element's own does not take so long; an attempt at another place does. */
    private static final Duration AFTER_TRYING = Duration.ofSeconds(2);

    private ServiceUnavailableRules() {}

    static List<Rule> rules() {
        return List.of(
                unavailable("rfc3261/503-overload")
                        .title("The server is overloaded for the moment")
                        .on(call503("Retry-After is at most 60 s", ServiceUnavailableRules::isTransient))
                        .needs(header("Retry-After"))
                        .check(ServiceUnavailableRules::overload),
                unavailable("rfc3261/503-structural")
                        .title("The server is out of service, and not just for the moment")
                        .cites("RFC 7339 5.10.2")
                        .on(call503("Retry-After is absent, or at least 300 s", ServiceUnavailableRules::isStructural))
                        .check(ServiceUnavailableRules::structural),
                unavailable("rfc3261/503-undetermined")
                        .title("The server is unavailable; its Retry-After fits neither overload nor outage")
                        .on(call503(
                                "Retry-After is 0, or between 60 and 300 s",
                                call -> !isTransient(call) && !isStructural(call)))
                        .needs(header("Retry-After"))
                        .check(ServiceUnavailableRules::undetermined),
                unavailable("rfc3261/503-at-once")
                        .title("The server refused without processing the request")
                        .on(call503(where("it did not ring", call -> !Refusals.rang(call))
                                .and(timed("it came within 100 ms", call -> within(call, AT_ONCE)))))
                        .check(ServiceUnavailableRules::atOnce),
                unavailable("rfc3261/503-after-trying")
                        .title("The server tried further on, and failed there")
                        .cites("RFC 3261 16.7")
                        .on(call503(where("there was progress", Refusals::rang)
                                .or(timed("it came after 2 s or more", ServiceUnavailableRules::afterTrying))))
                        .check(ServiceUnavailableRules::tried),
                unavailable("rfc3261/503-passed-on")
                        .title("A proxy passed a 503 on that it should have turned into a 500")
                        .cites("RFC 3261 16.7")
                        .on(call503(
                                "the same 503 was seen on the next hop",
                                call -> passedOnBy(call).isPresent()))
                        .check(ServiceUnavailableRules::passedOn));
    }

    private static Rule.Builder unavailable(String id) {
        return Rule.named(id).cites("RFC 3261 21.5.4");
    }

    private static Trigger call503(String sentence, Predicate<Call> predicate) {
        return call503(where(sentence, predicate));
    }

    private static Trigger call503(Trigger further) {
        return status(503).and(CALL_OR_REGISTRATION).and(further);
    }

    private static OptionalLong retryAfter(Call call) {
        return call.retryAfter().map(RetryAfter::seconds).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static boolean isTransient(Call call) {
        long seconds = retryAfter(call).orElse(0);
        return seconds > 0 && seconds <= LONGEST_TRANSIENT;
    }

    private static boolean isStructural(Call call) {
        OptionalLong seconds = retryAfter(call);
        return seconds.isEmpty() || seconds.getAsLong() >= SHORTEST_STRUCTURAL;
    }

    private static boolean within(Call call, Duration bound) {
        return call.responseTime().filter(delay -> delay.compareTo(bound) <= 0).isPresent();
    }

    private static boolean afterTrying(Call call) {
        return call.responseTime()
                .filter(delay -> delay.compareTo(AFTER_TRYING) >= 0)
                .isPresent();
    }

    private static Finding withResponse(Finding finding, Call call) {
        return finding.evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Retry-After")
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Warning")
                .evidence(call.furthestFinalResponse(), "Server")
                .evidence(call.furthestFinalResponse(), "X-Reason");
    }

    private static String answered(Call call) {
        return Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call);
    }

    private static void overload(Call call, Findings findings) {
        RetryAfter retry = call.retryAfter().orElseThrow();
        Finding finding = findings.diagnose(Cause.OVERLOAD_TRANSIENT, LIKELY)
                .because(answered(call) + " and asks to wait " + retry)
                .because("so short a time is what a server gives that is overloaded and expects to recover");
        explain(retry, finding);
        withResponse(finding, call)
                .remedy(
                        ADMIN,
                        "Wait that time before sending new requests to this server, use another one meanwhile, and"
                                + " look at its load at that moment")
                .remedy(CALLER, "Try again in a minute")
                .confirm(
                        "The server's call rate, CPU and queues at the time of the call; whether calls before and after"
                                + " got through");
    }

    /** What a Retry-After says beside the time (RFC 3261 20.33). */
    private static void explain(RetryAfter retry, Finding finding) {
        retry.comment().ifPresent(comment -> finding.because("it adds: " + comment));
        retry.duration()
                .ifPresent(seconds -> finding.because("it says that it will then be there for at least "
                        + Sentences.time(Duration.ofSeconds(seconds))));
    }

    private static void structural(Call call, Findings findings) {
        Optional<RetryAfter> retry = call.retryAfter();
        Finding finding = findings.diagnose(Cause.STRUCTURAL_UNAVAILABLE, retry.isPresent() ? LIKELY : POSSIBLE)
                .because(answered(call)
                        + retry.map(value -> " and asks to wait " + value)
                                .orElse(" and does not say when to try again"));
        if (retry.isPresent()) {
            explain(retry.get(), finding);
            finding.because("so long a time points at maintenance, a failed part or a configuration, not at load");
        } else {
            finding.because("without Retry-After a 503 counts as a 500 (RFC 3261 21.5.4): something is broken or not"
                    + " configured; but a server with overload control also leaves it out (RFC 7339)");
        }
        withResponse(finding, call)
                .remedy(
                        ADMIN,
                        "Read the log of the element that answered for this request: trunk or gateway down, no route,"
                                + " database, DNS, TLS or licence")
                .remedy(CARRIER, "Say whether the trunk or a gateway behind it was out of service at that time")
                .remedy(CALLER, "Try again later or another way")
                .confirm("Whether all calls through this element failed at that time or only some");
    }

    private static void undetermined(Call call, Findings findings) {
        Finding finding = findings.diagnose(Cause.UNAVAILABLE_UNDETERMINED, POSSIBLE)
                .because(answered(call) + " and asks to wait "
                        + call.retryAfter().orElseThrow())
                .because("overloaded servers usually ask for up to 60 s and broken ones for 300 s or more, so this time"
                        + " alone does not tell which it is");
        explain(call.retryAfter().orElseThrow(), finding);
        withResponse(finding, call)
                .remedy(ADMIN, "Look at the load and the log of the element that answered")
                .remedy(CALLER, "Try again after that time")
                .confirm("Whether calls got through again after the time that it asked for");
    }

    private static void atOnce(Call call, Findings findings) {
        Finding finding = findings.diagnose(Cause.CAPACITY_EXCEEDED, POSSIBLE)
                .because(answered(call) + ": too fast to have tried anything further on")
                .because("it refused by itself, for lack of capacity (channels, calls, licences) or by its"
                        + " configuration");
        boolean tried = call.decisiveAttempt()
                .filter(attempt -> attempt.responses().stream().anyMatch(response -> response.status() == 100))
                .isPresent();
        finding.because(
                tried
                        ? "a 100 Trying came first, so an element that keeps state had begun to look at it"
                        : "not even a 100 Trying came first, as with an element that turns calls away at its door");
        if (call.furthestFinalResponse()
                .filter(response -> response.message().lacksToTag())
                .isPresent()) {
            finding.because("its To has no tag, so a stateless element or one short of resources wrote it");
        }
        withResponse(finding, call)
                .remedy(
                        ADMIN,
                        "Compare the calls that were up at that moment with the limits of this element and of the"
                                + " trunk, then check its routes")
                .confirm("Whether it begins at a certain number of concurrent calls");
    }

    private static void tried(Call call, Findings findings) {
        Finding finding = findings.diagnose(Cause.DOWNSTREAM_FAILURE, LIKELY)
                .because(answered(call)
                        + (Refusals.rang(call) ? ", and after progress had been signalled" : "")
                        + ": it had tried to pass the request on, and failed there")
                .evidence(call.ringing());
        withResponse(finding, call)
                .remedy(
                        ADMIN,
                        "Follow the call beyond the element that answered: the gateway or trunk behind it, its"
                                + " reachability, name resolution and TLS")
                .remedy(CARRIER, "Say what became of the call in your network")
                .confirm("The log or a capture of the element that answered shows where it sent the call on");
    }

    /** The proxy between two hops that both carry the final 503. */
    private static Optional<Hop> passedOnBy(Call call) {
        Transaction attempt = call.decisiveAttempt().orElseThrow();
        List<Hop> hops = attempt.hops();
        for (int i = 1; i < hops.size(); i++) {
            Hop nearer = hops.get(i - 1);
            Hop further = hops.get(i);
            if (nearer.finalStatus() == 503
                    && further.finalStatus() == 503
                    && nearer.to().host().equals(further.from().host())) {
                return Optional.of(further);
            }
        }
        return Optional.empty();
    }

    private static void passedOn(Call call, Findings findings) {
        Hop further = passedOnBy(call).orElseThrow();
        findings.violation()
                .origin(new Origin(
                        Origin.NETWORK,
                        further.from(),
                        Origin.Basis.SEEN,
                        further.from() + " received the 503 from " + further.to() + " and sent it on"))
                .because(further.from() + " got 503 from " + further.to() + " and passed it on unchanged")
                .because("a proxy should answer 500 unless every other request would fail too, because 503 makes the"
                        + " client avoid the proxy itself")
                .evidence(further.finalResponse())
                .evidence(call.furthestFinalResponse())
                .remedy(ADMIN, "Let " + further.from().host() + " try another target or turn the 503 into a 500")
                .confirm("Whether the client stopped using " + further.from().host() + " after the 503");
    }
}
