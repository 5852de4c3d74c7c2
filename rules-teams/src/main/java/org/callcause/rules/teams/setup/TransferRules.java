package org.callcause.rules.teams.setup;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.EarlierRefusal;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.TeamsCall;
import org.callcause.rules.teams.recognition.Telling;

/** The INVITE that an SBC sends to Microsoft after a REFER: with everything that the REFER gave it, and once. */
public final class TransferRules {

    private static final List<String> CARRIERS = List.of("Referred-By", "To", "Contact");

    private TransferRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(
                Rule.named("teams/transfer-target-altered")
                        .title("Something between Microsoft and Microsoft changed the target of the transfer")
                        .cites(Documents.TRANSFERS)
                        .cites(Documents.SIP_PROTOCOL)
                        .on(carries("Referred-By")
                                .and(TeamsCall.directRouting(
                                        "x-t, x-ti or x-tt of the INVITE after a REFER has not the form that Microsoft"
                                                + " gave it",
                                        teams -> altered(teams).isPresent())))
                        .check(TransferRules::alteredTarget),
                Rule.named("teams/transfer-repeated")
                        .title("The SBC sent the INVITE of a transfer again after it was refused")
                        .cites("Microsoft: Direct Routing, SIP response code 500 (2025-08-18)")
                        .cites(Documents.SIP_PROTOCOL)
                        .supersedes("rfc3261/refused")
                        .on(status(500)
                                .and(TeamsCall.directRouting(
                                        "Microsoft refuses the INVITE of a transfer that it had refused within a"
                                                + " minute",
                                        teams -> isRepeated(teams))))
                        .needs(Trait.FOLLOWS_REFUSAL)
                        .check(TransferRules::repeated));
    }

    private record Altered(String header, String clause) {}

    private static Optional<Altered> altered(TeamsCall teams) {
        return teams.requestToMicrosoft().stream()
                .flatMap(request -> CARRIERS.stream()
                        .flatMap(header -> request
                                .message()
                                .header(header)
                                .flatMap(TransferParameters::alteration)
                                .map(clause -> new Altered(header, clause))
                                .stream()))
                .findFirst();
    }

    private static void alteredTarget(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        TrackedMessage request = teams.requestToMicrosoft().orElseThrow();
        Altered altered = altered(teams).orElseThrow();
        boolean refused = teams.isRefusedByMicrosoft();
        Finding finding = refused ? findings.diagnose(Cause.TRANSFER_FAILED, LIKELY) : findings.violation();
        finding.origin(teams.sender(
                        request,
                        "sent by the SBC " + request.from() + ", where it or an element behind it changed them"))
                .because(altered.clause())
                .because("parameters of Refer-To and Referred-By have to come back unchanged, letter by letter, or"
                        + " Microsoft does not find what they stand for (the form of a value is inferred: the document"
                        + " does not say what it holds)")
                .evidence(request, altered.header());
        if (refused) {
            finding.because(Telling.ending(teams)).evidence(call.furthestFinalResponse());
        }
        finding.remedy(
                        ADMIN,
                        "Find what rewrites the URI between REFER and INVITE, and let it pass parameters on as they"
                                + " are")
                .remedy(USER, "Until then transfer without consultation, or call the target and ask it to call back")
                .confirm(Places.administrator(
                        "the REFER in the SBC's log beside this INVITE: its Refer-To and Referred-By letter"
                                + " by letter; where the capture has both, the report lists what differs"))
                .confirm(Places.DIRECT_OR_TRANSFER);
    }

    private static boolean isRepeated(TeamsCall teams) {
        Optional<TrackedMessage> request = teams.requestToMicrosoft();
        return teams.isRefusedByMicrosoft()
                && request.filter(invite -> invite.message().has("Referred-By")).isPresent()
                && refusedBefore(teams.call()).isPresent();
    }

    private static Optional<EarlierRefusal> refusedBefore(Call call) {
        return call.earlierRefusal()
                .filter(refusal -> refusal.caller().host().equals(call.caller().host()));
    }

    private static void repeated(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        EarlierRefusal before = refusedBefore(call).orElseThrow();
        TrackedMessage request = teams.requestToMicrosoft().orElseThrow();
        findings.diagnose(Cause.TRANSFER_FAILED, LIKELY)
                .origin(teams.sender(request, "sent again by the SBC " + request.from()))
                .because("message " + before.message() + " had refused this transfer with " + before.status() + ", and "
                        + Sentences.time(before.gap()) + " later the SBC sent its INVITE again; "
                        + Telling.ending(teams))
                .because("the SBC is to report the first refusal in a NOTIFY and to leave it there")
                .evidence(request)
                .evidence(request, "Referred-By")
                .evidence(call.furthestFinalResponse())
                .remedy(ADMIN, "Let the SBC send NOTIFY with the refusal, and switch retries off for transfers")
                .confirm(Places.USAGE_REPORT + "; 500 with 540500 is expected")
                .confirm(Places.administrator(
                        "the call that was transferred: whether a NOTIFY with " + before.status() + " was sent"))
                .confirm(Places.DIRECT_OR_TRANSFER);
    }
}
