package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.Map;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallEvent;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;

/** Calls are refused as soon as so many others are up. */
final class CapacityRule {

    private CapacityRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/concurrent-calls-limit", IncidentKind.CAPACITY_LIMIT)
                .title("Calls are refused as soon as so many others are up")
                .when("6 calls or more over a peer are refused while as many others are up as ever, give or take one"
                        + " in fifty, these are eight in ten of all its refusals, the number was reached at least"
                        + " twice with calls that got through in between, and below it so few of 20 calls or more"
                        + " are refused that this is by chance less than once in 100 million")
                .cites("RFC 3261 21.5.4")
                .cites("RFC 3398 7.2.4.1 (Q.850 cause 34)")
                .supersedes("rfc3261/failing-party")
                .supersedes("rfc3261/failure-signature")
                .supersedes("rfc3261/overload-under-load")
                .supersedes("rfc3261/sudden-outage")
                .hears(CallEvent.ANSWERED, CallEvent.ANSWERED_CALL_OVER, CallEvent.UNANSWERED_CALL_OVER)
                .watch(Watch::new);
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_PEERS = 200;
        private static final long QUIET = 30 * Saying.MINUTE;

        private final RecentMap<Endpoint, Channels> peers = new RecentMap<>(MOST_PEERS);

        @Override
        public void answered(AnsweredCall call) {
            peers.get(call.parties().peer(), any -> new Channels()).answered();
        }

        @Override
        public void ended(EndedCall call) {
            Endpoint peer = call.parties().peer();
            if (call.wasAnswered()) {
                peers.get(peer, any -> new Channels()).ended();
            } else if (SetUp.of(call) == SetUp.FAILED) {
                peers.get(peer, any -> new Channels()).refused(call);
            }
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            for (Map.Entry<Endpoint, Channels> entry : peers.entries()) {
                Channels channels = entry.getValue();
                if (channels.areLimited()) {
                    say(findings, entry.getKey(), channels, EpochNanos.of(now) - channels.last() < QUIET);
                }
                channels.forgetRefusalsOnceQuiet(EpochNanos.of(now), QUIET);
            }
        }

        private static void say(IncidentFindings findings, Endpoint peer, Channels channels, boolean ongoing) {
            int limit = channels.most();
            Share below = channels.below();
            findings.incident(Cause.CAPACITY_EXCEEDED, Likelihood.LIKELY)
                    .scope(IncidentScope.of(IncidentScope.Extent.PEER, peer.toString())
                            .comparedTo("the same peer with fewer calls up", below))
                    .title(peer + " takes no more than " + limit + " calls at once")
                    .between(channels.first(), channels.last())
                    .count(channels.refusedAtTheLimit())
                    .during(new Share(channels.refusedAtTheLimit(), channels.triedAtTheLimit()))
                    .before(below)
                    .exemplars(channels.exemplars())
                    .ongoing(ongoing)
                    .because(Saying.count(channels.refusedAtTheLimit(), "call") + " over " + peer
                            + " were refused while " + limit
                            + " others were up, or nearly so many; never were more up. With"
                            + " fewer up " + below + " were refused. The number was reached "
                            + Saying.count(channels.timesReached(), "time")
                            + ", and as soon as one had ended the next got through. Answers: " + channels.answers())
                    .because("calls that were up before the capture began are not counted, so the limit itself may be"
                            + " higher by these")
                    .remedy(
                            Audience.ADMIN,
                            "compare " + limit
                                    + " with the channels, licences and media ports configured on both sides of " + peer
                                    + "; raise the lower one or send the rest over a second route")
                    .remedy(Audience.CARRIER, "say how many calls at once the contract allows on this trunk")
                    .confirm("the number of active calls on " + peer + " at " + Saying.at(channels.first())
                            + ", and a Q.850 cause 34 or a licence message in its log");
        }
    }
}
