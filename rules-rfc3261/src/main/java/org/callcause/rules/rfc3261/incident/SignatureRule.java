package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallEvent;
import org.callcause.incident.CallReading;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;

/** Thousands of failed calls are a few that failed again and again. */
final class SignatureRule {

    private SignatureRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/failure-signature", IncidentKind.SIGNATURE)
                .title("Many calls failed in the same way")
                .when("10 calls or more over one peer failed with the same answer and the same reading, one in"
                        + " twenty or more of the calls that were tried there; the twenty largest such groups are"
                        + " told")
                .cites("RFC 3261 21")
                .hears(CallEvent.ANSWERED, CallEvent.UNANSWERED_CALL_OVER)
                .watch(Watch::new);
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_SIGNATURES = 1_000;
        private static final int MOST_PEERS = 1_000;
        private static final int MOST_TOLD = 20;
        private static final long FEWEST = 10;
        private static final int SEVERAL = 3;
        private static final double SMALLEST_SHARE = 0.05;
        private static final long QUIET = 30 * Saying.MINUTE;

        private record Signature(Endpoint peer, int status, String rule) {}

        private static final class Group {
            private final Cause cause;
            private final String title;
            private final String answer;
            private final Exemplars exemplars = new Exemplars();
            private final Distinct callers = new Distinct();
            private final Distinct callees = new Distinct();
            private final Distinct sources = new Distinct();
            private final Tally software = new Tally();
            private long count;
            private long wentOn;
            private long first = Long.MAX_VALUE;
            private long last = Long.MIN_VALUE;

            private Group(EndedCall call) {
                this.cause = call.reading().map(CallReading::cause).orElse(Cause.UNAVAILABLE_UNDETERMINED);
                this.title = call.reading().map(CallReading::title).orElse("no rule knows why");
                this.answer = Tally.answer(call.status());
            }

            /** Whether several devices name the same software in User-Agent; one device that sends all says nothing. */
            private boolean isOfOneSoftware() {
                return sources.count() >= SEVERAL
                        && software.words() == 1
                        && !software.top().isEmpty();
            }
        }

        private final RecentMap<Signature, Group> groups = new RecentMap<>(MOST_SIGNATURES);
        private final RecentMap<Endpoint, long[]> tried = new RecentMap<>(MOST_PEERS);

        @Override
        public void answered(AnsweredCall call) {
            tried.get(call.parties().peer(), any -> new long[1])[0]++;
        }

        @Override
        public void ended(EndedCall call) {
            SetUp setUp = SetUp.of(call);
            if (setUp == SetUp.SAYS_NOTHING) {
                return;
            }
            Endpoint peer = call.parties().peer();
            tried.get(peer, any -> new long[1])[0]++;
            if (setUp == SetUp.GOT_THROUGH) {
                return;
            }
            String rule = call.reading().map(CallReading::rule).orElse("");
            Group group = groups.get(new Signature(peer, call.status(), rule), any -> new Group(call));
            group.count++;
            group.wentOn += call.wentOn() ? 1 : 0;
            group.first = Math.min(group.first, call.moments().settled());
            group.last = Math.max(group.last, call.moments().settled());
            group.callers.add(call.parties().callerHash());
            group.callees.add(call.parties().calleeHash());
            group.sources.add(call.parties().source().host().hashCode());
            group.software.add(call.signs().userAgent());
            group.exemplars.add(call);
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            List<Map.Entry<Signature, Group>> large = new ArrayList<>();
            for (Map.Entry<Signature, Group> entry : groups.entries()) {
                if (entry.getValue().count >= FEWEST) {
                    large.add(entry);
                }
            }
            large.sort(Comparator.comparingLong((Map.Entry<Signature, Group> entry) -> -entry.getValue().count)
                    .thenComparing(entry -> entry.getKey().peer().toString())
                    .thenComparingInt(entry -> entry.getKey().status())
                    .thenComparing(entry -> entry.getKey().rule()));
            int told = 0;
            for (Map.Entry<Signature, Group> entry : large) {
                Group group = entry.getValue();
                long[] all = tried.get(entry.getKey().peer());
                Share share = new Share(group.count, Math.max(group.count, all == null ? 0 : all[0]));
                if (told < MOST_TOLD && share.value() >= SMALLEST_SHARE) {
                    told++;
                    say(findings, entry.getKey(), group, share, EpochNanos.of(now) - group.last <= QUIET);
                }
            }
            groups.removeIf((signature, group) -> EpochNanos.of(now) - group.last > QUIET);
        }

        private static void say(
                IncidentFindings findings, Signature signature, Group group, Share share, boolean ongoing) {
            String peer = signature.peer().isKnown() ? signature.peer().toString() : "an unknown peer";
            findings.incident(group.cause, Likelihood.LIKELY)
                    .scope(IncidentScope.of(IncidentScope.Extent.PEER, peer))
                    .title(group.answer + ": " + group.title)
                    .between(group.first, group.last)
                    .count(group.count)
                    .hurting(group.count - group.wentOn)
                    .during(share)
                    .exemplars(group.exemplars)
                    .ongoing(ongoing)
                    .because(share + " calls over " + peer + " failed in this way, from "
                            + group.callers.of("caller") + " to "
                            + group.callees.of("called address", "called addresses")
                            + ", the first at " + Saying.at(group.first) + ", the last at " + Saying.at(group.last))
                    .because(
                            group.isOfOneSoftware()
                                    ? "all of them were made by " + group.software.top() + ", from "
                                            + group.sources.of("address", "addresses")
                                    : "nothing else sets them apart, so one of them stands for all")
                    .remedy(
                            Audience.ADMIN,
                            "do what the diagnosis of the first of them says; it holds for all " + group.count)
                    .confirm(
                            group.isOfOneSoftware()
                                    ? "one of them beside a call of other software to the same numbers that got through"
                                    : "two of them side by side, to see that they agree in more than the answer");
        }
    }
}
