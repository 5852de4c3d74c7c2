package org.callcause.rules.rfc3261.transfer;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.sent;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** What became of a transfer, as its notifications tell the transferor. */
final class TransferOutcomeRules {

    private static final long ONE_SECOND = 1_000_000_000L;

    private TransferOutcomeRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/transfer-failed")
                        .title("The transfer failed")
                        .cites("RFC 3515 2.4.5")
                        .cites("RFC 5589 6")
                        .on(sent(Method.REFER)
                                .and(where(
                                        "a notification of the REFER reports a failure",
                                        call -> Referral.failed(call).isPresent())))
                        .check(TransferOutcomeRules::tellFailed),
                Rule.named("rfc3261/refer-refused")
                        .title("The request to transfer was refused")
                        .cites("RFC 3515 2.4.2")
                        .on(sent(Method.REFER)
                                .and(where(
                                        "a REFER got a final answer other than 2xx, and no later one did better",
                                        call -> refused(call).isPresent())))
                        .check(TransferOutcomeRules::tellRefused),
                Rule.named("rfc3261/refer-without-notify")
                        .title("A transfer was accepted, and nothing was ever told of it")
                        .cites("RFC 3515 2.4.4")
                        .cites("RFC 4488 4")
                        .on(sent(Method.REFER)
                                .and(where(
                                        "a REFER got a 2xx and no NOTIFY, though none forbade it",
                                        call -> untold(call).isPresent()))
                                .and(timed(
                                        "the capture went on for long enough to hold one",
                                        call -> untold(call)
                                                .filter(referral -> watchedAfter(call, referral))
                                                .isPresent())))
                        .check(TransferOutcomeRules::tellUntold),
                Rule.named("rfc3261/transfer-result-unknown")
                        .title("The result of a transfer was not reported")
                        .cites("RFC 3515 2.4.5")
                        .cites("RFC 5589 6.1")
                        .on(sent(Method.REFER)
                                .and(where(
                                        "the notifications of the REFER tell no more than progress",
                                        call -> open(call).isPresent())))
                        .check(TransferOutcomeRules::tellOpen));
    }

    private static Optional<Referral> first(Call call, Predicate<Referral> wanted) {
        return Referral.of(call).stream().filter(wanted).findFirst();
    }

    private static Cause cause(int status) {
        return switch (status) {
            case 404, 408, 410, 480, 484, 486, 487, 600, 603, 604 -> Cause.TRANSFER_TARGET_UNAVAILABLE;
            case 481 -> Cause.REPLACES_NO_MATCH;
            default -> Cause.TRANSFER_FAILED;
        };
    }

    private static String meaning(int status) {
        return switch (status) {
            case 404, 410, 484, 604 -> "the target's number or address does not exist there";
            case 408 -> "the target did not answer, or could not be reached in time";
            case 480 -> "the target had no phone that could ring, or did not pick up";
            case 486, 600 -> "the target was busy";
            case 487 -> "the call to the target was given up before it was answered";
            case 603 -> "the target declined";
            case 401, 403, 407 -> "the transferee may not make that call";
            case 481 -> "the call that the target was to take over does not exist there";
            case 488, 606 -> "the two sides had no media in common";
            case 503 -> "a server on the way to the target could not serve";
            default -> "the call to the target did not come about";
        };
    }

    private static void tellFailed(Call call, Findings findings) {
        Referral referral = Referral.failed(call).orElseThrow();
        TrackedMessage notification = referral.outcome().orElseThrow();
        int status = Referral.reported(notification);
        String line = Referral.reportedLine(notification).replaceFirst("(?i)^SIP/2.0 ", "");
        Finding finding = findings.diagnose(cause(status), CERTAIN)
                .title("The transfer to " + referral.target() + " failed: " + line)
                .origin(new Origin(
                        "transfer target",
                        notification.from(),
                        Origin.Basis.INFERRED,
                        "as reported by " + notification.from() + ", which placed the call to the target"))
                .because(referral.request().from() + " asked "
                        + referral.request().to() + " to call "
                        + referral.target()
                        + (referral.isAttended() ? ", to take over a call that was up with it" : ""))
                .because("the notification in message #" + notification.index() + " reports the end of that call: "
                        + line + ", so " + meaning(status))
                .because("the " + referral.refer().finalStatus()
                        + " to the REFER says only that the request was taken, not that the transfer worked")
                .evidence(referral.request())
                .evidence(referral.request(), "Refer-To")
                .evidence(notification)
                .evidenceInBody(notification, Referral.reportedLine(notification));
        if (!cause(status).equals(Cause.TRANSFER_FAILED)) {
            finding.ratherThan(
                    Cause.TRANSFER_FAILED,
                    "The transferor's or the transferee's system cannot transfer",
                    "the REFER was accepted with " + referral.refer().finalStatus()
                            + " and the call to the target was placed");
        }
        finding.remedy(USER, "Take the call back, and call the target first before transferring")
                .remedy(
                        ADMIN,
                        "Follow the call from the transferee to " + referral.target()
                                + ": it has a Call-ID of its own, and its final response is the real cause")
                .confirm("Capture at " + notification.from() + " the INVITE that carries Referred-By or goes to "
                        + referral.target());
    }

    private static Optional<Referral> refused(Call call) {
        return Referral.of(call).stream().reduce((earlier, later) -> later).filter(last -> {
            int status = last.refer().finalStatus();
            return status >= 300 && status != 401 && status != 407 && status != 491;
        });
    }

    private static void tellRefused(Call call, Findings findings) {
        Referral referral = refused(call).orElseThrow();
        TrackedMessage answer = referral.refer().finalResponse().orElseThrow();
        Optional<TrackedMessage> allowing = allowing(call, answer);
        boolean listed = allowing.filter(message -> message.message().headerValues(HeaderName.ALLOW).stream()
                        .anyMatch(Method.REFER.name()::equalsIgnoreCase))
                .isPresent();
        Finding finding = findings.diagnose(Cause.TRANSFER_FAILED, LIKELY)
                .origin(Sides.likelySender(call, answer, "or a system behind it"))
                .because(referral.request().from() + " asked for a transfer to " + referral.target() + " and got "
                        + Telling.answer(answer)
                        + ": the other side did not even try");
        allowing.ifPresent(message -> finding.because("the Allow header of " + answer.from() + " "
                + (listed ? "lists REFER, so it is this one that it does not take" : "does not list REFER")));
        if (!listed) {
            finding.because("many carriers and some phones do not take a REFER, and the transfer has to be made on this"
                    + " side");
        }
        finding.evidence(referral.request())
                .evidence(referral.request(), "Refer-To")
                .evidence(answer)
                .evidence(answer, "Allow")
                .evidence(allowing, "Allow")
                .ratherThan(
                        Cause.TRANSFER_TARGET_UNAVAILABLE,
                        "The target of the transfer could not take the call",
                        "the target was never called, as the REFER itself was refused")
                .remedy(ADMIN, "Let the border element or PBX make the transfer itself instead of passing the REFER on")
                .remedy(USER, "Put the call on hold, call the target and join the two calls in the PBX")
                .confirm(
                        allowing.isPresent()
                                ? "The log of " + answer.from() + ": who may transfer there, and where to"
                                : "Whether the Allow header of " + answer.from() + " lists REFER");
    }

    /** The last message of the side that refused that says what it takes. */
    private static Optional<TrackedMessage> allowing(Call call, TrackedMessage answer) {
        return call.messages().stream()
                .filter(message ->
                        message.index() <= answer.index() && message.from().equals(answer.from()))
                .filter(message ->
                        Sides.same(call, message, answer) && message.message().has(HeaderName.ALLOW))
                .reduce((earlier, later) -> later);
    }

    private static Optional<Referral> untold(Call call) {
        return first(
                call,
                referral -> referral.isAccepted()
                        && referral.notifications().isEmpty()
                        && !referral.wantsNoNotifications());
    }

    /** Whether the capture went on for longer than a first NOTIFY, which has to come at once, can take. */
    private static boolean watchedAfter(Call call, Referral referral) {
        TrackedMessage accepted = referral.refer().finalResponse().orElseThrow();
        TrackedMessage last = call.messages().get(call.messages().size() - 1);
        long seen = last.nanos() - accepted.nanos();
        long after = call.observedAfterEnd().map(time -> time.toNanos()).orElse(0L);
        return accepted.hasTime() && seen + after > 5 * ONE_SECOND;
    }

    private static void tellUntold(Call call, Findings findings) {
        Referral referral = untold(call).orElseThrow();
        TrackedMessage answer = referral.refer().finalResponse().orElseThrow();
        findings.violation()
                .origin(Sides.receiverOf(call, referral.request(), "or its NOTIFY takes a way that was not captured"))
                .because(answer.from() + " accepted the transfer with " + answer.status()
                        + " and sent no NOTIFY, although the first one has to follow at once")
                .because("without it the transferor does not know whether it may hang up")
                .evidence(referral.request())
                .evidence(answer)
                .remedy(ADMIN, "Let " + answer.from() + " report its transfers, or agree on Refer-Sub: false")
                .confirm("Capture at " + answer.from() + ": does a NOTIFY leave it");
    }

    private static Optional<Referral> open(Call call) {
        return first(
                call,
                referral -> referral.isAccepted()
                        && !referral.notifications().isEmpty()
                        && referral.outcome().isEmpty());
    }

    private static void tellOpen(Call call, Findings findings) {
        Referral referral = open(call).orElseThrow();
        findings.notChecked("the notifications of the transfer to " + referral.target()
                + " end with progress, so whether it worked is not known here; a capture of the transferee's call to"
                + " the target, which has a Call-ID of its own, would show it");
    }
}
