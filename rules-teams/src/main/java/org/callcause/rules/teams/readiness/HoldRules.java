package org.callcause.rules.teams.readiness;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.responded;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.TeamsCall;

/** Hold towards Teams: only {@code a=inactive} is understood. */
public final class HoldRules {

    private static final String BLACK_HOLE = "0.0.0.0";

    private HoldRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(Rule.named("teams/hold-blackhole")
                .title("The SBC held the call with the address 0.0.0.0")
                .cites(Documents.MEDIA_PROTOCOL)
                .cites("Microsoft: Direct Routing, SIP response code 488 (2024-11-22)")
                .on(ended(Disposition.Kind.ANSWERED)
                        .and(responded(488))
                        .and(TeamsCall.directRouting(
                                "Microsoft refuses a re-INVITE whose media address is 0.0.0.0",
                                teams -> refusedHold(teams).isPresent())))
                .check(HoldRules::blackHole));
    }

    private static Optional<Hop> refusedHold(TeamsCall teams) {
        return teams.call().transactions(Method.INVITE).stream()
                .filter(invite -> !invite.isInitial())
                .map(Transaction::firstHop)
                .filter(hop -> hop.request()
                        .filter(teams::isToMicrosoft)
                        .flatMap(Offers::audio)
                        .flatMap(audio -> audio.connectionAddress())
                        .filter(BLACK_HOLE::equals)
                        .isPresent())
                .filter(hop -> hop.finalResponse()
                        .filter(response -> response.status() == 488)
                        .isPresent())
                .findFirst();
    }

    private static void blackHole(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        Hop hop = refusedHold(teams).orElseThrow();
        TrackedMessage invite = hop.request().orElseThrow();
        findings.violation()
                .origin(teams.sender(invite, "offered by the SBC " + invite.from()))
                .because("the SBC's re-INVITE holds the call with c= 0.0.0.0, and Microsoft answered 488: hold is"
                        + " understood as a=inactive only, so the Teams user was not held as meant")
                .evidence(invite)
                .evidenceInBody(invite, "c=")
                .evidence(hop.finalResponse())
                .remedy(ADMIN, "Let the SBC turn hold into a=inactive towards Teams")
                .confirm(Places.USAGE_REPORT + "; 488 with 531052 is what Microsoft writes down");
    }
}
