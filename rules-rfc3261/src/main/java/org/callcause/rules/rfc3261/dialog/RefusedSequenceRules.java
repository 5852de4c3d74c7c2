package org.callcause.rules.rfc3261.dialog;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.responded;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.dialog.SequenceRules.Pair;
import org.callcause.rules.rfc3261.reading.DialogEffects;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** A request that was refused for its CSeq number, and whose purpose was not reached by another one. */
final class RefusedSequenceRules {

    /** What a request with too low a number has to be refused with (RFC 3261 12.2.2). */
    private static final int OUT_OF_ORDER = 500;

    private static final Search<Pair> REFUSED = new Search<>(
            "a BYE, a change of the session, a PRACK or a REFER has no higher number than a request before it from the"
                    + " same side that the other side had seen, and no later one made its refusal good",
            RefusedSequenceRules::refused);

    private RefusedSequenceRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/cseq-refused")
                .title("A request was refused for its CSeq number")
                .supersedes("rfc3261/bye-refused")
                .supersedes("rfc3261/change-refused")
                .supersedes("rfc3261/hold-not-released")
                .cites("RFC 3261 12.2.1.1")
                .cites("RFC 3261 12.2.2")
                .on(method(Method.INVITE)
                        .and(responded(OUT_OF_ORDER))
                        .and(has(Trait.REFUSAL))
                        .and(has(Trait.SEQUENCE_NOT_RAISED))
                        .and(REFUSED.found()))
                .check(REFUSED.then(RefusedSequenceRules::tell)));
    }

    static Optional<Pair> refused(Call call) {
        return SequenceRules.pair(
                call,
                (earlier, later) -> later.finalStatus() == OUT_OF_ORDER
                        && later.sequence() >= 0
                        && later.sequence() <= earlier.sequence()
                        && SequenceRules.inSameDialog(earlier, later)
                        && wasSeen(earlier, later)
                        && !SequenceRules.mayHaveChangedPlaces(earlier, later)
                        && isStillMissed(call, later));
    }

    /** Whether the other side had answered the first when the second was sent: it had counted to there. */
    private static boolean wasSeen(Transaction earlier, Transaction later) {
        long sent = later.request().orElseThrow().index();
        return earlier.responses().stream().anyMatch(response -> response.index() < sent);
    }

    /** Whether nothing later did what the request was for; a refused INFO or OPTIONS is mostly missed by nobody. */
    private static boolean isStillMissed(Call call, Transaction refused) {
        if (refused.method().equals(Method.BYE)) {
            return RefusedByeRules.isKept(call, refused);
        }
        if (refused.method().equals(Method.PRACK)) {
            return call.disposition().kind() != Disposition.Kind.ANSWERED;
        }
        boolean wanted = refused.method().equals(Method.INVITE)
                || refused.method().equals(Method.REFER)
                || (refused.method().equals(Method.UPDATE)
                        && refused.requestMessage()
                                .flatMap(request -> request.sdp())
                                .isPresent());
        return wanted
                && DialogEffects.acceptedAfter(call, refused.finalResponse().orElseThrow())
                        .filter(later -> later.isFromSameSideAs(refused))
                        .noneMatch(later -> later.method().equals(refused.method())
                                || (Sessions.isChange(later) && Sessions.isChange(refused)));
    }

    private static void tell(Call call, Findings findings, Pair pair) {
        Transaction refused = pair.after();
        TrackedMessage request = pair.later();
        TrackedMessage refusal = refused.finalResponse().orElseThrow();
        String method = refused.method().name();
        String answer = Telling.answer(refusal);
        boolean said = answer.toLowerCase(Locale.ROOT).contains("cseq");
        findings.diagnose(Cause.CSEQ_ERROR, said ? CERTAIN : LIKELY)
                .origin(Sides.senderOf(call, request))
                .because("the " + method + " has CSeq number " + refused.sequence() + ", where the same side's "
                        + pair.before().method() + " before it had "
                        + pair.before().sequence()
                        + "; each request inside a dialog counts on from the one before it, and one that does not has"
                        + " to be refused with 500")
                .because(refusal.from() + " answered " + answer + ", " + effect(refused, request, refusal))
                .evidence(pair.earlier(), "CSeq")
                .evidence(request)
                .evidence(request, "CSeq")
                .evidence(refusal)
                .evidence(refusal, "Warning")
                .remedy(
                        ADMIN,
                        "Report it to the maker of " + request.from()
                                + ": the next number is that of its last request plus one, and after a challenge that"
                                + " is the INVITE with the credentials")
                .remedy(ADMIN, "Where several nodes serve one call, let them share the dialog's numbers")
                .confirm("The log of " + refusal.from() + " names the CSeq number that it expected");
    }

    private static String effect(Transaction refused, TrackedMessage request, TrackedMessage refusal) {
        if (refused.method().equals(Method.BYE)) {
            return "so for " + request.from() + " the call is over, while " + refusal.from()
                    + " may keep it, with its media and its billing, until a timer of its own ends it";
        }
        if (refused.method().equals(Method.PRACK)) {
            return "so the provisional response stayed unconfirmed, and the call was never answered";
        }
        return refused.method().equals(Method.REFER)
                ? "so the transfer was not made"
                : "so the session stayed as it was, and no later request changed it";
    }
}
