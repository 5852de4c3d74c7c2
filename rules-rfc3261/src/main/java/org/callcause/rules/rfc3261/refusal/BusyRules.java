package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.header;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** 486 Busy Here and 600 Busy Everywhere. */
final class BusyRules {

    private static final String REJECTED = "it rang, and its Q.850 cause says call rejected (21)";

    private BusyRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/busy")
                        .title("The callee is busy")
                        .cites("RFC 3261 21.4.24")
                        .cites("RFC 3261 21.6.1")
                        .on(ended(Disposition.Kind.BUSY)
                                .and(method(Method.INVITE))
                                .and(not(where(REJECTED, BusyRules::saysRejected))))
                        .check(BusyRules::busy),
                Rule.named("rfc3261/486-declined")
                        .title("The callee declined the call, and the answer says busy")
                        .cites("RFC 3261 21.4.24")
                        .cites("RFC 3398 7.2.4.1")
                        .supersedes("rfc3261/q850-conflict")
                        .on(ended(Disposition.Kind.BUSY)
                                .and(method(Method.INVITE))
                                .and(where(REJECTED, BusyRules::saysRejected)))
                        .needs(header("Reason"))
                        .check(BusyRules::declined),
                Rule.named("rfc3261/486-ring-timer")
                        .title("Nobody answered, and the phone gave up with 486")
                        .cites("RFC 3261 21.4.24")
                        .on(Refusals.callRefusedWith(486, 600).and(ended(Disposition.Kind.NO_ANSWER)))
                        .check(BusyRules::ringTimer),
                Rule.named("rfc3261/do-not-disturb")
                        .title("The callee does not want to be disturbed")
                        .cites("RFC 3261 21.4.18")
                        .supersedes("rfc3261/603-declined")
                        .supersedes("rfc3261/603-without-ringing")
                        .supersedes("rfc3261/480-not-registered")
                        .supersedes("rfc3261/480-rang-out")
                        .supersedes("rfc3261/refusal-stands-for-another")
                        .on(ended(Disposition.Kind.DO_NOT_DISTURB).and(method(Method.INVITE)))
                        .check(BusyRules::doNotDisturb));
    }

    /** Call rejected, from a network that distinguishes it from a busy user: and a phone rang long enough to do so by hand. */
    private static boolean saysRejected(Call call) {
        return Refusals.hasQ850Cause(call, 21) && Refusals.alerted(call) && !Refusals.fasterThanAPerson(call);
    }

    private static void declined(Call call, Findings findings) {
        findings.diagnose(Cause.DECLINED, LIKELY)
                .refines(Disposition.Kind.DECLINED)
                .because("the called side answered " + Telling.answerAndRinging(call))
                .because("its Reason header says call rejected (Q.850 21), and not user busy (17): as the phone rang"
                        + " first, somebody pressed decline, which was turned into busy on the way")
                .evidence(call.ringing())
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(CALLER, "Respect it: leave a message or write, and call again later")
                .remedy(USER, "If nobody pressed decline, look for a rule on the phone that rejects calls")
                .confirm("Ask the callee whether the call was seen and declined");
    }

    private static void busy(Call call, Findings findings) {
        boolean confirmed = Refusals.hasQ850Cause(call, 17);
        boolean rejected = !confirmed && Refusals.alerted(call) && !Refusals.fasterThanAPerson(call);
        boolean seen = Refusals.requestCaptured(call);
        Likelihood likelihood = confirmed ? CERTAIN : seen ? LIKELY : POSSIBLE;
        Finding finding = findings.diagnose(Cause.BUSY, likelihood)
                .because("the called side answered " + Telling.answerAndRinging(call));
        if (confirmed) {
            finding.because("the Q.850 cause 17 in its Reason header says user busy as well");
        } else if (rejected) {
            finding.title("The callee rejected the call as busy, or is busy")
                    .because("as the phone rang first, somebody probably pressed reject, which many phones turn into"
                            + " busy")
                    .confirm("Ask the callee whether the call was rejected by hand");
        } else if (!seen && !Refusals.rang(call)) {
            finding.because("what came before was not captured, so whether a phone rang first is not known");
        } else if (Refusals.fasterThanAPerson(call)) {
            finding.because("nobody reacts so fast: the phone or its server refused a further call by itself");
        } else {
            finding.because("no phone was heard to ring before, so a line in use is likelier than a press of reject");
        }
        finding.because(
                call.finalStatus() == 600
                        ? "600 speaks for every device of the callee, so nothing may try further"
                        : "only this device is meant: others of the callee may still be tried");
        finding.evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Retry-After")
                .remedy(CALLER, "Call again later")
                .remedy(
                        USER,
                        "If you were not in a call, check call waiting, do not disturb and the limit of calls on"
                                + " the phone")
                .remedy(ADMIN, "If the user was free, look for a stuck call or a call limit on the line")
                .confirm("See whether another call of the callee was up at that moment");
    }

    private static void ringTimer(Call call, Findings findings) {
        findings.diagnose(Cause.NO_ANSWER, LIKELY)
                .because("the called side answered " + Telling.answerAndRinging(call))
                .because("that fits the ring timer of a softphone (30 or 45 s), which ends an unanswered call with busy"
                        + " although nobody was")
                .evidence(call.ringing())
                .evidence(call.furthestFinalResponse())
                .remedy(CALLER, "Try again later or leave a message")
                .remedy(
                        ADMIN,
                        "Set the no-answer timer of the server below that of the phone, so that voicemail or"
                                + " forwarding gets the call")
                .confirm("Look up the ring timer in the settings of the callee's phone");
    }

    private static void doNotDisturb(Call call, Findings findings) {
        findings.diagnose(Cause.DO_NOT_DISTURB, LIKELY)
                .because("the called side answered " + Telling.answerAndRinging(call)
                        + ", and its own words name do not disturb")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(CALLER, "Write instead, or call again later")
                .remedy(USER, "Switch do not disturb off on the phone and in the server, where it may be set apart")
                .confirm("Check do not disturb on the callee's phone and in the server");
    }
}
