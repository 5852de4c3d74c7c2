package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** 487 Request Terminated. With the caller's CANCEL it is the healthy end of a call that was given up. */
final class RequestTerminatedRules {

    private RequestTerminatedRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/487-without-cancel")
                .title("The far side ended the ringing with 487, and no CANCEL was captured")
                .cites("RFC 3261 21.4.25")
                .cites("RFC 3261 13.2.1")
                .on(Refusals.callRefusedWith(487)
                        .and(where(
                                "neither a CANCEL of the caller nor a BYE was captured",
                                call -> !isCancelledByCaller(call) && call.bye().isEmpty())))
                .check(RequestTerminatedRules::withoutCancel));
    }

    private static boolean isCancelledByCaller(Call call) {
        return call.decisiveAttempt().filter(Transaction::isCancelledByClient).isPresent();
    }

    private static void withoutCancel(Call call, Findings findings) {
        if (call.disposition().kind() != Disposition.Kind.NO_ANSWER) {
            findings.notChecked("whether the caller gave up cannot be told: a 487 came" + Telling.after(call)
                    + ", and the CANCEL that usually precedes it was not captured");
            return;
        }
        Optional<TrackedMessage> cancel = call.cancel();
        Finding finding = findings.diagnose(Cause.NO_ANSWER, cancel.isPresent() ? LIKELY : POSSIBLE)
                .because("the called side answered " + Telling.answerAndRinging(call)
                        + ", and no CANCEL of the caller was captured");
        cancel.ifPresentOrElse(
                sent -> finding.title("It rang, and an element on the way ended that with its own CANCEL")
                        .because(sent.from() + " cancelled the request that it had sent on, as servers do when nobody"
                                + " picks up for as long as they are set to wait (RFC 3261 16.8)"),
                () -> finding.because(
                        "so a timer on the way, or the Expires of the INVITE, probably ended the ringing"));
        finding.evidence(call.ringing())
                .evidence(cancel)
                .evidence(call.furthestFinalResponse())
                .evidence(call.initialRequest(), "Expires")
                .remedy(CALLER, "Try again later or leave a message")
                .remedy(ADMIN, "Compare the ring time with the no-answer timers on the way")
                .confirm("Capture nearer to the caller to see whether a CANCEL was sent");
    }
}
