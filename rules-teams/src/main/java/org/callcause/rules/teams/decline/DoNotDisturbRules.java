package org.callcause.rules.teams.decline;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.LegacyClients;
import org.callcause.rules.teams.recognition.TeamsCall;

/** 606, which Microsoft's clients send for Do Not Disturb and RFC 3261 keeps for media that no device accepts. */
public final class DoNotDisturbRules {

    private DoNotDisturbRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(Rule.named("teams/606-do-not-disturb")
                .title("The callee had set Do Not Disturb")
                .cites(Documents.CLIENT_ERRORS)
                .cites(Documents.CALL_END_CODES)
                .cites("RFC 3261 21.6.4")
                .supersedes("rfc3261/offer-not-acceptable")
                .on(status(606)
                        .and(TeamsCall.any().or(LegacyClients.takePart()))
                        .and(not(where(
                                "a Warning or a session description proves the RFC's reading",
                                DoNotDisturbRules::aboutMedia))))
                .check(DoNotDisturbRules::doNotDisturb));
    }

    private static boolean aboutMedia(Call call) {
        return call.finalResponse()
                .map(response -> response.message())
                .filter(message ->
                        !message.warnings().isEmpty() || message.sdp().isPresent())
                .isPresent();
    }

    private static void doNotDisturb(Call call, Findings findings) {
        boolean lync = LegacyClients.takePart(call);
        Finding finding = findings.diagnose(Cause.DO_NOT_DISTURB, lync ? LIKELY : POSSIBLE)
                .refines(Disposition.Kind.DO_NOT_DISTURB)
                .because("the call ended with " + call.finalStatus() + " " + call.finalPhrase()
                        + ", which Microsoft's clients send while their user has Do Not Disturb set")
                .because("RFC 3261 means something else by 606, media that no device of the callee accepts; neither a"
                        + " Warning nor a session description in the response says so here")
                .because(
                        lync
                                ? "the product named in the trace is Lync or Skype for Business, whose word for it"
                                        + " this is"
                                : "for Teams itself Microsoft documents no more than the RFC's meaning, so this stays a"
                                        + " possibility, and media that nobody accepts the other one")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Server")
                .evidence(call.furthestFinalResponse(), "User-Agent")
                .ratherThan(
                        Cause.CODEC_MISMATCH,
                        "No device of the callee takes the offered media",
                        "RFC 3261's reading would come with a Warning or a session description, and neither is there")
                .remedy(CALLER, "Write instead, or call again later")
                .remedy(
                        USER,
                        "Change the presence from Do Not Disturb, or add the caller to those with priority access")
                .remedy(
                        ADMIN,
                        "If the callee was not in Do Not Disturb, compare the codecs and the encryption of the offer"
                                + " with what the client accepts")
                .confirm(Places.user("the callee's presence at the time of the call"))
                .confirm(Places.CALL_ANALYTICS);
        TeamsCall.of(call).ifPresent(teams -> finding.origin(teams.answerer()));
    }
}
