package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.responded;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.dialog.Hop;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Final responses: two where there may be one, late ones, and a 408 that nobody asked for. */
final class FinalResponseRules {

    private record Two(TrackedMessage first, TrackedMessage second) {}

    private static final Search<Two> CONTRADICTING =
            new Search<>("two of them contradict each other", FinalResponseRules::contradicting);
    private static final Search<TrackedMessage> TIMEOUT =
            new Search<>("408 came to another request than INVITE", FinalResponseRules::timeout);
    private static final Search<Two> LATE =
            new Search<>("the final response to another request than INVITE came after 32 s", FinalResponseRules::late);

    private FinalResponseRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/two-final-responses")
                        .title("One INVITE got two final responses that contradict each other")
                        .cites("RFC 3261 16.7")
                        .cites("RFC 3261 13.2.2.3")
                        .on(has(Trait.SEVERAL_FINAL_RESPONSES).and(CONTRADICTING.found()))
                        .check(CONTRADICTING.then(FinalResponseRules::twoFinals)),
                Rule.named("rfc3261/non-invite-408")
                        .title("408 was sent to another request than INVITE")
                        .cites("RFC 4320 4.2")
                        .on(has(Trait.REFUSAL).and(TIMEOUT.found()))
                        .needs(responded(408))
                        .check(TIMEOUT.then(FinalResponseRules::nonInviteTimeout)),
                Rule.named("rfc3261/late-response")
                        .title("The response came after the client had given up")
                        .cites("RFC 4320 4.2")
                        .cites("RFC 3261 17.1.2.2")
                        .on(Trigger.timed(
                                        "the exchange lasted for more than 32 s",
                                        call -> call.transactions().stream().anyMatch(FinalResponseRules::isSlow))
                                .and(LATE.foundInTime()))
                        .needs(Trait.LATE_RESPONSE)
                        .check(LATE.then(FinalResponseRules::lateResponse)));
    }

    /** Several 2xx come from a fork and are legal (RFC 3261 13.2.2.4); a 2xx and a refusal, or two refusals, are not. */
    private static Optional<Two> contradicting(Call call) {
        return Traffic.hops(call, true)
                .flatMap(hop -> contradicting(hop).stream())
                .findFirst();
    }

    private static Optional<Two> contradicting(Hop hop) {
        TrackedMessage earlier = null;
        for (TrackedMessage response : hop.responses()) {
            if (response.status() < 200) {
                continue;
            }
            if (earlier != null
                    && earlier.status() != response.status()
                    && (earlier.status() >= 300 || response.status() >= 300)
                    && earlier.from().equals(response.from())) {
                return Optional.of(new Two(earlier, response));
            }
            earlier = response;
        }
        return Optional.empty();
    }

    private static void twoFinals(Call call, Findings findings, Two two) {
        findings.violation()
                .origin(Sides.senderOf(call, two.second()))
                .because(two.first().from() + " answered one "
                        + two.first().message().sequenceMethod().name() + " with "
                        + Telling.answer(two.first()) + " and, "
                        + Telling.later(two.first(), two.second()) + ", with "
                        + Telling.answer(two.second()))
                .because(
                        "the client goes by the first of them; what the second was to mean is lost, and a call may stay"
                                + " up on one side only")
                .evidence(two.first())
                .evidence(two.second())
                .evidence(two.second(), "Via")
                .remedy(
                        ADMIN,
                        "Report it to the maker of " + two.first().from() + ": a proxy or B2BUA has to choose"
                                + " one final response for each transaction")
                .confirm("Capture behind " + two.first().from() + ": which of its branches sent which response");
    }

    private static Optional<TrackedMessage> timeout(Call call) {
        return Traffic.hops(call, false)
                .flatMap(hop -> hop.responses().stream())
                .filter(response ->
                        response.status() == 408 && response.message().sequence() >= 0)
                .findFirst();
    }

    private static void nonInviteTimeout(Call call, Findings findings, TrackedMessage response) {
        findings.violation()
                .origin(Sides.senderOf(call, response))
                .because(response.from() + " answered the "
                        + response.message().sequenceMethod().name()
                        + " with 408; by then the client gives up by itself, so the 408 can only arrive too late and"
                        + " go astray")
                .because("what it tells all the same: " + response.from() + " got no answer from behind it")
                .evidence(response)
                .evidence(response, "CSeq")
                .remedy(ADMIN, "Find out why the next hop of " + response.from() + " did not answer")
                .confirm("The log of " + response.from() + " shows where it had sent the request on");
    }

    private static boolean isSlow(Transaction transaction) {
        if (transaction.method().equals(Method.INVITE) || transaction.request().isEmpty()) {
            return false;
        }
        TrackedMessage request = transaction.request().get();
        List<TrackedMessage> responses = transaction.responses();
        return !responses.isEmpty()
                && responses.get(responses.size() - 1).nanos() - request.nanos()
                        > SipTimers.TRANSACTION_LIFETIME.toNanos();
    }

    private static Optional<Two> late(Call call) {
        return Traffic.hops(call, false)
                .filter(hop -> hop.request().isPresent() && hop.finalResponse().isPresent())
                .filter(hop -> Traffic.apart(
                        hop.request().orElseThrow(), hop.finalResponse().orElseThrow(), SipTimers.TRANSACTION_LIFETIME))
                .map(hop ->
                        new Two(hop.request().orElseThrow(), hop.finalResponse().orElseThrow()))
                .findFirst();
    }

    private static void lateResponse(Call call, Findings findings, Two two) {
        findings.violation()
                .origin(Sides.senderOf(call, two.second()))
                .because("the " + two.second().message().sequenceMethod().name() + " got its "
                        + two.second().status() + " only " + Telling.later(two.first(), two.second())
                        + "; its sender gives up after 64·T1 = 32 s, counts it as a timeout and drops what comes later")
                .evidence(two.first())
                .evidence(two.second())
                .remedy(
                        ADMIN,
                        "Find out what keeps " + two.second().from() + " so long: a lookup, a database, a hop"
                                + " behind it")
                .confirm("Whether the sender's timers are the default ones (T1 = 500 ms)");
    }
}
