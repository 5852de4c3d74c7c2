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
import org.callcause.incident.CallMoments;
import org.callcause.incident.CallParties;
import org.callcause.incident.CallSigns;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.IncidentFinding;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;

/** Calls move from one route to another, because the first one fails. */
final class RouteRule {

    private RouteRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/failover-between-routes", IncidentKind.ROUTE_FLAPPING)
                .title("Calls move from one route to another, because the first one fails")
                .when("5 calls or more that one route answered with a 5xx or 408, or not at all, without ringing, go"
                        + " on within 3 s over another, one in twenty or more of those tried over the first; it is"
                        + " flapping where two calls or more move the other way as well")
                .cites("RFC 3263 4.3")
                .cites("RFC 3261 16.7")
                .supersedes("rfc3261/failure-signature")
                .supersedes("rfc3261/failing-party")
                .hears(CallEvent.ANSWERED, CallEvent.ANSWERED_CALL_OVER, CallEvent.UNANSWERED_CALL_OVER)
                .watch(Watch::new);
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_MOVES = 1_000;
        private static final int MOST_PEERS = 1_000;
        private static final int MOST_PAIRS = 5_000;
        private static final long FEWEST = 5;
        private static final double SMALLEST_SHARE = 0.05;
        private static final long FEWEST_BACK = 2;
        private static final long SOON = 3 * Saying.SECOND;
        private static final long QUIET = 15 * Saying.MINUTE;

        private record Move(String source, Endpoint from, Endpoint to) {
            private Move back() {
                return new Move(source, to, from);
            }
        }

        /** Who calls whom. Its hash is spelled out, because every call is looked up by it. */
        private record Pair(String caller, String callee) {
            @Override
            public int hashCode() {
                return hash(caller.hashCode(), callee.hashCode());
            }

            /** The hash code of a pair of these, without the pair. */
            private static int hash(int caller, int callee) {
                return caller * 31 + callee;
            }
        }

        private record Failed(Endpoint peer, String source, long started, long settled, EndedCall call) {}

        private static final class Moved {
            private final Tally answers = new Tally();
            private final Exemplars exemplars = new Exemplars();
            private final long answeredBefore;
            private long count;
            private long gotThrough;
            private long delay;
            private long first = Long.MAX_VALUE;
            private long last = Long.MIN_VALUE;

            private Moved(long answeredBefore) {
                this.answeredBefore = answeredBefore;
            }
        }

        private final RecentMap<Move, Moved> moves = new RecentMap<>(MOST_MOVES);
        /** How many calls each place answered since it first failed one that went on elsewhere. */
        private final RecentMap<Endpoint, long[]> answered = new RecentMap<>(MOST_PEERS);

        private final RecentMap<Pair, Failed> latest = new RecentMap<>(MOST_PAIRS);

        @Override
        public void answered(AnsweredCall call) {
            if (answered.size() > 0) {
                long[] count = answered.get(call.parties().peer());
                if (count != null) {
                    count[0]++;
                }
            }
            if (mayHaveFailed(call.parties())) {
                follows(call.parties(), call.started(), true);
            }
        }

        @Override
        public void ended(EndedCall call) {
            if (!call.signs().routes().isEmpty()) {
                within(call);
                return;
            }
            if (call.wasAnswered()) {
                return;
            }
            SetUp setUp = SetUp.of(call);
            if (setUp != SetUp.SAYS_NOTHING) {
                if (mayHaveFailed(call.parties())) {
                    follows(call.parties(), call.moments().start(), setUp == SetUp.GOT_THROUGH);
                }
                if (call.outcome().isHardFailure() && call.moments().ringTime() == CallMoments.ABSENT) {
                    latest.put(
                            pair(call.parties()),
                            new Failed(
                                    call.parties().peer(),
                                    call.parties().source().host(),
                                    call.moments().start(),
                                    call.moments().settled(),
                                    call));
                }
            }
        }

        private static Pair pair(CallParties parties) {
            return new Pair(parties.caller(), parties.callee());
        }

        private boolean mayHaveFailed(CallParties parties) {
            return latest.mayHold(Pair.hash(parties.callerHash(), parties.calleeHash()));
        }

        /** One call that an element tries over several routes. */
        private void within(EndedCall call) {
            CallSigns.Route failed = null;
            for (CallSigns.Route route : call.signs().routes()) {
                if (failed != null
                        && failed.from().host().equals(route.from().host())
                        && !failed.to().equals(route.to())
                        && route.isAfter(failed)) {
                    move(
                            new Move(route.from().host(), failed.to(), route.to()),
                            failed.status(),
                            call.moments().start(),
                            Math.max(
                                    0, call.moments().settled() - call.moments().start()),
                            route.status() / 100 == 2 || route.rang() || call.wasAnswered(),
                            call.id());
                }
                failed = isRouteFailure(route.status()) && !route.rang() ? route : null;
            }
        }

        private static boolean isRouteFailure(int status) {
            return status == 0 || status == 408 || status / 100 == 5;
        }

        /** A call under another Call-ID that takes up one that had just failed. */
        private void follows(CallParties parties, long started, boolean gotThrough) {
            Failed failed = latest.get(pair(parties));
            if (failed == null
                    || started < failed.settled()
                    || started - failed.settled() > SOON
                    || failed.peer().equals(parties.peer())
                    || !failed.source().equals(parties.source().host())) {
                return;
            }
            latest.remove(pair(parties));
            if (isRouteFailure(failed.call().status())) {
                move(
                        new Move(failed.source(), failed.peer(), parties.peer()),
                        failed.call().status(),
                        started,
                        started - failed.started(),
                        gotThrough,
                        failed.call().id());
            }
        }

        private void move(Move way, int status, long time, long delay, boolean gotThrough, String call) {
            long[] answeredSoFar = answered.get(way.from(), any -> new long[1]);
            Moved moved = moves.get(way, any -> new Moved(answeredSoFar[0]));
            moved.count++;
            moved.gotThrough += gotThrough ? 1 : 0;
            moved.delay += delay;
            moved.first = Math.min(moved.first, time);
            moved.last = Math.max(moved.last, time);
            moved.answers.add(Tally.answer(status));
            moved.exemplars.add(call);
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            for (Map.Entry<Move, Moved> entry : moves.entries()) {
                Moved moved = entry.getValue();
                Share share = share(entry.getKey(), moved);
                if (moved.count >= FEWEST && moved.gotThrough > 0 && share.value() >= SMALLEST_SHARE) {
                    say(
                            findings,
                            entry.getKey(),
                            moved,
                            share,
                            back(entry.getKey()),
                            EpochNanos.of(now) - moved.last <= QUIET);
                }
            }
            moves.removeIf((way, moved) -> EpochNanos.of(now) - moved.last > QUIET);
        }

        /** Of the calls that were tried over the first route since it first failed, those that moved on. */
        private Share share(Move way, Moved moved) {
            long[] count = answered.get(way.from());
            long others = count == null ? 0 : Math.max(0, count[0] - moved.answeredBefore);
            return new Share(moved.count, moved.count + others);
        }

        private long back(Move way) {
            Moved back = moves.get(way.back());
            return back == null ? 0 : back.count;
        }

        private static void say(
                IncidentFindings findings, Move way, Moved moved, Share share, long back, boolean ongoing) {
            boolean flapping = back >= FEWEST_BACK;
            IncidentFinding finding = findings.incident(Cause.DOWNSTREAM_FAILURE, Likelihood.LIKELY)
                    .scope(IncidentScope.of(
                            IncidentScope.Extent.PEER, way.from().toString()))
                    .title(
                            flapping
                                    ? "Calls flap between " + way.from() + " and " + way.to()
                                    : way.from() + " fails, and its calls go over " + way.to())
                    .between(moved.first, moved.last)
                    .count(moved.count)
                    .hurting(moved.count)
                    .during(share)
                    .exemplars(moved.exemplars)
                    .ongoing(ongoing)
                    .because(way.source() + " tried " + Saying.count(moved.count, "call") + " over " + way.from()
                            + " first, got " + moved.answers + ", and went on over " + way.to() + ", where "
                            + moved.gotThrough + " got through. On average that cost "
                            + Saying.lasting(moved.delay / moved.count)
                            + " before the second route was tried or answered");
            if (back > 0) {
                finding.because(Saying.count(back, "call") + " moved the other way in the same time"
                        + (flapping ? ": neither route is steady" : ""));
            }
            finding.remedy(
                            Audience.ADMIN,
                            "take " + way.from()
                                    + " out of the first place until it is well: probe it with OPTIONS, so that"
                                    + " callers need not wait for it to fail, and look at why it fails")
                    .remedy(Audience.CARRIER, "look at " + way.from() + " where it is yours")
                    .confirm("how the calls that " + way.from()
                            + " refuses differ from those it takes, and its own log at " + Saying.at(moved.first));
        }
    }
}
