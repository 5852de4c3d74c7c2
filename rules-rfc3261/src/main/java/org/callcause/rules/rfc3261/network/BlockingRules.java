package org.callcause.rules.rfc3261.network;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.NetworkBlock;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Calls that somebody or something took for unwanted: 607, 608, 603+, and refusals that only a machine can give. */
final class BlockingRules {

    private BlockingRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/607-unwanted")
                        .title("The callee marked the call as unwanted")
                        .cites("RFC 8197 4")
                        .on(Refusals.callRefusedWith(607))
                        .check(BlockingRules::unwanted),
                Rule.named("rfc3261/unwanted-hang-up")
                        .title("The callee hung up and marked the call as unwanted")
                        .cites("RFC 8197 4")
                        .on(method(Method.INVITE)
                                .and(carries("Reason"))
                                .and(where(
                                        "a BYE of the callee, or a CANCEL, has the reason SIP 607",
                                        call -> markedUnwanted(call).isPresent())))
                        .needs(Trait.UNUSUAL_REASON)
                        .check(BlockingRules::tellMarked),
                Rule.named("rfc3261/608-blocked")
                        .title("An intermediary's analytics blocked the call")
                        .cites("RFC 8688 3.1")
                        .cites("RFC 8688 3.2")
                        .on(Refusals.callRefusedWith(608))
                        .check(BlockingRules::blocked),
                Rule.named("rfc3261/603plus-incomplete")
                        .title("A block by analytics arrived with one half of its marks missing")
                        .cites("ATIS-1000099 4.1.1")
                        .on(Refusals.callRefusedWith(603)
                                .and(where(
                                        "the phrase Network Blocked or the Reason text v=analytics1 is there, not both",
                                        call -> NetworkBlock.isNamed(call)
                                                != NetworkBlock.reason(call).isPresent())))
                        .check(BlockingRules::tellIncomplete),
                Rule.named("rfc3261/refused-by-machine")
                        .title("A machine refused the call before anybody could")
                        .cites("RFC 3261 21.4.4")
                        .cites("RFC 3261 21.4.24")
                        .on(Refusals.callRefusedWith(403, 486, 607)
                                .and(timed("it came faster than a person can react", Refusals::fasterThanAPerson)))
                        .check(BlockingRules::tellMachine));
    }

    private static Finding answered(Call call, Finding finding) {
        return finding.evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Call-Info")
                .evidence(call.furthestFinalResponse(), "Server");
    }

    private static void unwanted(Call call, Findings findings) {
        boolean machine = Refusals.fasterThanAPerson(call);
        Finding finding = findings.diagnose(Cause.UNWANTED_CALL, LIKELY)
                .because("the called side answered " + Telling.answerAndRinging(call))
                .because(
                        machine
                                ? "so fast, it was a list or an app that the callee's side set up, not a press of a"
                                        + " button"
                                : "607 is what a phone sends when its user marks the call as unwanted");
        answered(call, finding)
                .ratherThan(
                        Cause.DECLINED,
                        "The callee declined this one call",
                        "607 says more than 603: it asks that this caller be kept away")
                .ratherThan(
                        Cause.NETWORK_BLOCKED_ANALYTICS,
                        "A network's analytics blocked the call",
                        "that would be 608, or 603 Network Blocked")
                .remedy(CALLER, "Do not call this number again without being asked to")
                .remedy(ADMIN, "Check the reputation of the calling number and whether it is being spoofed")
                .confirm("Ask the callee by another way whether the call was marked on purpose");
    }

    /** A CANCEL of a fork passes the mark of another device on; a BYE of the caller marks nobody who called. */
    private static Optional<TrackedMessage> markedUnwanted(Call call) {
        return call.messages().stream()
                .filter(message -> message.message().startLine().startsWith("CANCEL ")
                        || (Traffic.isBye(message) && !Sides.isFromCaller(call, message)))
                .filter(message -> message.message().reasons().stream()
                        .anyMatch(reason -> reason.isOf("SIP") && reason.cause().orElse(0) == 607))
                .findFirst();
    }

    private static void tellMarked(Call call, Findings findings) {
        TrackedMessage message = markedUnwanted(call).orElseThrow();
        findings.diagnose(Cause.UNWANTED_CALL, CERTAIN)
                .origin(new Origin(Origin.CALLEE, message.from(), Origin.Basis.INFERRED, "at or behind that place"))
                .because(message.from() + " ended the call with the reason SIP 607, which marks the caller as unwanted")
                .evidence(message)
                .evidence(message, "Reason")
                .remedy(CALLER, "Do not call this number again without being asked to")
                .remedy(ADMIN, "Check the reputation of the calling number")
                .confirm("Ask the callee by another way whether the call was marked on purpose");
    }

    private static void blocked(Call call, Findings findings) {
        Optional<String> card = call.furthestFinalResponse()
                .flatMap(response -> response.message().headerValues(HeaderName.CALL_INFO).stream()
                        .filter(value -> value.toLowerCase(Locale.ROOT).contains("jwscard"))
                        .findFirst());
        Finding finding = findings.diagnose(Cause.NETWORK_BLOCKED_ANALYTICS, CERTAIN)
                .because("an element between the two sides answered " + Telling.answerAndTime(call)
                        + ": its analytics took the call for unwanted, and the callee was not asked")
                .because(
                        card.isPresent()
                                ? "its Call-Info carries a signed card that names whom to ask for redress"
                                : "the Call-Info with the address for redress is missing; something on the way may have"
                                        + " taken it out");
        answered(call, finding)
                .ratherThan(
                        Cause.UNWANTED_CALL, "The callee marked the call as unwanted", "that would be 607, by a person")
                .remedy(
                        CALLER,
                        card.isPresent()
                                ? "Ask for redress at the address in the Call-Info card"
                                : "Ask your carrier to find out which network blocked, and for redress there")
                .remedy(CARRIER, "Sign the calls of this number, and register it with the analytics services")
                .confirm("Read the card in Call-Info: it names the network that blocked");
    }

    private static void tellIncomplete(Call call, Findings findings) {
        boolean phrase = NetworkBlock.isNamed(call);
        findings.violation()
                .origin(new Origin(
                        Origin.NETWORK,
                        call.furthestFinalResponse().map(TrackedMessage::from).orElse(call.nextHop()),
                        Origin.Basis.INFERRED,
                        "or an element behind it that rewrote the response"))
                .because(
                        phrase
                                ? "the phrase says Network Blocked, and the Reason with v=analytics1 that names whom"
                                        + " to ask for redress is missing"
                                : "the Reason says v=analytics1, and the phrase is not Network Blocked: a back-to-back"
                                        + " user agent on the way put its own phrase there")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(ADMIN, "Let border elements pass the phrase and the Reason of a 603 on unchanged")
                .confirm("Capture before and behind each border element");
    }

    private static void tellMachine(Call call, Findings findings) {
        Finding finding = findings.diagnose(Cause.BLOCKED_BY_POLICY, POSSIBLE)
                .because("the called side answered " + Telling.answerAndCourse(call)
                        + ": no person decides so fast, so a rule or a state of a machine did");
        if (call.finalStatus() == 486) {
            finding.because("a machine that truly is in another call is as fast");
        }
        answered(call, finding)
                .remedy(ADMIN, "Read the log of the element that answered for the rule that applied")
                .confirm("Call from another number, and see whether it is refused as fast");
    }
}
