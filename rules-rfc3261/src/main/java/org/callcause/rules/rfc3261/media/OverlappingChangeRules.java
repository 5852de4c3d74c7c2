package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.responded;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** A change of the session that one side makes before its last one is over (RFC 3261 14.1). */
final class OverlappingChangeRules {

    /** A change that comes too soon has to be refused with it (RFC 3261 14.2). */
    private static final int CODE_BAD_EVENT_ORDER = 500;

    private static final Search<Overlap> OVERLAP = new Search<>(
            "a re-INVITE or UPDATE of one side came before the answer to the one before it, or before the ACK of that",
            OverlappingChangeRules::overlap);

    private OverlappingChangeRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/overlapping-change")
                .title("A side changed the session again before its first change was over")
                .cites("RFC 3261 14.1")
                .cites("RFC 3261 14.2")
                .cites("RFC 3311 5.2")
                .supersedes("rfc3261/change-refused")
                .supersedes("rfc3261/hold-not-released")
                .on(method(Method.INVITE).and(responded(CODE_BAD_EVENT_ORDER)).and(OVERLAP.found()))
                .check(OVERLAP.then(OverlappingChangeRules::overlapping)));
    }

    private record Overlap(Transaction first, Transaction second) {}

    private static Optional<Overlap> overlap(Call call) {
        List<Transaction> changes = Sessions.changes(call);
        for (int i = 1; i < changes.size(); i++) {
            Transaction second = changes.get(i);
            Optional<TrackedMessage> request = second.request();
            for (int j = i - 1; j >= 0 && request.isPresent(); j--) {
                Transaction first = changes.get(j);
                if ((isUnanswered(first, request.get()) || isUnacknowledged(first, second))
                        && first.fromTag().equals(second.fromTag())
                        && (first.finalStatus() == CODE_BAD_EVENT_ORDER
                                || second.finalStatus() == CODE_BAD_EVENT_ORDER)) {
                    return Optional.of(new Overlap(first, second));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether this change had to be refused because the one before it was not over. */
    static boolean cameTooSoon(Call call, Transaction change) {
        return overlap(call)
                .filter(overlap -> overlap.second() == change && change.finalStatus() == CODE_BAD_EVENT_ORDER)
                .isPresent();
    }

    private static boolean isUnanswered(Transaction first, TrackedMessage next) {
        return first.finalResponse()
                .filter(response -> response.index() < next.index())
                .isEmpty();
    }

    /** A re-INVITE that was answered is over for the side that answered it only with its ACK, which came late. */
    private static boolean isUnacknowledged(Transaction first, Transaction second) {
        long sent = second.request().orElseThrow().index();
        return second.method().equals(Method.INVITE)
                && second.finalStatus() == CODE_BAD_EVENT_ORDER
                && first.finalStatus() / 100 == 2
                && !first.acknowledgements().isEmpty()
                && first.acknowledgements().stream().allMatch(ack -> ack.index() > sent);
    }

    /** Over the refusal of the second change the call may have been given up. */
    private static Optional<TrackedMessage> leftOver(Call call, Overlap overlap) {
        return overlap.second()
                .finalResponse()
                .filter(refusal -> refusal.status() == CODE_BAD_EVENT_ORDER)
                .flatMap(refusal -> call.bye().filter(bye -> Traffic.within(refusal, bye, SessionChangeRules.AT_ONCE)));
    }

    private static void overlapping(Call call, Findings findings, Overlap overlap) {
        TrackedMessage second = overlap.second().request().orElseThrow();
        Optional<TrackedMessage> left = leftOver(call, overlap);
        Finding finding = left.isPresent() ? findings.diagnose(Cause.CONFORMANCE, LIKELY) : findings.violation();
        finding.origin(Sides.senderOf(call, second))
                .because("its " + overlap.second().method() + " left while the "
                        + overlap.first().method() + " before it "
                        + (isUnanswered(overlap.first(), second)
                                ? "was not answered"
                                : "was answered and not yet acknowledged")
                        + ", and was refused with 500; one side may have one change under way at a time");
        left.ifPresent(bye -> finding.because("instead of going on as before, or trying again later, " + bye.from()
                + " ended the call "
                + Telling.later(overlap.second().finalResponse().orElseThrow(), bye)));
        finding.evidence(overlap.first().request())
                .evidence(second)
                .evidence(overlap.second().finalResponse())
                .evidence(overlap.second().finalResponse(), "Retry-After")
                .evidence(left)
                .remedy(
                        ADMIN,
                        "Update the device that does not wait, or see whether the first answer was lost on the way")
                .confirm("Compare the times of both requests and their answers at the sender");
    }
}
