package org.callcause.rules.teams.decline;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.message.Reason;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.TeamsCall;
import org.callcause.rules.teams.recognition.Telling;

/** 486 of a busy Teams user, with a Q.850 cause that elsewhere means congestion. */
public final class BusyRules {

    private BusyRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(Rule.named("teams/busy-as-congestion")
                .title("The Teams user was busy, with a cause that carriers take for congestion")
                .cites(Documents.CAUSE_MAPPING)
                .cites(Documents.INBOUND)
                .cites("RFC 4497 8.4.4")
                .supersedes("rfc3261/busy")
                .supersedes("rfc3261/q850-release")
                .on(status(486)
                        .and(TeamsCall.directRouting(
                                "Microsoft answers with Q.850 cause 34 or 63",
                                teams -> teams.isRefusedByMicrosoft()
                                        && misleading(teams.call()).isPresent())))
                .check(BusyRules::busy));
    }

    private static Optional<Reason> misleading(Call call) {
        return call.reasons().stream()
                .filter(reason -> reason.isOf("Q.850"))
                .filter(reason ->
                        reason.cause().orElse(0) == 34 || reason.cause().orElse(0) == 63)
                .findFirst();
    }

    private static void busy(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        int cause = misleading(call).orElseThrow().cause().orElse(0);
        findings.diagnose(Cause.BUSY, LIKELY)
                .refines(Disposition.Kind.BUSY)
                .origin(teams.answerer())
                .because(Telling.ending(teams) + ": the user is on another call or refused this one")
                .because("Q.850 cause " + cause + " beside it means "
                        + (cause == 34 ? "that no circuit is free" : "that a service is not available")
                        + " elsewhere; Microsoft maps 486 so, where the standard mapping is 17, user busy")
                .because("a carrier that goes by the cause tries again or plays congestion: several missed calls for"
                        + " one call")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(CALLER, "Call again later")
                .remedy(
                        ADMIN,
                        "Let the SBC take the Reason header out of 486, or rewrite its cause to 17, before the carrier"
                                + " sees it; review busy on busy in the calling policy")
                .remedy(CARRIER, "Take 486 for busy, whatever the Q.850 cause beside it")
                .confirm(Places.USAGE_REPORT)
                .confirm(Places.FORWARDING);
    }
}
