package org.callcause.rules.rfc3261.network;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.where;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipRequest;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** Calls that were forwarded on their way, and calls that were tried again after a refusal for everywhere. */
final class DiversionRules {

    private static final Trigger REFUSED = statusClass(4)
            .or(statusClass(5))
            .or(statusClass(6))
            .and(method(Method.INVITE))
            .and(where("it was neither cancelled nor cut short by the capture", DiversionRules::isRefused));

    /** As many digits tell a subscriber; extensions are shorter and compared as they are. */
    private static final int WHOLE_NUMBER = 7;

    private static final Trigger DIVERTED = carries("Diversion").or(carries("History-Info"));

    private DiversionRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/forwarding-loop")
                        .title("Call forwarding leads in a circle")
                        .cites("RFC 5806 6")
                        .cites("RFC 7044 10")
                        .supersedes("rfc3261/q850-release")
                        .on(REFUSED.and(DIVERTED)
                                .and(where(
                                        "the history of the call names one number twice as forwarding, or the call"
                                                + " came back to one and was refused as a loop",
                                        call -> repeated(call).isPresent())))
                        .check(DiversionRules::tellLoop),
                Rule.named("rfc3261/diverted-to-failure")
                        .title("The place the call was forwarded to refused it, not the one that was dialled")
                        .cites("RFC 7044 10.2")
                        .cites("RFC 5806 6")
                        .on(REFUSED.and(DIVERTED))
                        .check(DiversionRules::tellDiverted),
                Rule.named("rfc3261/tried-after-6xx")
                        .title("The call was tried again though a 6xx had refused it everywhere")
                        .cites("RFC 3261 16.7")
                        .cites("RFC 3261 21.6")
                        .on(method(Method.INVITE)
                                .and(where(
                                        "an attempt followed a 6xx within the call",
                                        call -> afterGlobalRefusal(call).isPresent())))
                        .needs(responded(600, 603, 604, 606, 607, 608))
                        .check(DiversionRules::tellRetried));
    }

    private static boolean isRefused(Call call) {
        return call.disposition().kind().isFailure() && call.finalStatus() != 401 && call.finalStatus() != 407;
    }

    /** The request with the longest history: the one furthest along. */
    private static Optional<TrackedMessage> request(Call call) {
        return call.decisiveAttempt().stream()
                .flatMap(attempt -> attempt.hops().stream())
                .flatMap(hop -> hop.request().stream())
                .filter(request -> !diverting(request).isEmpty())
                .reduce((one, other) -> diverting(other).size() > diverting(one).size() ? other : one);
    }

    /** Who forwarded the call, as the request tells it. */
    private static List<String> diverting(TrackedMessage request) {
        return Stream.concat(diversions(request).stream(), history(request).stream())
                .toList();
    }

    /** The last one first. */
    private static List<String> diversions(TrackedMessage request) {
        return request.message().nameAddresses(HeaderName.DIVERSION).stream()
                .flatMap(entry -> entry.uri().user().stream())
                .toList();
    }

    /**
     * The first one first. Without a cause, an entry of History-Info is routing only; a Reason stands with who forwarded,
     * the parameter cause with the place that it was forwarded to (RFC 4458 2).
     */
    private static List<String> history(TrackedMessage request) {
        List<String> users = new ArrayList<>();
        Optional<String> before = Optional.empty();
        for (NameAddress entry : request.message().nameAddresses(HeaderName.HISTORY_INFO)) {
            Optional<String> user = entry.uri().user();
            if (entry.uri().headers().toLowerCase(Locale.ROOT).contains("reason")) {
                user.ifPresent(users::add);
            } else if (entry.uri().parameters().has("cause")) {
                before.ifPresent(users::add);
            }
            before = user;
        }
        return users;
    }

    /** Whether the request asks for the number that is said to have forwarded it, which then only noted where it came by. */
    private static boolean isForTheSameNumber(TrackedMessage request, String by) {
        String asked = ((SipRequest) request.message()).uri().user().orElse("");
        String one = digits(asked);
        String two = digits(by);
        return asked.equalsIgnoreCase(by)
                || (one.length() >= WHOLE_NUMBER
                        && two.length() >= WHOLE_NUMBER
                        && (one.endsWith(two) || two.endsWith(one)));
    }

    /** Without the prefixes with which the same number is written. */
    private static String digits(String user) {
        return user.matches("[+0-9().-]+") ? user.replaceAll("[^0-9]", "").replaceFirst("^0+", "") : "";
    }

    private static Optional<String> repeated(Call call) {
        return request(call)
                .flatMap(request -> twice(diversions(request))
                        .or(() -> isRefusedAsLoop(call) ? returned(request) : Optional.empty()));
    }

    /** The call of a hunt group may come back to it as well, and is refused for another reason then. */
    private static boolean isRefusedAsLoop(Call call) {
        return call.finalStatus() == 482
                || call.finalStatus() == 483
                || RefusalWords.of(call).contains("loop");
    }

    /** The number that the request asks for, where it forwarded the call before another number did. */
    private static Optional<String> returned(TrackedMessage request) {
        List<String> diversions = diversions(request);
        List<String> history = history(request);
        Stream<String> early =
                Stream.concat(diversions.stream().skip(1), history.stream().limit(Math.max(0, history.size() - 1)));
        boolean overAnother = diverting(request).stream().anyMatch(by -> !isForTheSameNumber(request, by));
        return early.filter(by -> overAnother && isForTheSameNumber(request, by))
                .findFirst();
    }

    /** A circle leads over another number: one that stands twice running was noted by two elements. */
    private static Optional<String> twice(List<String> diversions) {
        Set<String> seen = new HashSet<>();
        String last = "";
        for (String user : diversions) {
            if (!user.equals(last) && !seen.add(user)) {
                return Optional.of(user);
            }
            last = user;
        }
        return Optional.empty();
    }

    private static void tellLoop(Call call, Findings findings) {
        TrackedMessage request = request(call).orElseThrow();
        findings.diagnose(Cause.FORWARDING_LOOP, LIKELY)
                .because("the call came back to " + repeated(call).orElseThrow()
                        + ", which had forwarded it before, and the last answer was " + Telling.answer(call))
                .because("each forwarding counts as one more call until a limit of the network stops it")
                .evidence(request, "Diversion")
                .evidence(request, "History-Info")
                .evidence(call.furthestFinalResponse())
                .ratherThan(
                        Cause.LOOP,
                        "A routing error sent the request in a circle",
                        "the history in the request says that call forwarding did, number by number")
                .remedy(USER, "Switch the call forwarding of one of the numbers off")
                .remedy(
                        ADMIN,
                        "Limit how often a call is forwarded, and refuse to forward to a number that forwards back")
                .confirm("The forwarding settings of every number in that history");
    }

    private static void tellDiverted(Call call, Findings findings) {
        Optional<TrackedMessage> request = request(call);
        if (request.isEmpty()) {
            return;
        }
        String by = diverting(request.get()).get(0);
        if (isForTheSameNumber(request.get(), by)) {
            return;
        }
        findings.diagnose(Cause.DOWNSTREAM_FAILURE, POSSIBLE)
                .because("the request says that the call was forwarded by " + by + ", and " + Telling.answer(call)
                        + " came" + Telling.after(call) + " from the place it was forwarded to")
                .because("what the code means is meant of that place; the number that was dialled may be in order")
                .evidence(request.get(), "Diversion")
                .evidence(request.get(), "History-Info")
                .evidence(call.furthestFinalResponse())
                .remedy(USER, "Check the number that calls are forwarded to")
                .remedy(CALLER, "Reach the callee another way")
                .confirm("The forwarding settings of " + by);
    }

    private static Optional<Transaction> afterGlobalRefusal(Call call) {
        if (call.attempts().size() == 1) {
            return Optional.empty();
        }
        return globalRefusal(call)
                .flatMap(refusal -> call.attempts().stream()
                        .filter(attempt -> attempt.request()
                                .filter(request -> request.index() > refusal.index())
                                .isPresent())
                        .findFirst());
    }

    private static Optional<TrackedMessage> globalRefusal(Call call) {
        return call.attempts().stream()
                .filter(attempt -> attempt.finalStatus() / 100 == 6)
                .findFirst()
                .flatMap(Transaction::finalResponse);
    }

    private static void tellRetried(Call call, Findings findings) {
        TrackedMessage retry =
                afterGlobalRefusal(call).flatMap(Transaction::request).orElseThrow();
        findings.violation()
                .origin(Sides.senderOf(call, retry))
                .because("the first answer, a 6xx, holds for every place of the callee, and " + retry.from() + " tried "
                        + retry.to() + " after it; the callee may see several missed calls")
                .evidence(globalRefusal(call))
                .evidence(retry)
                .remedy(ADMIN, "Take 6xx out of the codes for which the next trunk is tried");
    }
}
