package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.Endpoint;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallParties;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentFinding;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentHashes;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;

/**
 * Follows how calls go at each peer and at all of them. A capture at an element in the middle shows each call twice, as it
 * comes in and as it goes on: of both the one where it failed first is told.
 */
final class OutageWatch implements IncidentWatch {

    private static final int MOST_PEERS = 1_000;
    private static final int MOST_CALLERS = 1 << 14;
    private static final int MOST_NUMBERS = 1 << 14;
    private static final int MANY = 20;
    private static final double MOST_OF_THEM = 0.8;

    private record Outage(Optional<Endpoint> peer, FailureRun run, boolean ongoing) {

        /** Whether most of its calls fail because its peer sends them on to the other's, which is out. */
        boolean isPassedOnFrom(Outage other) {
            String host = peer.map(Endpoint::host).orElse("");
            return !host.isEmpty()
                    && other.run.isFrom(host)
                    && !host.equals(other.peer.map(Endpoint::host).orElse(""))
                    && other.run.count() >= MOST_OF_THEM * run.count();
        }
    }

    private final RecentMap<Endpoint, Course> peers = new RecentMap<>(MOST_PEERS);
    private final RecentHashes reachedSomebody = new RecentHashes(MOST_CALLERS);
    private final RecentHashes wasReached = new RecentHashes(MOST_NUMBERS);
    private final Course all = new Course();
    private final List<Outage> over = new ArrayList<>();
    private long calls;
    private long failures;

    @Override
    public void answered(AnsweredCall call) {
        getsThrough(call.parties(), call.answered());
    }

    @Override
    public void ended(EndedCall call) {
        switch (SetUp.of(call)) {
            case FAILED -> fails(call);
            case GOT_THROUGH -> getsThrough(call.parties(), call.moments().settled());
            case SAYS_NOTHING -> {}
        }
    }

    private void fails(EndedCall call) {
        if (!call.outcome().isHardFailure() && !isOfTheWay(call)) {
            return;
        }
        peers.get(call.parties().peer(), any -> new Course()).fails(call, failures, calls);
        if (call.wentOn()) {
            all.failsAlso(call);
        } else {
            all.fails(call, failures, calls);
        }
        calls++;
        failures++;
    }

    /** Whether a refusal may be the fault of what lies between, and not of who calls or is called. */
    private boolean isOfTheWay(EndedCall call) {
        return reachedSomebody.contains(call.parties().callerHash())
                && !SetUp.isAbsence(call)
                && (!SetUp.isUnknownNumber(call)
                        || wasReached.contains(call.parties().calleeHash()));
    }

    private void getsThrough(CallParties parties, long time) {
        calls++;
        reachedSomebody.add(parties.callerHash());
        wasReached.add(parties.calleeHash());
        Optional<FailureRun> over =
                peers.get(parties.peer(), any -> new Course()).getsThrough(time);
        if (over.isPresent()) {
            ends(Optional.of(parties.peer()), over);
        }
        ends(Optional.empty(), all.getsThrough(time));
    }

    private void ends(Optional<Endpoint> peer, Optional<FailureRun> run) {
        if (run.isPresent()) {
            over.add(new Outage(peer, run.get(), false));
        }
    }

    @Override
    public void review(Instant now, IncidentFindings findings) {
        List<Outage> ofPeers = new ArrayList<>();
        List<Outage> ofAll = new ArrayList<>();
        over.forEach(outage -> (outage.peer().isPresent() ? ofPeers : ofAll).add(outage));
        over.clear();
        for (Map.Entry<Endpoint, Course> entry : peers.entries()) {
            entry.getValue().outage().ifPresent(run -> ofPeers.add(new Outage(Optional.of(entry.getKey()), run, true)));
        }
        all.outage().ifPresent(run -> ofAll.add(new Outage(Optional.empty(), run, true)));
        List<Outage> passedOn = ofPeers.stream()
                .filter(outage -> ofPeers.stream().anyMatch(outage::isPassedOnFrom))
                .toList();
        ofAll.removeIf(outage -> outage.run().peers().count() - passedOn.size() <= 1);
        ofPeers.removeAll(passedOn);
        ofPeers.removeIf(outage -> ofAll.stream().anyMatch(wider -> wider.ongoing() == outage.ongoing()));
        ofAll.forEach(outage -> say(findings, outage.peer(), outage.run(), outage.ongoing()));
        ofPeers.forEach(outage -> say(findings, outage.peer(), outage.run(), outage.ongoing()));
    }

    private static void say(IncidentFindings findings, Optional<Endpoint> peer, FailureRun run, boolean ongoing) {
        boolean certain = run.count() >= MANY && run.callers().count() > 2;
        Share others = run.others();
        IncidentFinding finding = findings.incident(run.cause(), certain ? Likelihood.CERTAIN : Likelihood.LIKELY)
                .scope(scope(peer, others))
                .title(peer.map(at -> "No call over " + at + " gets through").orElse("No call gets through"))
                .between(run.first(), run.last())
                .count(run.count())
                .hurting(run.count() - run.wentOn())
                .during(new Share(run.count(), run.count()))
                .before(run.before())
                .exemplars(run.exemplars())
                .ongoing(ongoing);
        Share before = run.before();
        finding.because("of " + Saying.count(before.whole(), "call")
                + peer.map(at -> " over " + at).orElse("")
                + " before, " + before.part() + " failed; the last one got through at "
                + Saying.at(run.lastGotThrough()) + ". From " + Saying.at(run.first()) + " to " + Saying.at(run.last())
                + ", " + Saying.count(run.count(), "call") + " of "
                + run.callers().of("caller")
                + " failed in a row: " + run.answers());
        if (peer.isPresent() && others.whole() > 0) {
            finding.because("in the same time " + (others.whole() - others.part()) + " of "
                    + Saying.count(others.whole(), "call") + " over other peers got through, so it is this peer or what"
                    + " is behind it");
        } else {
            finding.because(
                    peer.isPresent()
                            ? "nobody called over another peer in the same time, so the capture does not tell whether"
                                    + " only this one is out"
                            : "they went over " + run.peers().of("peer") + ", so it is what these have in common");
        }
        if (run.wentOn() > 0) {
            finding.because((run.wentOn() == run.count() ? "all of them" : run.wentOn() + " of them")
                    + " went on by another way, so that only the time until then was lost there");
        }
        finding.because(
                ongoing
                        ? "none has got through since"
                        : "calls got through again from " + Saying.at(run.recoveredAt()) + " on");
        String where = peer.map(Endpoint::toString).orElse("the element in common");
        finding.remedy(
                        Audience.ADMIN,
                        "look at " + where + " and at what changed at " + Saying.at(run.first())
                                + ": link, process, licence, certificate, registration or route; send calls another way"
                                + " until it is back")
                .remedy(
                        Audience.CARRIER,
                        "name the time and the Call-IDs of the first failures, where " + where + " is the carrier's")
                .confirm("OPTIONS to " + where + ", its log around " + Saying.at(run.first())
                        + ", and whether the first failed call has anything that the last good one has not");
    }

    private static IncidentScope scope(Optional<Endpoint> peer, Share others) {
        if (peer.isEmpty()) {
            return IncidentScope.all();
        }
        IncidentScope one =
                IncidentScope.of(IncidentScope.Extent.PEER, peer.get().toString());
        return others.whole() == 0 ? one : one.comparedTo("calls over other peers in the same time", others);
    }
}
