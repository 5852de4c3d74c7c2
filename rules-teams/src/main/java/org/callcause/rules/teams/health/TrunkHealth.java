package org.callcause.rules.teams.health;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.EpochNanos;
import org.callcause.incident.CallEvent;
import org.callcause.incident.CircumstanceWatch;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.IncidentFinding;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.RecentMap;
import org.callcause.message.Method;
import org.callcause.rules.teams.facts.Defaults;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.health.OptionsTimeline.Gap;
import org.callcause.rules.teams.health.OptionsTimeline.Health;
import org.callcause.rules.teams.recognition.Trunk;

/**
 * SBCs whose OPTIONS Microsoft missed for minutes, with the calls that failed meanwhile: what is to be said of them before
 * anybody blames an endpoint.
 */
public final class TrunkHealth implements CircumstanceWatch {

    private static final int MOST_TRUNKS = 256;
    private static final int MOST_FAILURES = 1_000;

    private record Failure(Instant time, String id, boolean isCall) {}

    private static final class TrunkState {

        private final OptionsTimeline timeline = new OptionsTimeline();
        private final Deque<Failure> failures = new ArrayDeque<>();
        private String firstOptions = "";
        private Instant toldUntil = Instant.MIN;
        private Instant goesOnFrom = Instant.MAX;
        private Instant goesOnTo = Instant.MIN;

        /** When what goes on began, though the timeline may have forgotten its first OPTIONS since. */
        Instant begin(Gap gap, boolean goesOn) {
            Instant begin = gap.from().isAfter(goesOnTo) ? gap.from() : goesOnFrom;
            goesOnFrom = goesOn ? begin : Instant.MAX;
            goesOnTo = goesOn ? gap.to() : Instant.MIN;
            return begin;
        }

        /** How many OPTIONS within the silence before this time were refused or not answered. */
        long refusedOptions(Instant time, Duration silence) {
            Instant begin = time.minus(silence);
            return failures.stream()
                    .filter(failure -> !failure.isCall()
                            && failure.time().isAfter(begin)
                            && failure.time().isBefore(time))
                    .count();
        }

        void failed(Failure failure) {
            failures.addLast(failure);
            if (failures.size() > MOST_FAILURES) {
                failures.removeFirst();
            }
        }
    }

    private final RecentMap<String, TrunkState> trunks = new RecentMap<>(MOST_TRUNKS);

    private TrunkHealth() {}

    /** The rule. */
    public static IncidentRule rule() {
        return IncidentRule.named("teams/sbc-unhealthy", IncidentKind.OPTIONS_LOST)
                .title("Microsoft missed the SBC's OPTIONS")
                .when("Microsoft answered no OPTIONS of an SBC, which sends two or more, for longer than the "
                        + Defaults.optionsHealthy().toMinutes() + " minutes of the older documents; beyond the "
                        + Defaults.optionsDemoted().toMinutes() + " minutes of the newer ones it is likely")
                .cites(Documents.MONITORING)
                .cites(Documents.NEWS)
                .supersedes("rfc3261/options-unanswered")
                .hears(CallEvent.UNANSWERED_CALL_OVER, CallEvent.OPTIONS_OVER)
                .watch(TrunkHealth::new);
    }

    @Override
    public Optional<String> circumstance(EndedCall call) {
        return call.outcome().isFailure()
                ? Trunk.of(call).flatMap(trunk -> circumstance(call, trunk))
                : Optional.empty();
    }

    private Optional<String> circumstance(EndedCall call, Trunk trunk) {
        String sbc = trunk.sbc().host();
        TrunkState state = trunks.get(sbc);
        Instant time = EpochNanos.toInstant(call.moments().start());
        return state == null
                ? Optional.empty()
                : state.timeline
                        .silenceBefore(time)
                        .filter(silence -> OptionsTimeline.after(silence) != Health.HEALTHY)
                        .map(silence ->
                                HealthSentences.ofCall(call, sbc, silence, state.refusedOptions(time, silence)));
    }

    @Override
    public void ended(EndedCall call) {
        boolean isOptions = call.method().equals(Method.OPTIONS);
        if (isOptions || (call.isCall() && call.outcome().isFailure())) {
            Trunk.of(call).ifPresent(trunk -> take(call, trunk, isOptions));
        }
    }

    private void take(EndedCall call, Trunk trunk, boolean isOptions) {
        if (isOptions && trunk.isFromMicrosoft()) {
            return;
        }
        TrunkState state = trunks.get(trunk.sbc().host(), fresh -> new TrunkState());
        Instant time = EpochNanos.toInstant(call.moments().start());
        if (isOptions && call.status() / 100 == 2) {
            state.timeline.add(time);
            if (state.firstOptions.isEmpty()) {
                state.firstOptions = call.id();
            }
        } else {
            state.failed(new Failure(time, call.id(), !isOptions));
        }
    }

    @Override
    public void review(Instant now, IncidentFindings findings) {
        for (Map.Entry<String, TrunkState> trunk : trunks.entries()) {
            TrunkState state = trunk.getValue();
            for (Gap gap : state.timeline.gaps(now)) {
                if (gap.to().isAfter(state.toldUntil)) {
                    boolean goesOn = gap.isOpen()
                            || state.timeline.last().filter(gap.to()::equals).isPresent();
                    tell(trunk.getKey(), state, gap, goesOn, findings);
                    if (!goesOn) {
                        state.toldUntil = gap.to();
                    }
                }
            }
        }
    }

    private static void tell(String sbc, TrunkState state, Gap gap, boolean goesOn, IncidentFindings findings) {
        List<Failure> within = state.failures.stream()
                .filter(failure -> gap.holds(failure.time()))
                .toList();
        long calls = within.stream().filter(Failure::isCall).count();
        long refused = within.size() - calls;
        Exemplars exemplars = new Exemplars();
        within.stream().filter(Failure::isCall).forEach(failure -> exemplars.add(failure.id()));
        within.stream().filter(failure -> !failure.isCall()).forEach(failure -> exemplars.add(failure.id()));
        exemplars.add(state.firstOptions);
        boolean demoted = gap.worst() == Health.DEMOTED;
        IncidentFinding finding = findings.incident(Cause.UNAVAILABLE_UNDETERMINED, demoted ? LIKELY : POSSIBLE)
                .scope(IncidentScope.of(IncidentScope.Extent.PEER, sbc))
                .count(Math.max(1, within.size()))
                .hurting(calls)
                .between(EpochNanos.of(state.begin(gap, goesOn)), EpochNanos.of(gap.to()))
                .ongoing(goesOn)
                .title(demoted ? "Microsoft had demoted the SBC " + sbc : "The SBC " + sbc + " was at the edge")
                .because("Microsoft answered no OPTIONS of the SBC " + sbc + " for " + Sentences.time(gap.longest())
                        + (gap.length().equals(gap.longest())
                                ? ""
                                : ", the longest of several such times within " + Sentences.time(gap.length()))
                        + "; it is to send one each minute")
                .because(
                        demoted
                                ? "an SBC not seen for more than "
                                        + Defaults.optionsDemoted().toMinutes()
                                        + " minutes is demoted by every edition of the documents: it gets calls last,"
                                        + " or not at all"
                                : "by the older documents an SBC is demoted after "
                                        + Defaults.optionsHealthy().toMinutes() + " minutes, by the newer ones after "
                                        + Defaults.optionsDemoted().toMinutes() + ": between them it is not sure")
                .because(
                        refused > 0
                                ? refused + " OPTIONS in that time were refused or not answered, so the way to"
                                        + " Microsoft, the name or the certificate failed"
                                : "no OPTIONS was captured in that time, so the SBC sent none, or the capture missed"
                                        + " them")
                .exemplars(exemplars);
        if (calls > 0) {
            finding.because(calls + (calls == 1 ? " call" : " calls")
                    + " of this trunk failed meanwhile: look at the trunk before any endpoint is blamed");
        }
        finding.remedy(
                        ADMIN,
                        "Let the SBC send OPTIONS each minute to all three names, and look in its log for what stopped"
                                + " them: the connection, the certificate, a restart")
                .remedy(USER, "Wait for the trunk; nothing is wrong with the phone")
                .confirm(Places.HEALTH_DASHBOARD)
                .confirm(Places.administrator("the SBC's log of that time: TLS connections and OPTIONS to Microsoft"))
                .confirm(Places.COLLEAGUE);
    }
}
