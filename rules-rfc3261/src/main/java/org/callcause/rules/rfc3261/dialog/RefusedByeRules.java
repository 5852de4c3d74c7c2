package org.callcause.rules.rfc3261.dialog;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.sent;

import java.util.List;
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
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** A BYE that was refused because it does not name the call it should end. */
final class RefusedByeRules {

    private static final Search<Transaction> UNTAGGED = new Search<>(
            "a BYE without the tags of the dialog was answered 481, and no other BYE was accepted",
            RefusedByeRules::untagged);

    private RefusedByeRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/bye-refused-without-tags")
                .title("The BYE did not name the call, and the other side kept it")
                .cites("RFC 3261 15.1.2")
                .cites("RFC 3261 12.2.1.1")
                .on(sent(Method.BYE)
                        .and(responded(481))
                        .and(has(Trait.INCOMPLETE_REQUEST))
                        .and(ended(Disposition.Kind.ANSWERED))
                        .and(UNTAGGED.found()))
                .check(UNTAGGED.then(RefusedByeRules::tell)));
    }

    private static Optional<Transaction> untagged(Call call) {
        List<Transaction> byes = Traffic.byes(call);
        boolean ended = byes.stream().anyMatch(bye -> bye.finalStatus() / 100 == 2);
        return ended
                ? Optional.empty()
                : byes.stream()
                        .filter(bye -> bye.finalStatus() == 481)
                        .filter(bye ->
                                bye.request().filter(RefusedByeRules::lacksTag).isPresent())
                        .findFirst();
    }

    private static boolean lacksTag(TrackedMessage bye) {
        return !bye.message().hasToTag() || !bye.message().hasFromTag();
    }

    private static void tell(Call call, Findings findings, Transaction bye) {
        TrackedMessage request = bye.request().orElseThrow();
        TrackedMessage refusal = bye.finalResponse().orElseThrow();
        String missing = request.message().hasFromTag() ? "To" : "From";
        findings.diagnose(Cause.DIALOG_UNKNOWN, request.message().hasIntactStructure() ? CERTAIN : LIKELY)
                .origin(Sides.senderOf(call, request))
                .because(request.from() + " hung up with a BYE that has no " + missing
                        + " tag; Call-ID and both tags together name a call, so " + refusal.from()
                        + " found none and answered "
                        + Telling.answer(refusal))
                .because("for " + request.from() + " the call is over; " + refusal.from()
                        + " keeps it, with its media and its billing, until a timer of its own ends it")
                .evidence(request)
                .evidence(request, missing)
                .evidence(refusal)
                .remedy(
                        ADMIN,
                        "Report it to the maker of " + request.from()
                                + ": a BYE repeats both tags as the answer to the INVITE gave them")
                .remedy(ADMIN, "Let session timers (RFC 4028) or a media timeout clear such calls meanwhile")
                .confirm("Whether " + refusal.from() + " still shows the call after the BYE");
    }
}
