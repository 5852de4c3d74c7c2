package org.callcause.rules.rfc3261.network;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.header;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.OptionalInt;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.catalogue.ReleaseCauses;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** The Q.850 cause in the Reason header of a refusal: the word of the network where the call really ended. */
final class ReleaseCauseRules {

    /** Call rejected: by a person or by a rule. */
    private static final int REJECTED = 21;

    /** The device took the call neither as ringing nor as anything else. */
    private static final int NO_USER_RESPONDING = 18;

    private ReleaseCauseRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/q850-release")
                        .title("The telephone network behind the gateway released the call")
                        .cites("RFC 3326 2")
                        .cites("RFC 6432 3")
                        .cites("RFC 3398 7.2.4.1")
                        .supersedes("rfc3261/480-not-registered")
                        .supersedes("rfc3261/480-rang-out")
                        .supersedes("rfc3261/403-forbidden")
                        .supersedes("rfc3261/503-structural")
                        .supersedes("rfc3261/503-overload")
                        .supersedes("rfc3261/503-undetermined")
                        .supersedes("rfc3261/503-at-once")
                        .supersedes("rfc3261/q850-conflict")
                        .supersedes("rfc3261/busy")
                        .on(statusClass(4)
                                .or(statusClass(5))
                                .and(method(Method.INVITE))
                                .and(where(
                                        "a Q.850 cause in its Reason says more than the status",
                                        ReleaseCauseRules::saysMore)))
                        .needs(header("Reason"))
                        .check(ReleaseCauseRules::released),
                Rule.named("rfc3261/q850-conflict")
                        .title("The Q.850 cause and the status contradict each other")
                        .cites("RFC 3398 7.2.4.1")
                        .cites("RFC 3398 8.2.6.1")
                        .on(statusClass(4)
                                .or(statusClass(5))
                                .or(statusClass(6))
                                .and(method(Method.INVITE))
                                .and(where(
                                        "its Q.850 cause is none that RFC 3398 pairs with the status",
                                        ReleaseCauseRules::conflicts)))
                        .needs(header("Reason"))
                        .check(ReleaseCauseRules::tellConflict),
                Rule.named("rfc3261/q850-interworking")
                        .title("The real reason was lost where two networks meet")
                        .cites("RFC 3398 7.2.4.1")
                        .on(statusClass(4)
                                .or(statusClass(5))
                                .and(method(Method.INVITE))
                                .and(where(
                                        "its Q.850 cause is 127",
                                        call -> !isPersonal(call) && Refusals.hasQ850Cause(call, 127))))
                        .needs(header("Reason"))
                        .check(ReleaseCauseRules::tellInterworking));
    }

    /** 65, 70, 79 and 88 say of a refused offer what its code says already. */
    private static boolean isAboutTheOffer(Call call) {
        int status = call.finalStatus();
        return (status == 415 || status == 488 || status == 606) && Refusals.hasQ850Cause(call, 65, 70, 79, 88);
    }

    /** Codes that say what happened by themselves, whatever a gateway adds. */
    private static boolean isPersonal(Call call) {
        int status = call.finalStatus();
        return (status == 486 && !isOfTheNetwork(call)) || status == 487 || status == 401 || status == 407;
    }

    /** What no callee can be: without a free circuit, out of order, congested. */
    private static boolean isOfTheNetwork(Call call) {
        return Refusals.hasQ850Cause(call, 34, 38, 41, 42, 44, 47);
    }

    /** 16, 31 and 127 are written where nothing better is known, and 487 has no cause of its own. */
    private static boolean conflicts(Call call) {
        return call.finalStatus() != 487
                && !isAboutTheOffer(call)
                && Refusals.q850Cause(call)
                        .filter(cause -> cause != 16 && cause != 31 && cause != 127)
                        .filter(ReleaseCauses::isKnown)
                        .filter(cause -> ReleaseCauses.status(cause).isPresent())
                        .filter(cause -> !ReleaseCauses.arePaired(cause, call.finalStatus()))
                        .isPresent();
    }

    private static void tellConflict(Call call, Findings findings) {
        int cause = Refusals.q850Cause(call).orElseThrow();
        findings.diagnose(Cause.INTERWORKING, POSSIBLE)
                .because("the called side answered " + Telling.answer(call) + " with Q.850 cause " + cause + " ("
                        + ReleaseCauses.name(cause) + "), which RFC 3398 would have as "
                        + usualStatus(cause)
                        + ": something on the way changed one of the two")
                .because("the cause is nearer to where the call ended, so it is read first; some systems use tables of"
                        + " their own")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(ADMIN, "Compare the table of causes and codes of each gateway and border element on the way")
                .confirm("Capture before and behind each of them, to see which one changes the code");
    }

    private static void tellInterworking(Call call, Findings findings) {
        findings.diagnose(Cause.INTERWORKING, POSSIBLE)
                .because("the called side answered " + Telling.answerAndCourse(call)
                        + ", with Q.850 cause 127, which a gateway writes when the network behind"
                        + " it gave no reason that can be passed on")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(CARRIER, "Trace the call to where the cause was lost")
                .remedy(ADMIN, "Read the log of the gateway that wrote 127: it knows what it heard behind it")
                .confirm("The signalling behind the gateway for this call");
    }

    /**
     * Normal clearing, busy, no answer and "unspecified" say nothing that the other rules do not, but that the device did
     * not even react, which only the cause tells.
     */
    private static boolean saysMore(Call call) {
        return !isPersonal(call)
                && !isAboutTheOffer(call)
                && Refusals.q850Cause(call)
                        .filter(cause -> cause != 16
                                && cause != 17
                                && (cause != 18 || !Refusals.rang(call))
                                && cause != 19
                                && cause != 20
                                && cause != 31
                                && cause != 127)
                        .filter(ReleaseCauses::isKnown)
                        .isPresent();
    }

    private static void released(Call call, Findings findings) {
        int cause = Refusals.q850Cause(call).orElseThrow();
        boolean pressed = cause == REJECTED && Refusals.alerted(call);
        boolean byRule = cause == REJECTED && !Refusals.rang(call) && Refusals.fasterThanAPerson(call);
        String named = "Q.850 cause " + cause + ", " + ReleaseCauses.name(cause);
        Finding finding = findings.diagnose(
                        pressed
                                ? Cause.DECLINED
                                : byRule ? Cause.BLOCKED_BY_POLICY : ReleaseCauses.causeOf(cause, Refusals.rang(call)),
                        LIKELY)
                .title(
                        byRule
                                ? "A machine rejected the call by a rule: " + named
                                : "The network behind released the call: " + named)
                .because("the called side answered " + Telling.answerAndCourse(call))
                .because("its Reason header passes on Q.850 cause " + cause + place(call) + ": "
                        + ReleaseCauses.meaning(cause));
        if (isOfTheNetwork(call) && call.finalStatus() == 486) {
            finding.refines(Disposition.Kind.FAILED);
        }
        if (cause == NO_USER_RESPONDING) {
            finding.refines(Disposition.Kind.UNREACHABLE);
        }
        if (pressed) {
            finding.because("a phone rang before, so somebody probably pressed decline");
        }
        if (byRule) {
            finding.because(
                    "nothing rang, and no person decides so fast: a rule of the element that answered, or of one"
                            + " behind it, does not let this caller or this destination through");
        }
        call.retryAfter()
                .ifPresent(retry -> finding.because("it asks to wait " + retry
                        + ", which a gateway may add where the network's trouble should pass (RFC 3398 7.2.4.1)"));
        if (call.finalStatus() == 503 && call.retryAfter().isEmpty()) {
            finding.ratherThan(
                    Cause.STRUCTURAL_UNAVAILABLE,
                    "The server that answered is out of service",
                    "a gateway makes 503 of cause " + cause + " by a table, and need not add a Retry-After (RFC 3398"
                            + " 7.2.4.1), so that none came says nothing of how long it lasts");
        }
        finding.because("the cause comes from the telephone network, or from the switch or PBX that ended the call; the"
                        + " status is only what was made of it"
                        + pairing(cause, call.finalStatus()))
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Retry-After")
                .remedy(CALLER, ReleaseCauses.remedyOfCaller(cause))
                .remedy(ADMIN, ReleaseCauses.remedyOfOperator(cause))
                .remedy(CARRIER, "Trace this call to the switch that released it with cause " + cause)
                .confirm("The gateway's ISDN or ISUP log of this call, or the carrier's call trace");
    }

    /** How the status came of the cause. */
    private static String pairing(int cause, int status) {
        if (ReleaseCauses.arePaired(cause, status)) {
            return ", as RFC 3398 has it";
        }
        return ReleaseCauses.status(cause).isEmpty()
                ? ", for which RFC 3398 names none"
                : ", and not as RFC 3398 has it, which would have made " + usualStatus(cause)
                        + ": something between changed the code, or keeps a table of its own, and the cause is the"
                        + " deeper word";
    }

    private static String place(Call call) {
        return call.reasons().stream()
                .flatMap(reason -> ReleaseLocation.of(reason).stream())
                .findFirst()
                .map(where -> " in the " + where)
                .orElse("");
    }

    /** Whether the cause ends an answered call for a failure: those from 34 on do, and 127 tells of nothing. */
    static boolean isOfFailure(int cause) {
        return cause >= 34 && cause != 127 && ReleaseCauses.isKnown(cause);
    }

    /** The status that RFC 3398 has for the cause, as a noun. */
    static String usualStatus(int cause) {
        OptionalInt status = ReleaseCauses.status(cause);
        return status.isPresent() ? String.valueOf(status.getAsInt()) : "no status";
    }
}
