package org.callcause.rules.rfc3261.network;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** The Q.850 cause in the Reason header of a refusal: the word of the network where the call really ended. */
final class ReleaseCauseRules {

    private ReleaseCauseRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/q850-release")
                .title("The telephone network behind the gateway released the call")
                .cites("RFC 3326 2")
                .cites("RFC 6432 3")
                .cites("RFC 3398 7.2.4.1")
                .supersedes("rfc3261/480-not-registered")
                .supersedes("rfc3261/480-rang-out")
                .supersedes("rfc3261/403-forbidden")
                .on(statusClass(4)
                        .or(statusClass(5))
                        .and(method(Method.INVITE))
                        .and(where(
                                "a Q.850 cause in its Reason says more than the status", ReleaseCauseRules::saysMore)))
                .check(ReleaseCauseRules::released));
    }

    /** Normal clearing, busy, no answer and "unspecified" say nothing that the other rules do not. */
    private static boolean saysMore(Call call) {
        int status = call.finalStatus();
        boolean personal = status == 486 || status == 487 || status == 401 || status == 407;
        return !personal
                && Refusals.q850Cause(call)
                        .filter(cause ->
                                cause != 16 && cause != 17 && cause != 18 && cause != 19 && cause != 20 && cause != 31)
                        .filter(ReleaseCauses::isKnown)
                        .isPresent();
    }

    private static void released(Call call, Findings findings) {
        int cause = Refusals.q850Cause(call).orElseThrow();
        findings.diagnose(causeWord(cause), LIKELY)
                .title("The network behind released the call: Q.850 cause " + cause + ", " + ReleaseCauses.name(cause))
                .because("the called side answered " + Telling.answer(call) + " " + Telling.after(call) + ", "
                        + Telling.ringing(call))
                .because("its Reason header passes on Q.850 cause " + cause + " (" + ReleaseCauses.name(cause)
                        + "), which comes from the telephone network or from the switch that ended the call; the status is"
                        + " only what a gateway made of it")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(CARRIER, "Trace this call to the switch that released it with cause " + cause)
                .remedy(
                        ADMIN,
                        "Check what was sent to the trunk for this cause: number format, caller identity, service"
                                + " and channels")
                .confirm("The gateway's ISDN or ISUP log of this call, or the carrier's call trace");
    }

    private static Cause causeWord(int cause) {
        return switch (cause) {
            case 1, 2, 3 -> Cause.UNALLOCATED_NUMBER;
            case 22, 23 -> Cause.NUMBER_CHANGED;
            case 28 -> Cause.INVALID_NUMBER_FORMAT;
            case 27, 38, 41 -> Cause.DOWNSTREAM_FAILURE;
            case 34, 42, 44, 47 -> Cause.CAPACITY_EXCEEDED;
            case 50, 52, 54, 55, 57, 87 -> Cause.BLOCKED_BY_POLICY;
            case 58, 65, 66, 69, 70, 79, 88 -> Cause.INTERWORKING;
            case 102 -> Cause.NO_RESPONSE;
            default -> Cause.PSTN_RELEASE;
        };
    }
}
