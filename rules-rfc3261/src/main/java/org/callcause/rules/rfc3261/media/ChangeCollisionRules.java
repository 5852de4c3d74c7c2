package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Changes of the session that meet: both sides at once, or one side before its last change was answered. */
final class ChangeCollisionRules {

    /** RFC 3261 14.1: the owner of the Call-ID waits from 2.1 to 4 s, the other side up to 2 s; network delay beside. */
    private static final Duration OWNER_WAITS_AT_LEAST = Duration.ofMillis(2_100);

    private static final int CODE_BAD_EVENT_ORDER = 500;

    private ChangeCollisionRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/glare")
                        .title("Both sides changed the session at once")
                        .cites("RFC 3261 14.1")
                        .cites("RFC 3261 14.2")
                        .cites("RFC 3311 5.2")
                        .on(method(Method.INVITE)
                                .and(responded(491))
                                .and(timed(
                                        "after a 491 the change was not tried again as it should, or the call ended",
                                        call -> badGlare(call).isPresent())))
                        .needs(Trait.CHANGE)
                        .check(ChangeCollisionRules::glare),
                Rule.named("rfc3261/overlapping-change")
                        .title("A side changed the session again before its first change was answered")
                        .cites("RFC 3261 14.1")
                        .cites("RFC 3261 14.2")
                        .cites("RFC 3311 5.2")
                        .on(method(Method.INVITE)
                                .and(responded(500))
                                .and(where(
                                        "a re-INVITE or UPDATE of one side came before the answer to the one before it",
                                        call -> overlap(call).isPresent())))
                        .check(ChangeCollisionRules::overlapping));
    }

    private record Glare(Transaction refused, Optional<Transaction> retry, boolean ended) {}

    private static Optional<Glare> badGlare(Call call) {
        List<Transaction> changes = Sessions.changes(call);
        Optional<TrackedMessage> bye = call.bye();
        for (Transaction change : changes) {
            if (change.finalStatus() != 491) {
                continue;
            }
            TrackedMessage refusal = change.finalResponse().orElseThrow();
            Optional<Transaction> retry = changes.stream()
                    .filter(later -> later.fromTag().equals(change.fromTag()))
                    .filter(later -> later.request()
                            .filter(request -> request.index() > refusal.index())
                            .isPresent())
                    .findFirst();
            boolean owner = call.decisiveAttempt()
                    .filter(attempt -> attempt.fromTag().equals(change.fromTag()))
                    .isPresent();
            boolean early = owner
                    && retry.flatMap(Transaction::request)
                            .filter(request -> Traffic.within(refusal, request, OWNER_WAITS_AT_LEAST.minusMillis(100)))
                            .isPresent();
            boolean left = retry.isEmpty()
                    && bye.filter(end -> Traffic.within(refusal, end, SessionChangeRules.AT_ONCE))
                            .isPresent();
            if (early || left) {
                return Optional.of(new Glare(change, retry, left));
            }
        }
        return Optional.empty();
    }

    private static void glare(Call call, Findings findings) {
        Glare glare = badGlare(call).orElseThrow();
        TrackedMessage refusal = glare.refused().finalResponse().orElseThrow();
        Finding finding = glare.ended() ? findings.diagnose(Cause.GLARE, LIKELY) : findings.violation();
        finding.because("both sides had a change under way, so one was refused with 491, which is in order once")
                .evidence(glare.refused().request())
                .evidence(refusal);
        if (glare.ended()) {
            TrackedMessage bye = call.bye().orElseThrow();
            finding.origin(Sides.senderOf(call, bye))
                    .because("instead of trying again after a moment, the call was ended "
                            + Traffic.between(refusal, bye).map(Sentences::time).orElse("soon") + " later")
                    .evidence(bye);
        } else {
            TrackedMessage retry = glare.retry().flatMap(Transaction::request).orElseThrow();
            finding.origin(Sides.senderOf(call, retry))
                    .because("the side that made the call tried again after "
                            + Traffic.between(refusal, retry)
                                    .map(Sentences::time)
                                    .orElse("an unknown time")
                            + "; it has to wait from 2.1 to 4 s, so that the other side, which waits less than 2 s,"
                            + " goes first")
                    .evidence(retry);
        }
        finding.remedy(
                        ADMIN,
                        "Update the device that does not keep to the waiting times, or switch off changes of the"
                                + " session right after the answer (direct media, early session refresh)")
                .confirm("The log of the device that tried again shows its waiting time");
    }

    private record Overlap(Transaction first, Transaction second) {}

    private static Optional<Overlap> overlap(Call call) {
        List<Transaction> changes = Sessions.changes(call);
        for (int i = 1; i < changes.size(); i++) {
            Transaction second = changes.get(i);
            Optional<TrackedMessage> request = second.request();
            for (int j = i - 1; j >= 0 && request.isPresent(); j--) {
                Transaction first = changes.get(j);
                boolean open = first.finalResponse()
                        .filter(response -> response.index() < request.get().index())
                        .isEmpty();
                if (open
                        && first.fromTag().equals(second.fromTag())
                        && (first.finalStatus() == CODE_BAD_EVENT_ORDER
                                || second.finalStatus() == CODE_BAD_EVENT_ORDER)) {
                    return Optional.of(new Overlap(first, second));
                }
            }
        }
        return Optional.empty();
    }

    private static void overlapping(Call call, Findings findings) {
        Overlap overlap = overlap(call).orElseThrow();
        TrackedMessage second = overlap.second().request().orElseThrow();
        findings.violation()
                .origin(Sides.senderOf(call, second))
                .because("its " + overlap.second().method() + " left before its "
                        + overlap.first().method()
                        + " was answered, and was refused with 500; one side may have one offer under way at a time")
                .evidence(overlap.first().request())
                .evidence(second)
                .evidence(overlap.second().finalResponse())
                .evidence(overlap.second().finalResponse(), "Retry-After")
                .remedy(
                        ADMIN,
                        "Update the device that does not wait, or see whether the first answer was lost on the way")
                .confirm("Compare the times of both requests and their answers at the sender");
    }
}
