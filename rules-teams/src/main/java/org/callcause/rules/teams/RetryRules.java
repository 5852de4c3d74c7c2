package org.callcause.rules.teams;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.EarlierRefusal;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Transaction;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;

/** A call that an SBC or a trunk tries again after 603, which the user then sees as several missed calls. */
final class RetryRules {

    /** A machine tries again at once; a person needs longer to hear the tone, hang up and dial. */
    private static final Duration FASTER_THAN_REDIALLING = Duration.ofSeconds(5);

    private RetryRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("teams/retry-after-603")
                .title("The call was tried again after a final 603")
                .cites(Pages.RETRIES)
                .cites("RFC 3261 21.6")
                .on(where(
                                "the same caller had been refused by the same callee with 603 less than 5 s before, on the"
                                        + " same way",
                                call -> retriedWithin(call) || earlier(call).isPresent())
                        .and(Microsoft.teamsCall()))
                .check(RetryRules::retried));
    }

    /** The refused attempt in this call after which another one followed. */
    private static boolean retriedWithin(Call call) {
        List<Transaction> attempts = call.attempts();
        return attempts.size() > 1
                && attempts.subList(0, attempts.size() - 1).stream().anyMatch(attempt -> attempt.finalStatus() == 603);
    }

    private static Optional<EarlierRefusal> earlier(Call call) {
        return call.earlierRefusal()
                .filter(refusal -> refusal.status() == 603)
                .filter(refusal -> refusal.gap().compareTo(FASTER_THAN_REDIALLING) < 0)
                .filter(refusal -> refusal.caller().host().equals(call.caller().host()));
    }

    private static void retried(Call call, Findings findings) {
        Optional<EarlierRefusal> before = earlier(call);
        String what = before.map(refusal -> String.format(
                        Locale.ROOT,
                        "message %d had refused the same call with 603, and %.1f s later %s tried again with a new"
                                + " Call-ID",
                        refusal.message(),
                        refusal.gap().toMillis() / 1_000.0,
                        call.caller()))
                .orElseGet(() -> call.caller() + " tried again under the same Call-ID after a 603");
        findings.diagnose(Cause.RETRY_AFTER_FINAL, before.isPresent() ? LIKELY : CERTAIN)
                .origin(new Origin(
                        Origin.CALLER, call.caller(), Origin.Basis.SEEN, "sent by " + call.caller() + " after a 603"))
                .because(what)
                .because(
                        "a 603 is final for every device of the callee; whoever tries again makes one declined call look"
                                + " like several missed calls")
                .evidence(call.initialRequest())
                .evidence(call.furthestFinalResponse())
                .remedy(
                        ADMIN,
                        "Take 603 (and 4xx) out of the codes after which the SBC tries another route for this trunk")
                .remedy(CARRIER, "Do not offer a call again after 603")
                .confirm("The SBC's log of both calls: which element began the second INVITE")
                .confirm(Pages.USAGE_REPORT);
    }
}
