package org.callcause.rules.rfc3261.forking;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.ReliableResponses;
import org.callcause.rules.rfc3261.reading.Sides;

/** Several To tags before the answer: the places where a call rings, seen from the caller. */
final class EarlyDialogRules {

    private EarlyDialogRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/forked-behind")
                        .title("The call rang in several places that the capture does not show")
                        .cites("RFC 3261 12.1")
                        .cites("RFC 3261 16.7")
                        .on(method(Method.INVITE)
                                .and(not(ended(Disposition.Kind.ANSWERED)))
                                .and(not(ended(Disposition.Kind.CANCELLED)))
                                .and(where(
                                        "provisional responses have more than one To tag on the caller's hop",
                                        call -> places(call) > 1)))
                        .needs(Trait.TO_TAGS)
                        .check((call, findings) ->
                                findings.notChecked("why each place failed: provisional responses with "
                                        + places(call)
                                        + " different To tags came, so the call was forked further on, and the caller"
                                        + " got one code for all; a capture at the forking element would show each"
                                        + " branch")),
                Rule.named("rfc3261/199-misused")
                        .title("199 Early Dialog Terminated was sent to a caller that does not know it, or for nothing")
                        .cites("RFC 6228 4")
                        .on(responded(199)
                                .and(method(Method.INVITE))
                                .and(where(
                                        "the INVITE does not support 199, or the dialog goes on after it",
                                        call -> misused(call).isPresent())))
                        .check(EarlyDialogRules::misused199));
    }

    private static List<TrackedMessage> responses(Call call) {
        return call.decisiveAttempt()
                .map(attempt -> attempt.firstHop().responses())
                .orElse(List.of());
    }

    private static long places(Call call) {
        List<TrackedMessage> responses = responses(call);
        return responses.size() < 3
                ? 0
                : responses.stream()
                        .filter(response -> response.status() > 100 && response.status() < 200)
                        .flatMap(response -> response.message().toTag().stream())
                        .distinct()
                        .count();
    }

    private record Misuse(TrackedMessage terminated, String sentence, Optional<TrackedMessage> beside) {}

    private static Optional<Misuse> misused(Call call) {
        Optional<TrackedMessage> terminated = responses(call).stream()
                .filter(response -> response.status() == 199)
                .findFirst();
        if (terminated.isEmpty()) {
            return Optional.empty();
        }
        TrackedMessage gone = terminated.get();
        Optional<TrackedMessage> request = call.decisiveAttempt().flatMap(Transaction::request);
        if (request.filter(invite -> !ReliableResponses.supports(invite.message(), "199"))
                .isPresent()) {
            return Optional.of(new Misuse(
                    gone, "the INVITE does not name 199 in Supported, so nobody may send it this code", request));
        }
        return responses(call).stream()
                .filter(later -> later.index() > gone.index() && later.status() < 300)
                .filter(later -> later.message().hasSameToTag(gone.message()))
                .findFirst()
                .map(later -> new Misuse(
                        gone,
                        "199 says that this early dialog is over, and a " + later.status()
                                + " of the same dialog followed",
                        Optional.of(later)));
    }

    private static void misused199(Call call, Findings findings) {
        Misuse misuse = misused(call).orElseThrow();
        findings.violation()
                .origin(Sides.senderOrWay(call, misuse.terminated()))
                .because(misuse.sentence())
                .evidence(misuse.terminated())
                .evidence(misuse.terminated(), "To")
                .evidence(misuse.beside(), "Supported")
                .evidence(misuse.beside())
                .remedy(ADMIN, "Update the element that sent 199")
                .confirm("Capture at the forking element: what became of that branch");
    }
}
