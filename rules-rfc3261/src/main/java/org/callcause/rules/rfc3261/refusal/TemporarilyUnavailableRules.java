package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** 480 Temporarily Unavailable: nobody registered, or nobody at the phone. */
final class TemporarilyUnavailableRules {

    private static final String RANG = "it rang, or its Reason has Q.850 cause 19";

    private TemporarilyUnavailableRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/480-not-registered")
                        .title("The callee has no device that could ring")
                        .cites("RFC 3261 21.4.18")
                        .on(Refusals.callRefusedWith(480)
                                .and(not(where(RANG, TemporarilyUnavailableRules::rangByAnyWord)))
                                .and(not(where(
                                        "a Warning names a SIPS problem", TemporarilyUnavailableRules::aboutSips))))
                        .check(TemporarilyUnavailableRules::notRegistered),
                Rule.named("rfc3261/480-rang-out")
                        .title("It rang and nobody answered")
                        .cites("RFC 3261 21.4.18")
                        .on(Refusals.callRefusedWith(480).and(where(RANG, TemporarilyUnavailableRules::rangByAnyWord)))
                        .check(TemporarilyUnavailableRules::rangOut));
    }

    /**
     * Q.850 19 is written where the callee's telephone rang, though the network sent no 180, and 20 where there is none to
     * ring: a 183 before it was an announcement.
     */
    private static boolean rangByAnyWord(Call call) {
        boolean announced = !Refusals.alerted(call) && Refusals.hasQ850Cause(call, 20);
        return (Refusals.rang(call) && !announced) || Refusals.hasQ850Cause(call, 19);
    }

    /** RFC 5630 6.2: 380 and 381 explain a 480 by SIPS, not by the callee's absence. */
    private static boolean aboutSips(Call call) {
        return Refusals.warns(call, 380, 381);
    }

    private static void notRegistered(Call call, Findings findings) {
        boolean said =
                Refusals.hasQ850Cause(call, 20) || Refusals.says(call, "not registered", "offline", "unregistered");
        Likelihood likelihood = said ? CERTAIN : Refusals.fasterThanAPerson(call) ? LIKELY : POSSIBLE;
        Finding finding = findings.diagnose(Cause.NOT_REGISTERED, likelihood)
                .because("the called side answered " + Telling.answerAndCourse(call)
                        + ": it knows the callee but has no place to ring");
        if (said) {
            finding.because("its own words say that the callee is not registered");
        } else {
            finding.because("usually no phone of the callee is registered; do not disturb is the other common reason");
        }
        finding.evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Retry-After")
                .remedy(CALLER, "Try again later or another way")
                .remedy(USER, "Check that the phone is on, connected and signed in")
                .remedy(ADMIN, "Look up the callee's registrations at that time, and why the last one ended")
                .confirm("The registrar's list of contacts for the callee at the time of the call; and whether do not"
                        + " disturb was set");
    }

    private static void rangOut(Call call, Findings findings) {
        boolean longEnough = call.rangOut() || Refusals.hasQ850Cause(call, 18, 19);
        Finding finding = Refusals.fromPhoneNotPickedUp(
                        findings.diagnose(Cause.NO_ANSWER, longEnough ? LIKELY : POSSIBLE), call)
                .because("the called side answered "
                        + (Refusals.rang(call) ? Telling.answerAndRinging(call) : Telling.answerAndTime(call)));
        if (longEnough) {
            finding.because(
                    Refusals.rang(call)
                            ? "nobody picked up, and a timer ended the call"
                            : "its Reason says that the callee's telephone rang, though no 180 came, and nobody picked"
                                    + " up");
        } else if (!Refusals.alerted(call)) {
            finding.title("Nobody answered, or an announcement said that nobody can be reached")
                    .because("a 183 need not be ringing, and this was short for a ring timer: it may have been an"
                            + " announcement that the callee cannot be reached");
        } else if (call.ringTime().isPresent()) {
            finding.because("the ringing was short for a timer: the callee may have rejected the call, or the phone"
                    + " went away while it rang");
        } else {
            finding.because(
                    "how long it rang is not known, so that the callee rejected the call, or the phone went away"
                            + " while it rang, is not excluded");
        }
        finding.evidence(call.ringing())
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(CALLER, "Try again later or leave a message")
                .remedy(ADMIN, "If the user wants it, forward unanswered calls to voicemail or to another device")
                .confirm("Compare the ring time with the no-answer timer of the server that sent it");
    }
}
