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
import org.callcause.incident.CallParties;
import org.callcause.incident.CallSigns;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentFinding;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentMap;
import org.jspecify.annotations.Nullable;

/** The more calls a peer gets, the larger the share that it refuses. */
final class OverloadRule {

    private OverloadRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/overload-under-load", IncidentKind.OVERLOAD)
                .title("The more calls there are, the larger the share that is refused")
                .when("a peer refuses 10 calls or more with 503, or another 5xx and a Retry-After, and in those ten"
                        + " seconds in which it got half as many calls again as usual or more, the refused share"
                        + " is a tenth or more and four times that of the quieter ones, which is by chance less"
                        + " than once in a million")
                .cites("RFC 3261 21.5.4")
                .cites("RFC 3261 20.33")
                .cites("RFC 6357 (overload control)")
                .cites("RFC 7339")
                .supersedes("rfc3261/sudden-outage")
                .supersedes("rfc3261/failing-party")
                .supersedes("rfc3261/failure-signature")
                .hears(CallEvent.ANSWERED, CallEvent.UNANSWERED_CALL_OVER)
                .watch(Watch::new);
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_PEERS = 500;
        private static final int MOST_PAIRS = 5_000;
        private static final long LONGEST_WAIT = 3_600;

        /** Two sides, and until when the second asked the first to stay away. */
        private record Pair(String source, Endpoint peer) {
            @Override
            public int hashCode() {
                return hash(source, peer);
            }

            /** The hash code of a pair of these, without the pair. */
            private static int hash(String source, Endpoint peer) {
                return source.hashCode() * 31 + peer.hashCode();
            }
        }

        private record Wait(long from, long until) {}

        private final RecentMap<Endpoint, LoadCurve> peers = new RecentMap<>(MOST_PEERS);
        private final RecentMap<Pair, Wait> waits = new RecentMap<>(MOST_PAIRS);

        @Override
        public void answered(AnsweredCall call) {
            take(call.parties(), call.started(), call.answered(), null);
        }

        @Override
        public void ended(EndedCall call) {
            SetUp setUp = SetUp.of(call);
            if (setUp != SetUp.SAYS_NOTHING) {
                EndedCall refusal = setUp == SetUp.FAILED && isOverload(call) ? call : null;
                take(call.parties(), call.moments().start(), call.moments().settled(), refusal);
            }
        }

        private void take(CallParties parties, long started, long settled, @Nullable EndedCall refusal) {
            Endpoint peer = parties.peer();
            LoadCurve curve = peers.get(peer, any -> new LoadCurve());
            curve.add(started, refusal);
            if (started < curve.asksToWaitUntil()
                    && waits.mayHold(Pair.hash(parties.source().host(), peer))) {
                Wait wait = waits.get(new Pair(parties.source().host(), peer));
                if (wait != null && started > wait.from() && started < wait.until()) {
                    curve.countIgnored();
                }
            }
            if (refusal != null && refusal.signs().retryAfter() > 0) {
                long until = settled + Math.min(refusal.signs().retryAfter(), LONGEST_WAIT) * Saying.SECOND;
                waits.put(new Pair(parties.source().host(), peer), new Wait(settled, until));
                curve.asksToWait(until);
            }
        }

        /** With 480, 486 and 6xx, Retry-After tells when the callee will be back (RFC 3261 20.33), and nothing of load. */
        private static boolean isOverload(EndedCall call) {
            return call.status() == 503
                    || (call.status() / 100 == 5 && call.signs().retryAfter() != CallSigns.ABSENT);
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            for (Map.Entry<Endpoint, LoadCurve> entry : peers.entries()) {
                LoadCurve curve = entry.getValue();
                LoadCurve.Comparison comparison = curve.compare();
                if (comparison.isOverload()) {
                    say(findings, entry.getKey(), curve, comparison, curve.isRecent(EpochNanos.of(now)));
                }
                curve.forgetOnceQuiet(EpochNanos.of(now));
            }
        }

        private static void say(
                IncidentFindings findings,
                Endpoint peer,
                LoadCurve curve,
                LoadCurve.Comparison comparison,
                boolean ongoing) {
            IncidentFinding finding = findings.incident(Cause.OVERLOAD_TRANSIENT, Likelihood.LIKELY)
                    .scope(IncidentScope.of(IncidentScope.Extent.PEER, peer.toString())
                            .comparedTo("the same peer in its quieter moments", comparison.quiet()))
                    .title(peer + " is overloaded: it refuses more the more calls it gets")
                    .between(curve.first(), curve.last())
                    .count(curve.refused())
                    .during(comparison.busy())
                    .before(comparison.quiet())
                    .exemplars(curve.exemplars())
                    .ongoing(ongoing)
                    .because("when " + peer + " got " + comparison.busyCalls()
                            + " calls or more in ten seconds, it refused "
                            + comparison.busy() + "; with fewer it refused " + comparison.quiet()
                            + ". Answers: " + curve.answers());
            if (curve.askedToWait() > 0) {
                finding.because("it asked for a pause with Retry-After " + Saying.count(curve.askedToWait(), "time")
                        + ", and "
                        + (curve.ignored() == 0
                                ? "no call was sent to it within these pauses"
                                : Saying.count(curve.ignored(), "call was", "calls were")
                                        + " sent to it within such a pause all the same, which keeps the overload up"
                                        + " (RFC 3261 21.5.4)"));
            }
            finding.remedy(
                            Audience.ADMIN,
                            "let the element before " + peer
                                    + " honour Retry-After and use its next route meanwhile, and"
                                    + " limit the calls a second that it sends there to about "
                                    + Math.max(1, comparison.busyCalls() / 10))
                    .remedy(
                            Audience.CARRIER,
                            "compare the agreed calls a second with the " + comparison.busyCalls()
                                    + " in ten seconds from which on calls are refused")
                    .confirm("the processor, queue and calls a second of " + peer
                            + " in the same minutes, and whether the refusals end when calls are spread over time");
        }
    }
}
