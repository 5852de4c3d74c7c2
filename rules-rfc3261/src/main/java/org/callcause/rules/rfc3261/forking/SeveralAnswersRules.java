package org.callcause.rules.rfc3261.forking;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Dialog;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Several devices answered one INVITE. The caller keeps one call and has to end the others. */
final class SeveralAnswersRules {

    private static final Duration WAIT_FOR_ANSWERS = Duration.ofSeconds(32);

    private SeveralAnswersRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/second-answer-left-open")
                        .title("Two devices answered, and the caller did not end the call with one of them")
                        .cites("RFC 3261 13.2.2.4")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(method(Method.INVITE))
                                .and(where(
                                        "two devices answered",
                                        call -> confirmed(call).size() > 1))
                                .and(timed(
                                        "a 2xx made a second dialog, which got no ACK or no BYE",
                                        call -> leftOpen(call).isPresent())))
                        .needs(has(Trait.TO_TAGS).or(has(Trait.SEVERAL_HOPS)))
                        .check(SeveralAnswersRules::secondLeftOpen),
                Rule.named("rfc3261/late-second-answer")
                        .title("A second device answered after the caller had stopped waiting for answers")
                        .cites("RFC 3261 13.2.2.4")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(method(Method.INVITE))
                                .and(where(
                                        "two devices answered",
                                        call -> confirmed(call).size() > 1))
                                .and(timed(
                                        "a 2xx with another To tag came more than 32 s after the first",
                                        call -> late(call).isPresent())))
                        .needs(has(Trait.TO_TAGS).or(has(Trait.SEVERAL_HOPS)))
                        .check(SeveralAnswersRules::lateAnswer));
    }

    /** The dialogs that 2xx responses to the deciding INVITE confirmed on the hop nearest the caller. */
    private static List<Dialog> confirmed(Call call) {
        if (call.dialogs().size() < 2) {
            return List.of();
        }
        Optional<Transaction> attempt = call.decisiveAttempt();
        return call.dialogs().stream()
                .filter(dialog -> dialog.confirmedBy()
                        .filter(answer -> attempt.filter(invite ->
                                        invite.sequence() == answer.message().sequence()
                                                && invite.firstHop().from().equals(answer.to())
                                                && invite.fromTag().equals(dialog.callerTag()))
                                .isPresent())
                        .isPresent())
                .toList();
    }

    private static Optional<Dialog> leftOpen(Call call) {
        List<Dialog> confirmed = confirmed(call);
        if (confirmed.size() < 2 || confirmed.stream().noneMatch(Dialog::isAcknowledged)) {
            return Optional.empty();
        }
        boolean watched = call.observedAfterEnd()
                .filter(seen -> seen.compareTo(WAIT_FOR_ANSWERS) >= 0)
                .isPresent();
        long lasting = confirmed.stream()
                .filter(dialog -> dialog.terminatedBy().isEmpty())
                .count();
        boolean oneIsTheCall = call.bye().isEmpty() && lasting == 1;
        return confirmed.stream()
                .filter(dialog -> watched)
                .filter(dialog ->
                        !dialog.isAcknowledged() || (dialog.terminatedBy().isEmpty() && !oneIsTheCall))
                .findFirst();
    }

    private static void secondLeftOpen(Call call, Findings findings) {
        Dialog open = leftOpen(call).orElseThrow();
        TrackedMessage answer = open.confirmedBy().orElseThrow();
        Finding finding = findings.violation()
                .origin(new Origin(
                        Origin.CALLER, answer.to(), Origin.Basis.INFERRED, "or the way from there to " + answer.from()))
                .because(confirmed(call).size()
                        + " devices answered the call, each with its own To tag; the caller has to"
                        + " acknowledge each and end all but one");
        finding.because(
                open.isAcknowledged()
                        ? "no BYE was captured for one of them, which goes on as a call that nobody hears"
                        : "the answer of one of them was not acknowledged, so that device gives up after 32 s");
        confirmed(call).forEach(dialog -> finding.evidence(dialog.confirmedBy()));
        finding.evidence(answer, "To")
                .remedy(ADMIN, "Update the caller's device, or let a proxy fork that passes on one answer only")
                .confirm("See on the device " + answer.from() + " how its call ended");
    }

    private static Optional<Dialog> late(Call call) {
        List<Dialog> confirmed = confirmed(call);
        if (confirmed.size() < 2) {
            return Optional.empty();
        }
        TrackedMessage first = confirmed.get(0).confirmedBy().orElseThrow();
        return confirmed.stream()
                .skip(1)
                .filter(dialog -> Traffic.between(first, dialog.confirmedBy().orElseThrow())
                        .filter(gap -> gap.compareTo(WAIT_FOR_ANSWERS) > 0)
                        .isPresent())
                .findFirst();
    }

    private static void lateAnswer(Call call, Findings findings) {
        TrackedMessage answer = late(call).orElseThrow().confirmedBy().orElseThrow();
        TrackedMessage first = confirmed(call).get(0).confirmedBy().orElseThrow();
        findings.violation()
                .origin(Sides.senderOrWay(call, answer))
                .because("a second device answered "
                        + Traffic.between(first, answer).map(Sentences::time).orElse("long")
                        + " after the first; a caller takes further answers for 32 s only, so this one finds nobody")
                .evidence(first)
                .evidence(answer)
                .evidence(answer, "To")
                .remedy(ADMIN, "See why the forking element did not cancel that branch when the first device answered")
                .confirm("Capture between the forking element and " + answer.from());
    }
}
