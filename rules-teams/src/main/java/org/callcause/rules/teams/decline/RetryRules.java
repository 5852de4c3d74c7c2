package org.callcause.rules.teams.decline;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.EarlierRefusal;
import org.callcause.call.HumanPace;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.TeamsCall;

/**
 * A call that an SBC or a trunk offers to Teams again after a final refusal, which the user then sees as several missed
 * calls. Microsoft's own failover goes the other way, and the parallel calls of an SBC that forks do not follow a refusal.
 */
public final class RetryRules {

    private RetryRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(
                Rule.named("teams/retry-after-603")
                        .title("The call was tried again after a final 603")
                        .cites(Documents.RETRIES)
                        .cites("RFC 3261 21.6")
                        .on(triedAgainAfter(603))
                        .needs(Trait.FOLLOWS_REFUSAL)
                        .check((call, findings) -> retried(call, findings, 603)),
                Rule.named("teams/retry-after-busy")
                        .title("The call was tried again after the Teams user was busy")
                        .cites(Documents.INBOUND)
                        .cites(Documents.CAUSE_MAPPING)
                        .on(triedAgainAfter(486))
                        .needs(Trait.FOLLOWS_REFUSAL)
                        .check((call, findings) -> retried(call, findings, 486)));
    }

    private static Trigger triedAgainAfter(int status) {
        return method(Method.INVITE)
                .and(not(ended(Disposition.Kind.ANSWERED)))
                .and(where(
                        "the same caller had been refused by the same callee with " + status
                                + " less than 5 s before, on the same way",
                        call -> retriedWithin(call, status)
                                || earlier(call, status).isPresent()))
                .and(TeamsCall.directRouting(
                        "the INVITE goes to Microsoft",
                        teams -> teams.requestToMicrosoft().isPresent()));
    }

    /** Whether an attempt within this call was refused so, and another one followed it. */
    private static boolean retriedWithin(Call call, int status) {
        return call.attempts().stream()
                .filter(attempt -> attempt.finalStatus() == status)
                .flatMap(attempt -> attempt.finalResponse().stream())
                .anyMatch(refusal -> call.attempts().stream()
                        .flatMap(attempt -> attempt.request().stream())
                        .anyMatch(request -> request.index() > refusal.index()));
    }

    private static Optional<EarlierRefusal> earlier(Call call, int status) {
        return call.earlierRefusal()
                .filter(refusal -> refusal.status() == status)
                .filter(refusal -> refusal.gap().compareTo(HumanPace.LEAST_TO_REDIAL) < 0)
                .filter(refusal -> refusal.caller().host().equals(call.caller().host()));
    }

    private static void retried(Call call, Findings findings, int status) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        TrackedMessage invite = teams.requestToMicrosoft().orElseThrow();
        Optional<EarlierRefusal> before = earlier(call, status);
        String what = before.map(refusal -> "message " + refusal.message() + " had refused the same call with " + status
                        + ", and " + Sentences.time(refusal.gap()) + " later " + call.caller()
                        + " tried again with a new Call-ID")
                .orElseGet(() -> call.caller() + " tried again under the same Call-ID after a " + status);
        Finding finding = findings.diagnose(Cause.RETRY_AFTER_FINAL, before.isPresent() ? LIKELY : CERTAIN)
                .origin(teams.sender(
                        invite,
                        "sent by " + invite.from() + " after a " + status
                                + ", whether it or the carrier behind it began"))
                .because(what)
                .because("whoever tries again makes one refused call look like several missed calls to the Teams user")
                .evidence(call.initialRequest())
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason");
        if (status == 603) {
            finding.because("a 603 is final for every device of the callee")
                    .remedy(
                            ADMIN,
                            "Take 603 (and 4xx) out of the codes after which the SBC tries another route for this"
                                    + " trunk")
                    .remedy(CARRIER, "Do not offer a call again after 603");
        } else {
            finding.because("Microsoft sends Q.850 cause 34, in 2019 still 63, with 486; a carrier that trusts the"
                            + " cause more than the 486 takes a busy user for congestion and tries again")
                    .remedy(
                            ADMIN,
                            "Let the SBC take the Reason header out of 486, or rewrite its cause to 17, before the"
                                    + " carrier sees it; take 486 out of the codes after which the SBC tries another"
                                    + " route")
                    .remedy(CARRIER, "Do not offer a call again after 486, whatever the Q.850 cause beside it");
        }
        finding.confirm(Places.administrator("the SBC's log of both calls: which element began the second INVITE"))
                .confirm(Places.USAGE_REPORT)
                .confirm(Places.user("the times of the missed calls in the history, seconds apart for one call"));
    }
}
