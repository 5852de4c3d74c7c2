package org.callcause.rules.teams.setup;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.header;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.EarlierRefusal;
import org.callcause.call.HumanPace;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.facts.Defaults;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.Role;
import org.callcause.rules.teams.recognition.TeamsCall;
import org.callcause.rules.teams.recognition.Telling;

/** The next trunk, the next datacenter: who should have gone on, and when. */
public final class FailoverRules {

    /** Timers fire late rather than early; the network takes its part. */
    private static final Duration TOLERANCE = Duration.ofMillis(1_500);

    private FailoverRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(
                Rule.named("teams/failover-timer")
                        .title("The SBC did not get the call ringing within Microsoft's failover time")
                        .cites(Documents.SIP_PROTOCOL)
                        .cites("Microsoft: Direct Routing, SIP response code 408 (2023-10-30)")
                        .supersedes("rfc3261/stuck-behind-next-hop")
                        .on(ended(Disposition.Kind.CANCELLED)
                                .or(ended(Disposition.Kind.UNREACHABLE))
                                .and(TeamsCall.directRouting(
                                        "Microsoft takes back an INVITE that got no more than 100 Trying",
                                        FailoverRules::isTakenBack))
                                .and(timed("it does so 10 s after it", FailoverRules::isAfterFailoverTime)))
                        .check(FailoverRules::failoverTimer),
                Rule.named("teams/503-datacenter-busy")
                        .title("Microsoft's datacenter was too busy for the call")
                        .cites(Documents.SIP_PROTOCOL)
                        .supersedes("rfc3261/503-overload")
                        .supersedes("rfc3261/503-at-once")
                        .supersedes("rfc3261/503-undetermined")
                        .supersedes("rfc3261/503-after-trying")
                        .on(status(503)
                                .and(header("Retry-After"))
                                .and(TeamsCall.directRouting(
                                        "Microsoft answers 503 with Retry-After", TeamsCall::isRefusedByMicrosoft)))
                        .check(FailoverRules::datacenterBusy),
                Rule.named("teams/503-same-datacenter")
                        .title("The SBC called the same busy datacenter again")
                        .cites(Documents.SIP_PROTOCOL)
                        .on(responded(503)
                                .and(TeamsCall.directRouting(
                                        "the SBC sends its next attempt to the address that answered 503 with"
                                                + " Retry-After",
                                        teams -> sameDatacenter(teams).isPresent())))
                        .check(FailoverRules::sameDatacenterAgain),
                Rule.named("teams/503-same-datacenter-redialled")
                        .title("The SBC called a datacenter again that had just been too busy")
                        .cites(Documents.SIP_PROTOCOL)
                        .on(method(Method.INVITE)
                                .and(where(
                                        "the same call had been refused with 503 less than 5 s before",
                                        call -> busyBefore(call).isPresent()))
                                .and(TeamsCall.directRouting(
                                        "the INVITE goes to the address that had refused it",
                                        teams -> redialled(teams).isPresent())))
                        .needs(Trait.FOLLOWS_REFUSAL)
                        .check(FailoverRules::redialledSameDatacenter));
    }

    private static boolean isTakenBack(TeamsCall teams) {
        boolean progressed = teams.call().decisiveAttempt().stream()
                .flatMap(attempt -> attempt.responses().stream())
                .anyMatch(response -> response.status() > 100 && response.status() < 200);
        return !progressed
                && teams.requestFromMicrosoft().isPresent()
                && teams.call().cancel().filter(teams::isFromMicrosoft).isPresent();
    }

    private static boolean isAfterFailoverTime(Call call) {
        return TeamsCall.of(call)
                .flatMap(FailoverRules::waited)
                .filter(waited -> waited.minus(Defaults.failoverTime()).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    private static Optional<Duration> waited(TeamsCall teams) {
        return teams.requestFromMicrosoft()
                .filter(TrackedMessage::hasTime)
                .flatMap(invite ->
                        teams.call().cancel().map(cancel -> Duration.ofNanos(cancel.nanos() - invite.nanos())));
    }

    private static void failoverTimer(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        findings.diagnose(Cause.NO_RESPONSE, LIKELY)
                .refines(Disposition.Kind.UNREACHABLE)
                .origin(new Origin(
                        Role.SBC.party(),
                        teams.sbcEndpoint(),
                        Origin.Basis.INFERRED,
                        "neither ringing nor an answer came from there, whether the SBC or the carrier behind"
                                + " it was slow"))
                .because("Microsoft took its INVITE back after "
                        + waited(teams).map(Sentences::time).orElse("")
                        + " without ringing; the default of FailoverTimeSeconds is "
                        + Defaults.failoverTime().toSeconds()
                        + " s, after which the next trunk is tried or the call dropped")
                .evidence(teams.requestFromMicrosoft())
                .evidence(call.cancel())
                .remedy(
                        ADMIN,
                        "See in the SBC's log how long the carrier takes; where that is normal, raise"
                                + " FailoverTimeSeconds, Microsoft names 20 s for slow routes")
                .remedy(CARRIER, "Send 180 or 183 as soon as the called side rings")
                .remedy(CALLER, "Try again; another route may be faster")
                .confirm(Places.USAGE_REPORT + "; 408 with 500001 is expected, and a person who hung up shows 487")
                .confirm(Places.COLLEAGUE);
    }

    private static void datacenterBusy(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        findings.diagnose(Cause.OVERLOAD_TRANSIENT, LIKELY)
                .origin(teams.answerer())
                .because(Telling.ending(teams) + " and asks to wait "
                        + call.retryAfter().map(retry -> retry.seconds() + " s").orElse("a while"))
                .because("that is how a datacenter of Microsoft's says that it is busy: the SBC is to close this"
                        + " connection and go to the next one")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Retry-After")
                .remedy(ADMIN, "Let the SBC go on to sip2 and sip3.pstnhub.microsoft.com after 503")
                .remedy(CALLER, "Try again after a minute")
                .confirm(Places.administrator("the SBC's log: whether it tried the next datacenter"))
                .confirm(Places.HEALTH_DASHBOARD)
                .confirm(Places.OUTSIDE_CALLER);
    }

    private static Optional<EarlierRefusal> busyBefore(Call call) {
        return call.earlierRefusal()
                .filter(refusal -> refusal.status() == 503)
                .filter(refusal -> refusal.gap().compareTo(HumanPace.LEAST_TO_REDIAL) < 0);
    }

    private static Optional<TrackedMessage> redialled(TeamsCall teams) {
        return busyBefore(teams.call())
                .flatMap(refusal -> teams.requestToMicrosoft()
                        .filter(request ->
                                request.to().host().equals(refusal.refusedBy().host())));
    }

    private static void redialledSameDatacenter(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        TrackedMessage request = redialled(teams).orElseThrow();
        EarlierRefusal before = busyBefore(call).orElseThrow();
        findings.violation()
                .origin(teams.sender(request, "sent again by the SBC " + request.from()))
                .because("message " + before.message() + " from " + before.refusedBy()
                        + " had refused the same call with 503, and " + Sentences.time(before.gap())
                        + " later its INVITE went to the same address under a new Call-ID")
                .evidence(request)
                .remedy(ADMIN, "Let the SBC close the connection after a 503 and go to the next datacenter's name")
                .confirm(Places.administrator("the SBC's proxy set: three names in the order of the region"));
    }

    private record Repeated(TrackedMessage refusal, TrackedMessage next) {}

    private static Optional<Repeated> sameDatacenter(TeamsCall teams) {
        List<Transaction> attempts = teams.call().attempts();
        for (int i = 0; i + 1 < attempts.size(); i++) {
            Hop hop = attempts.get(i).firstHop();
            Optional<TrackedMessage> busy = hop.finalResponse()
                    .filter(response -> response.status() == 503 && teams.isFromMicrosoft(response))
                    .filter(response -> response.message().retryAfter().isPresent());
            Optional<TrackedMessage> next = attempts.get(i + 1)
                    .firstHop()
                    .request()
                    .filter(request -> request.to().host().equals(hop.to().host()));
            if (busy.isPresent() && next.isPresent()) {
                return Optional.of(new Repeated(busy.get(), next.get()));
            }
        }
        return Optional.empty();
    }

    private static void sameDatacenterAgain(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        Repeated repeated = sameDatacenter(teams).orElseThrow();
        findings.violation()
                .origin(teams.sender(
                        repeated.next(),
                        "sent again by the SBC " + repeated.next().from()))
                .because("message " + repeated.refusal().index() + " from "
                        + repeated.refusal().from()
                        + " answered 503 with Retry-After, and the next INVITE went to the same address")
                .evidence(repeated.refusal())
                .evidence(repeated.refusal(), "Retry-After")
                .evidence(repeated.next())
                .remedy(ADMIN, "Let the SBC close the connection after such a 503 and go to the next datacenter's name")
                .confirm(Places.administrator(
                        "the SBC's proxy set: three names in the order of the region, resolved anew at"
                                + " least each 15 minutes"));
    }
}
