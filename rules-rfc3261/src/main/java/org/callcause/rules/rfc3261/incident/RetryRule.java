package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.callcause.call.EarlierRefusal;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
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

/** A machine calls again after an answer that was final. */
final class RetryRule {

    private RetryRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/retries-after-final-answer", IncidentKind.RETRY_AFTER_FINAL)
                .title("Calls are repeated after an answer that was final")
                .when("one element calls again within 2 s of a busy or a decline, sooner than a person redials, and"
                        + " does so twice in a row for one call, or for three different calls")
                .cites("RFC 3261 21.6")
                .cites("RFC 3261 16.7 step 5")
                .cites("RFC 3261 21.4.24")
                .supersedes("rfc3261/failure-signature")
                .hears(CallEvent.ANSWERED_CALL_OVER, CallEvent.UNANSWERED_CALL_OVER)
                .watch(Watch::new);
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_ELEMENTS = 500;
        private static final int MOST_PAIRS = 10_000;
        /**
         * Well below {@code HumanPace.LEAST_TO_REDIAL}, which is for one call in hand: here nobody looks at the calls one by
         * one, and among very many somebody is quick.
         */
        private static final long AT_ONCE = 2 * Saying.SECOND;

        private static final int FEWEST_IN_A_ROW = 2;
        private static final int FEWEST_CALLS = 3;
        private static final long QUIET = 10 * Saying.MINUTE;

        private static final class Element {
            private final Tally answers = new Tally();
            private final Exemplars exemplars = new Exemplars();
            private final Distinct callees = new Distinct();
            private long retries;
            private long inARow;
            private long chains;
            private long rang;
            private long longestGap;
            private long fromElsewhere;
            private long first = Long.MAX_VALUE;
            private long last = Long.MIN_VALUE;
        }

        private record Chain(long last, int retries) {}

        private final RecentMap<String, Element> elements = new RecentMap<>(MOST_ELEMENTS);
        private final RecentMap<List<String>, Chain> chains = new RecentMap<>(MOST_PAIRS);

        @Override
        public void ended(EndedCall call) {
            EarlierRefusal earlier = call.signs().earlierRefusal().orElse(null);
            if (earlier != null
                    && isFinal(earlier, call.parties())
                    && earlier.gap().toNanos() <= AT_ONCE
                    && call.parties().source().isKnown()) {
                repeated(
                        call,
                        call.parties().source(),
                        earlier.status(),
                        earlier.gap().toNanos(),
                        !earlier.caller().host().equals(call.parties().source().host()));
            }
            forks(call);
        }

        /**
         * 6xx speaks for every place where the callee can be reached; 486 for the line of a number, or for the device
         * that was asked: a user may have another one.
         */
        private static boolean isFinal(EarlierRefusal earlier, CallParties parties) {
            return earlier.status() >= 600
                    || (earlier.status() == 486
                            && (CallParties.isNumber(parties.callee())
                                    || earlier.refusedBy().equals(parties.peer())));
        }

        /** A proxy that tries its next target though the first one said 6xx. */
        private void forks(EndedCall call) {
            CallSigns.Route refused = null;
            for (CallSigns.Route route : call.signs().routes()) {
                if (refused != null
                        && refused.from().equals(route.from())
                        && !refused.to().equals(route.to())
                        && route.isAfter(refused)
                        && route.from().isKnown()) {
                    repeated(call, route.from(), refused.status(), 0, false);
                }
                if (route.status() >= 600) {
                    refused = route;
                }
            }
        }

        private void repeated(EndedCall call, Endpoint by, int status, long gap, boolean elsewhere) {
            Element element = elements.get(by.host(), any -> new Element());
            List<String> pair =
                    List.of(by.host(), call.parties().caller(), call.parties().callee());
            Chain before = chains.get(pair);
            boolean goesOn = before != null && call.moments().start() - before.last() < Saying.MINUTE;
            Chain chain = new Chain(call.moments().settled(), goesOn && before != null ? before.retries() + 1 : 1);
            chains.put(pair, chain);
            element.retries++;
            element.chains += goesOn ? 0 : 1;
            element.inARow = Math.max(element.inARow, chain.retries());
            element.rang += call.moments().ringTime() == CallMoments.ABSENT ? 0 : 1;
            element.longestGap = Math.max(element.longestGap, gap);
            element.fromElsewhere += elsewhere ? 1 : 0;
            element.first = Math.min(element.first, call.moments().start());
            element.last = Math.max(element.last, call.moments().start());
            element.answers.add(Tally.answer(status));
            element.callees.add(call.parties().calleeHash());
            element.exemplars.add(call);
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            for (Map.Entry<String, Element> entry : elements.entries()) {
                Element element = entry.getValue();
                if (element.inARow >= FEWEST_IN_A_ROW || element.chains >= FEWEST_CALLS) {
                    say(findings, entry.getKey(), element, EpochNanos.of(now) - element.last < QUIET);
                }
            }
            elements.removeIf((by, element) -> EpochNanos.of(now) - element.last >= QUIET);
        }

        private static void say(IncidentFindings findings, String by, Element element, boolean ongoing) {
            IncidentFinding finding = findings.incident(Cause.RETRY_AFTER_FINAL, Likelihood.CERTAIN)
                    .scope(IncidentScope.of(IncidentScope.Extent.PEER, by))
                    .title(by + " calls again after a final answer")
                    .between(element.first, element.last)
                    .count(element.retries)
                    .exemplars(element.exemplars)
                    .ongoing(ongoing)
                    .because(by + " repeated " + Saying.count(element.chains, "call") + " "
                            + Saying.count(element.retries, "time") + " in all, up to "
                            + Saying.count(element.inARow, "time") + " in a row, to "
                            + element.callees.of("called address", "called addresses") + ". The answers before were "
                            + element.answers + ", and the next attempt came within "
                            + Saying.lasting(element.longestGap) + ", sooner than a person can redial");
            if (element.rang > 0) {
                finding.because(Saying.count(element.rang, "of these attempts rang", "of these attempts rang")
                        + ": so many more missed calls the called user saw, for a call that was turned down once");
            }
            if (element.fromElsewhere > 0) {
                finding.because(Saying.count(element.fromElsewhere, "time")
                        + " another element had sent the attempt before, so this one was its next route");
            }
            finding.remedy(
                            Audience.ADMIN,
                            "in the routing of " + by + ", take 486 and all 6xx out of the answers after which the"
                                    + " next route or the same one is tried: 6xx speaks for every"
                                    + " place of the callee (RFC 3261 21.6)")
                    .confirm("the route list and the failover codes of " + by
                            + ", and whether the attempts carry the same Call-ID or identity headers as the first");
        }
    }
}
