package org.callcause.rules.teams.setup;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.rule.Trigger.responded;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callcause.call.Call;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.SipMessage;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.TeamsCall;

/** What the SBC makes of provisional responses: silence in place of ringing, and ICE that changes under way. */
public final class ProgressRules {

    private ProgressRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(
                Rule.named("teams/silent-ringback")
                        .title("The SBC passed a 183 with SDP on after a 180, which may silence the ringing")
                        .cites(Documents.INBOUND)
                        .on(responded(180)
                                .and(responded(183))
                                .and(TeamsCall.directRouting(
                                        "the carrier gets 180 and then 183 with SDP from the SBC",
                                        teams -> silencing(teams).isPresent())))
                        .check(ProgressRules::silentRingback),
                Rule.named("teams/ice-changed")
                        .title("The SBC changed its ICE credentials between 183 and 200")
                        .cites(Documents.MEDIA_PROTOCOL)
                        .cites("RFC 8445 2.3")
                        .on(responded(183)
                                .and(TeamsCall.directRouting(
                                        "the SBC's 183 and 200 name different ICE credentials or candidates",
                                        teams -> changedIce(teams).isPresent())))
                        .check(ProgressRules::iceChanged));
    }

    private static Optional<TrackedMessage> silencing(TeamsCall teams) {
        if (teams.requestToMicrosoft().isEmpty()) {
            return Optional.empty();
        }
        return teams.call().decisiveAttempt().stream()
                .flatMap(attempt -> attempt.hops().stream())
                .filter(hop -> hop.request()
                        .filter(request -> !teams.isToMicrosoft(request) && !teams.isFromMicrosoft(request))
                        .isPresent())
                .flatMap(hop -> silencing(hop).stream())
                .findFirst();
    }

    private static Optional<TrackedMessage> silencing(Hop hop) {
        boolean rang = false;
        for (TrackedMessage response : hop.responses()) {
            if (response.status() == 180) {
                rang = true;
            } else if (rang
                    && response.status() == 183
                    && response.message().sdp().isPresent()) {
                return Optional.of(response);
            }
        }
        return Optional.empty();
    }

    private static void silentRingback(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        TrackedMessage progress = silencing(teams).orElseThrow();
        findings.violation()
                .origin(teams.sender(progress, "passed on by the SBC " + progress.from()))
                .because("Teams sends 180 for each device that rings and 183 with SDP when media are ready; the SBC"
                        + " passed both on")
                .because("a carrier that stops its own ringing tone at the 183 waits for media that Teams does not"
                        + " play, and the caller hears nothing although it rings")
                .evidence(call.ringing())
                .evidence(progress)
                .remedy(ADMIN, "Let the SBC pass on the first 18x only, or turn 183 into 180 without SDP")
                .remedy(CARRIER, "Keep playing the ringing tone until media arrive")
                .confirm(Places.user("whether callers hear nothing before the answer, and all is well after it"))
                .confirm(Places.CALL_FLOW);
    }

    private record Change(TrackedMessage before, TrackedMessage after) {}

    private static Optional<Change> changedIce(TeamsCall teams) {
        List<TrackedMessage> described = teams.call().decisiveAttempt().stream()
                .flatMap(attempt -> attempt.responses().stream())
                .filter(teams::isToMicrosoft)
                .filter(response -> !ice(response.message()).isEmpty())
                .toList();
        for (TrackedMessage success : described) {
            if (success.status() / 100 == 2) {
                Optional<Change> change = described.stream()
                        .filter(early -> early.status() < 200)
                        .filter(early -> early.message().hasSameToTag(success.message()))
                        .filter(early -> !ice(early.message()).equals(ice(success.message())))
                        .findFirst()
                        .map(early -> new Change(early, success));
                if (change.isPresent()) {
                    return change;
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> ice(SipMessage message) {
        return message.sdp().stream()
                .flatMap(sdp -> sdp.lines().stream())
                .filter(line -> line.startsWith("a=ice-ufrag")
                        || line.startsWith("a=ice-pwd")
                        || line.startsWith("a=candidate"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void iceChanged(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        Change change = changedIce(teams).orElseThrow();
        findings.violation()
                .origin(teams.sender(
                        change.after(), "written by the SBC " + change.after().from()))
                .because("message " + change.before().index() + " and message "
                        + change.after().index()
                        + " answer one INVITE under one To tag with different ICE credentials or candidates; the"
                        + " client goes on with the first ones, and media may fail")
                .evidenceInBody(change.before(), "a=ice-ufrag")
                .evidenceInBody(change.after(), "a=ice-ufrag")
                .evidenceInBody(change.before(), "a=candidate")
                .evidenceInBody(change.after(), "a=candidate")
                .remedy(ADMIN, "Let the SBC keep user fragment, password and candidates from 183 to 200")
                .confirm(Places.CALL_QUALITY);
    }
}
