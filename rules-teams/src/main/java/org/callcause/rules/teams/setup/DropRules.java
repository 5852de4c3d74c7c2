package org.callcause.rules.teams.setup;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SessionExpires;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.Role;
import org.callcause.rules.teams.recognition.TeamsCall;

/** Answered calls that end at a time which tells why: seconds after the answer, or when the session timer runs out. */
public final class DropRules {

    private static final Duration SOONEST_WITHOUT_ACK = Duration.ofSeconds(3);
    private static final Duration LATEST_WITHOUT_ACK = Duration.ofSeconds(8);

    /** RFC 4028 10: a side that does not refresh ends the session a third of the interval, at most 32 s, before its end. */
    private static final long LONGEST_ADVANCE = 32;

    /** A BYE may be late by what a transaction lasts. */
    private static final long LONGEST_DELAY = 35;

    private DropRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(
                Rule.named("teams/drop-without-ack")
                        .title("Microsoft gave the call up because the SBC's ACK did not arrive")
                        .cites(Documents.INBOUND)
                        .cites("Microsoft: Direct Routing, SIP response code 408 (2023-10-30)")
                        .supersedes("rfc3261/missing-ack")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(where("no ACK was captured", DropRules::isUnacknowledged))
                                .and(TeamsCall.directRouting(
                                        "Microsoft hangs up after its 200",
                                        teams -> hungUp(teams).isPresent()))
                                .and(timed("it does so 3 to 8 s after it", DropRules::isSoon)))
                        .needs(Trait.UNUSUAL_ACK)
                        .check(DropRules::withoutAck),
                Rule.named("teams/session-not-refreshed")
                        .title("Nobody refreshed the session before its timer ran out")
                        .cites(Documents.INBOUND)
                        .cites("RFC 4028 10")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(where("a session was agreed on and not refreshed", DropRules::isUnrefreshed))
                                .and(TeamsCall.directRouting())
                                .and(timed("the call ends when its Session-Expires ran out", DropRules::ranOut)))
                        .needs(Trait.UNUSUAL_SESSION_TIMER)
                        .check(DropRules::notRefreshed));
    }

    private static boolean isUnacknowledged(Call call) {
        return call.decisiveAttempt()
                .filter(attempt -> !attempt.isAcknowledged())
                .isPresent();
    }

    private static Optional<TrackedMessage> hungUp(TeamsCall teams) {
        boolean answeredByMicrosoft =
                teams.finalResponseAtTheEdge().filter(teams::isFromMicrosoft).isPresent();
        return answeredByMicrosoft ? teams.call().bye().filter(teams::isFromMicrosoft) : Optional.empty();
    }

    private static boolean isSoon(Call call) {
        return call.talkTime()
                .filter(time -> time.compareTo(SOONEST_WITHOUT_ACK) >= 0 && time.compareTo(LATEST_WITHOUT_ACK) <= 0)
                .isPresent();
    }

    private static void withoutAck(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        findings.diagnose(Cause.MISSING_ACK, LIKELY)
                .origin(new Origin(
                        Role.SBC.party(),
                        teams.sbcEndpoint(),
                        Origin.Basis.INFERRED,
                        "no ACK came from there; where the capture missed it, a firewall on the way may have"
                                + " dropped it"))
                .because("Microsoft answered, got no ACK that was captured, and hung up "
                        + call.talkTime().map(Sentences::time).orElse("") + " later")
                .because("the message about it is 408 with subcode 1106 in Microsoft's report")
                .evidence(teams.finalResponseAtTheEdge())
                .evidence(hungUp(teams))
                .remedy(
                        ADMIN,
                        "Let the SBC send the ACK to the address in Microsoft's Record-Route and Contact, and open the"
                                + " firewall for all of Microsoft's signalling ranges")
                .confirm(Places.administrator("the SBC's log: whether it got the 200, and where it sent the ACK"))
                .confirm(Places.USAGE_REPORT + "; 408 with 1106 is expected")
                .confirm(Places.user("whether every call that comes in drops some seconds after it is answered"));
    }

    private static Optional<SessionExpires> agreed(Call call) {
        return call.finalResponse().flatMap(response -> response.message().sessionExpires());
    }

    private static boolean isUnrefreshed(Call call) {
        return agreed(call).isPresent() && call.bye().isPresent() && !isRefreshed(call);
    }

    private static boolean ranOut(Call call) {
        Optional<SessionExpires> agreed = agreed(call);
        if (agreed.isEmpty() || call.talkTime().isEmpty()) {
            return false;
        }
        long interval = agreed.get().seconds();
        long talked = call.talkTime().get().toSeconds();
        return talked >= interval - Math.min(LONGEST_ADVANCE, interval / 3) - 1 && talked <= interval + LONGEST_DELAY;
    }

    private static boolean isRefreshed(Call call) {
        return Stream.of(Method.INVITE, Method.UPDATE)
                .flatMap(method -> call.transactions(method).stream())
                .filter(transaction -> !transaction.isInitial())
                .anyMatch(Transaction::isSuccessful);
    }

    private static void notRefreshed(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        SessionExpires agreed = agreed(call).orElseThrow();
        boolean byCaller = agreed.refresher().filter("uac"::equalsIgnoreCase).isPresent();
        boolean callerIsMicrosoft = teams.requestFromMicrosoft().isPresent();
        boolean ofMicrosoft = byCaller == callerIsMicrosoft;
        findings.diagnose(Cause.SESSION_TIMER_EXPIRED, LIKELY)
                .origin(new Origin(
                        (ofMicrosoft ? Role.MICROSOFT : Role.SBC).party(),
                        ofMicrosoft ? teams.microsoftEndpoint() : teams.sbcEndpoint(),
                        Origin.Basis.INFERRED,
                        "the refresher by Session-Expires, from which no refresh was captured"))
                .because("both sides agreed on a session of " + agreed.seconds() + " s, and the call ended "
                        + call.talkTime().map(Sentences::time).orElse("") + " after the answer")
                .because("no re-INVITE or UPDATE renewed it, which is due at half of that time")
                .evidence(call.finalResponse(), "Session-Expires")
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        "Switch session timers of the SBC on, as refresher too, and check that re-INVITEs pass the"
                                + " firewall in both directions")
                .confirm(Places.administrator(
                        "the SBC's log at half of the interval: whether a re-INVITE was sent or refused"))
                .confirm(Places.CALL_ANALYTICS)
                .confirm(Places.user("whether long calls drop after the same number of minutes each time"));
    }
}
