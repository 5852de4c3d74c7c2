package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.Reason;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/** 487 Request Terminated. With the caller's CANCEL it is the healthy end of a call that was given up. */
final class RequestTerminatedRules {

    private static final Pattern NO_ANSWER = Pattern.compile("(?i)\\bno[ _-]?answer|\\bring[ _-]?time");
    private static final Pattern TIMER = Pattern.compile("(?i)time");

    private static final Search<TrackedMessage> RING_TIMER = new Search<>(
            "it rang, and the CANCEL says that nobody answered in time", RequestTerminatedRules::ringTimer);

    private RequestTerminatedRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/cancelled-by-ring-timer")
                        .title("It rang and nobody answered, and the side that called stopped waiting")
                        .cites("RFC 3326 2")
                        .on(ended(Disposition.Kind.CANCELLED)
                                .and(method(Method.INVITE))
                                .and(has(Trait.CANCEL))
                                .and(RING_TIMER.found()))
                        .needs(Trait.UNUSUAL_REASON)
                        .check(RING_TIMER.then(RequestTerminatedRules::rangOut)),
                Rule.named("rfc3261/487-without-cancel")
                        .title("The far side ended the ringing with 487, and no CANCEL was captured")
                        .cites("RFC 3261 21.4.25")
                        .cites("RFC 3261 13.2.1")
                        .on(Refusals.callRefusedWith(487)
                                .and(where(
                                        "neither a CANCEL of the caller nor a BYE was captured",
                                        call -> !isCancelledByCaller(call)
                                                && call.bye().isEmpty())))
                        .check(RequestTerminatedRules::withoutCancel));
    }

    private static Optional<TrackedMessage> ringTimer(Call call) {
        return call.cancel()
                .filter(cancel -> Refusals.alerted(call)
                        && cancel.message().reasons().stream().anyMatch(RequestTerminatedRules::saysNoAnswer));
    }

    private static boolean saysNoAnswer(Reason reason) {
        int cause = reason.cause().orElse(0);
        return (reason.isOf("SIP") && cause == 408)
                || (reason.isOf("Q.850") && (cause == 18 || cause == 19))
                || reason.text().filter(text -> NO_ANSWER.matcher(text).find()).isPresent();
    }

    private static boolean namesTimer(TrackedMessage cancel) {
        return cancel.message().reasons().stream()
                .anyMatch(reason -> (reason.isOf("SIP") && reason.cause().orElse(0) == 408)
                        || reason.text()
                                .filter(text -> TIMER.matcher(text).find())
                                .isPresent());
    }

    private static void rangOut(Call call, Findings findings, TrackedMessage cancel) {
        findings.diagnose(Cause.NO_ANSWER, LIKELY)
                .refines(Disposition.Kind.NO_ANSWER)
                .because("a phone rang"
                        + call.ringTime()
                                .map(time -> " for " + Sentences.time(time))
                                .orElse("")
                        + ", then " + cancel.from() + " cancelled the call and gave as its reason "
                        + (namesTimer(cancel) ? "that a timer ran out" : "that nobody had answered")
                        + ", where a caller who gives up names none")
                .because("so nobody picked up in the time that this side waits; it may try another phone or a mailbox"
                        + " next")
                .evidence(call.ringing())
                .evidence(cancel)
                .evidence(cancel, "Reason")
                .remedy(CALLER, "Try again later or leave a message")
                .remedy(ADMIN, "If phones ring for too short a time, lengthen the no-answer timer of " + cancel.from())
                .confirm("The log of " + cancel.from() + ": which of its timers ran out, and where the call went next");
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
