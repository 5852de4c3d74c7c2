package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallEvent;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.IncidentFinding;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentHashes;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;
import org.callcause.message.Method;

/** A peer stopped answering OPTIONS, and calls to it failed. */
final class OptionsRule {

    private OptionsRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/options-unanswered", IncidentKind.OPTIONS_LOST)
                .title("A peer stopped answering OPTIONS before calls to it failed")
                .when("a peer that had answered OPTIONS twice or more leaves two in a row unanswered, and of the calls"
                        + " to it from then on three or more, and six in ten, fail; or leaves four in a row"
                        + " unanswered while nobody calls it, unless it is a phone that had registered, for these"
                        + " are switched off. A peer that never answered OPTIONS, or whose calls get through, is"
                        + " none")
                .cites("RFC 3261 11")
                .cites("RFC 3261 8.1.3.1")
                .supersedes("rfc3261/sudden-outage")
                .supersedes("rfc3261/failing-party")
                .supersedes("rfc3261/failure-signature")
                .hears(
                        CallEvent.ANSWERED,
                        CallEvent.UNANSWERED_CALL_OVER,
                        CallEvent.REGISTRATION_OVER,
                        CallEvent.OPTIONS_OVER)
                .watch(Watch::new);
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_PEERS = 2_000;
        private static final int MOST_PHONES = 1 << 14;
        private static final int FEWEST_ANSWERED = 2;
        private static final int FEWEST_LOST = 2;
        private static final int LOST_WITHOUT_CALLS = 4;
        private static final long FEWEST_FAILED = 3;
        private static final double SMALLEST_SHARE = 0.6;

        private static final class Probed {
            private boolean phone;
            private long answered;
            private long lastAnswered;
            private long lost;
            private long firstLost;
            private long lastLost;
            private long calls;
            private long failed;
            private long firstFailed;
            private long lastFailed;
            private final Tally answers = new Tally();
            private final Exemplars exemplars = new Exemplars();
            private final Exemplars probes = new Exemplars();

            private boolean isIncident() {
                boolean callsFail =
                        lost >= FEWEST_LOST && failed >= FEWEST_FAILED && (double) failed / calls >= SMALLEST_SHARE;
                return callsFail || (!phone && lost >= LOST_WITHOUT_CALLS && calls == 0);
            }
        }

        private record Over(String peer, Probed probed, long back) {}

        /** The hosts that registered: people switch phones off. */
        private final RecentHashes phones = new RecentHashes(MOST_PHONES);

        private final RecentMap<String, Probed> peers = new RecentMap<>(MOST_PEERS);
        private final List<Over> over = new ArrayList<>();

        @Override
        public void answered(AnsweredCall call) {
            if (peers.size() == 0) {
                return;
            }
            Probed peer = peers.get(call.parties().peer().host());
            if (peer != null && peer.lost > 0) {
                peer.calls++;
            }
        }

        @Override
        public void ended(EndedCall call) {
            if (call.method().equals(Method.OPTIONS)) {
                probed(call);
                return;
            }
            if (call.method().equals(Method.REGISTER)) {
                phones.add(call.parties().source().host().hashCode());
                return;
            }
            Probed peer =
                    peers.size() == 0 ? null : peers.get(call.parties().peer().host());
            if (peer == null
                    || SetUp.of(call) == SetUp.SAYS_NOTHING
                    || call.moments().start() < peer.lastAnswered) {
                return;
            }
            // A call may fail before the OPTIONS that was sent before it is given up.
            if (call.outcome().isHardFailure()) {
                peer.calls++;
                peer.failed++;
                peer.firstFailed = peer.failed == 1 ? call.moments().start() : peer.firstFailed;
                peer.lastFailed = Math.max(peer.lastFailed, call.moments().settled());
                peer.answers.addAnswer(call);
                peer.exemplars.add(call);
            } else if (peer.lost > 0) {
                peer.calls++;
            }
        }

        private void probed(EndedCall probe) {
            String host = probe.parties().peer().host();
            if (host.isEmpty() || probe.outcome() == Disposition.Kind.INCOMPLETE) {
                return;
            }
            Probed peer = peers.get(host, any -> new Probed());
            if (probe.outcome() != Disposition.Kind.UNREACHABLE) {
                if (peer.isIncident()) {
                    over.add(new Over(host, peer, probe.moments().settled()));
                }
                Probed again = peer.lost == 0 && peer.failed == 0 ? peer : new Probed();
                again.answered = peer.answered + 1;
                again.lastAnswered = probe.moments().settled();
                peers.put(host, again);
            } else if (peer.answered >= FEWEST_ANSWERED) {
                peer.firstLost = peer.lost == 0 ? probe.moments().start() : peer.firstLost;
                peer.lastLost = probe.moments().start();
                peer.lost++;
                peer.phone = phones.contains(host.hashCode());
                peer.probes.add(probe);
            }
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            over.forEach(past -> say(findings, past.peer(), past.probed(), past.back()));
            over.clear();
            for (Map.Entry<String, Probed> entry : peers.entries()) {
                if (entry.getValue().isIncident()) {
                    say(findings, entry.getKey(), entry.getValue(), 0);
                }
            }
        }

        private static void say(IncidentFindings findings, String peer, Probed probed, long back) {
            IncidentFinding finding = findings.incident(Cause.NO_RESPONSE, Likelihood.LIKELY)
                    .scope(IncidentScope.of(IncidentScope.Extent.PEER, peer))
                    .title(peer + " stopped answering OPTIONS" + (probed.failed > 0 ? ", and calls to it fail" : ""))
                    .between(probed.firstLost, Math.max(probed.lastLost, probed.lastFailed))
                    .count(probed.lost)
                    .hurting(probed.failed)
                    .during(new Share(probed.failed, probed.calls))
                    .exemplars(probed.exemplars)
                    .exemplars(probed.probes)
                    .ongoing(back == 0)
                    .because(peer + " had answered " + Saying.count(probed.answered, "OPTIONS request")
                            + ", the last at "
                            + Saying.at(probed.lastAnswered) + "; from " + Saying.at(probed.firstLost) + " on it left "
                            + probed.lost + " unanswered");
            finding.because(
                    probed.failed == 0
                            ? "nobody called it since, so 0 calls were hurt"
                            : "of " + Saying.count(probed.calls, "call") + " to it since, " + probed.failed
                                    + " failed, the first at " + Saying.at(probed.firstFailed) + ", "
                                    + (probed.firstFailed >= probed.firstLost
                                            ? Saying.lasting(probed.firstFailed - probed.firstLost)
                                                    + " after the first lost OPTIONS"
                                            : "before the next OPTIONS was due")
                                    + ": " + probed.answers);
            finding.because(back == 0 ? "it has not answered since" : "it answered again at " + Saying.at(back));
            finding.remedy(
                            Audience.ADMIN,
                            "take " + peer + " out of the routes as soon as OPTIONS fail, which was possible "
                                    + "before the calls did, and find out what happened to it or to the way there at "
                                    + Saying.at(probed.lastAnswered))
                    .confirm("whether " + peer + " receives the OPTIONS: a capture there, or its log; and whether other"
                            + " hosts of the same network answer");
        }
    }
}
