package org.callcause.rules.teams.decline;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.callcause.call.HumanPace;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.EpochNanos;
import org.callcause.incident.CallEvent;
import org.callcause.incident.CallMoments;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.IncidentFinding;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentScope.Extent;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;
import org.callcause.rules.teams.decline.RefusalSpread.Reach;
import org.callcause.rules.teams.decline.RefusalSpread.Refusal;
import org.callcause.rules.teams.decline.RefusalSpread.Spread;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.Trunk;

/** Calls from Teams that a machine refuses with 603, for one callee, for one caller or for many: told apart by their spread. */
public final class DeclineSpread implements IncidentWatch {

    private static final int MOST_TRUNKS = 256;
    private static final int MOST_CALLS = 10_000;

    /** Where more of the calls than that go through in the same time, the carrier blocks nobody in general. */
    private static final double PART_OF_CALLS = 0.1;

    /** What is refused later belongs to another story. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private record Told(Spread spread, Share share, String caller, String callee) {}

    private static final class TrunkState {

        private final RefusalSpread spread = new RefusalSpread();
        private final Deque<Long> calls = new ArrayDeque<>();
        private final Exemplars exemplars = new Exemplars();
        private Optional<Told> widest = Optional.empty();
        private long refusals;
        private long first;
        private long last;

        void forget() {
            widest = Optional.empty();
            exemplars.clear();
            refusals = 0;
        }
    }

    private final RecentMap<String, TrunkState> trunks = new RecentMap<>(MOST_TRUNKS);

    private DeclineSpread() {}

    /** The rule. */
    public static IncidentRule rule() {
        return IncidentRule.named("teams/603-spread", IncidentKind.FAILING_PARTY)
                .title("Calls from Teams are refused with 603 by a machine")
                .when("within five minutes, mostly without ringing and within 2 s, one callee refuses three calls from"
                        + " Teams or more, or five callees or more refuse a tenth of all or more")
                .cites(Documents.CALL_END_CODES)
                .supersedes("rfc3261/failing-party")
                .supersedes("rfc3261/failure-signature")
                .hears(CallEvent.ANSWERED_CALL_OVER, CallEvent.UNANSWERED_CALL_OVER)
                .watch(DeclineSpread::new);
    }

    @Override
    public void ended(EndedCall call) {
        Trunk trunk = Trunk.of(call).orElse(null);
        if (trunk == null || !trunk.isFromMicrosoft()) {
            return;
        }
        TrunkState state = trunks.get(trunk.sbc().host(), fresh -> new TrunkState());
        state.calls.addLast(call.moments().settled());
        if (state.calls.size() > MOST_CALLS) {
            state.calls.removeFirst();
        }
        if (call.status() == 603) {
            refused(call, state);
        }
    }

    private static void refused(EndedCall call, TrunkState state) {
        CallMoments moments = call.moments();
        long settled = moments.settled();
        boolean rang = moments.ringTime() != CallMoments.ABSENT
                || settled - moments.start() >= HumanPace.LEAST_TO_DECLINE.toNanos();
        Instant time = EpochNanos.toInstant(settled);
        if (state.refusals == 0) {
            state.first = settled;
        }
        state.refusals++;
        state.last = Math.max(state.last, settled);
        state.exemplars.add(call);
        state.spread.add(
                new Refusal(time, call.parties().caller(), call.parties().callee(), rang));
        state.spread.at(time).ifPresent(spread -> {
            long whole = state.calls.stream()
                    .filter(at -> at > settled - FORGOTTEN_AFTER.toNanos())
                    .count();
            Share share = new Share(Math.min(spread.refusals(), whole), whole);
            boolean counts = spread.reach() == Reach.ONE_CALLEE
                    || (spread.reach() != Reach.NONE && share.value() >= PART_OF_CALLS);
            if (counts
                    && spread.refusals()
                            >= state.widest
                                    .map(told -> told.spread().refusals())
                                    .orElse(0)) {
                state.widest = Optional.of(new Told(
                        spread, share, call.parties().caller(), call.parties().callee()));
            }
        });
    }

    @Override
    public void review(Instant now, IncidentFindings findings) {
        for (Map.Entry<String, TrunkState> trunk : trunks.entries()) {
            TrunkState state = trunk.getValue();
            if (state.refusals == 0) {
                continue;
            }
            boolean goesOn =
                    EpochNanos.toInstant(state.last).plus(FORGOTTEN_AFTER).isAfter(now);
            state.widest.ifPresent(told -> tell(trunk.getKey(), state, told, goesOn, findings));
            if (!goesOn) {
                state.forget();
            }
        }
    }

    private static void tell(String sbc, TrunkState state, Told told, boolean goesOn, IncidentFindings findings) {
        Spread spread = told.spread();
        boolean many = spread.reach() == Reach.MANY;
        IncidentFinding finding = findings.incident(Cause.BLOCKED_BY_POLICY, many ? LIKELY : POSSIBLE)
                .scope(scope(sbc, told))
                .title(title(told))
                .count(state.refusals)
                .between(state.first, state.last)
                .ongoing(goesOn)
                .during(told.share())
                .because(spread.refusals() + " calls from Teams by " + counted(spread.callers(), "caller") + " to "
                        + counted(spread.callees(), "callee") + " were refused with 603 within five minutes, "
                        + spread.withoutRinging() + " of them without ringing and sooner than a person could; that is "
                        + told.share().percent() + " of the calls from Teams over this trunk in the same time")
                .exemplars(state.exemplars);
        switch (spread.reach()) {
            case ONE_CALLEE ->
                finding.because("all went to " + told.callee() + ": that callee, or its provider, blocks them, and"
                                + " the trunk is not to blame")
                        .remedy(CALLER, "Reach the callee in another way, and ask whether your number is blocked");
            case ONE_CALLER ->
                finding.because("all came from " + told.caller() + ": look at that caller's number first, which may be"
                                + " listed as unwanted or may not call out, and at the trunk only after it")
                        .remedy(
                                ADMIN,
                                "Check what number this user shows, and ask the carrier whether it is listed or"
                                        + " barred");
            case MANY, NONE ->
                finding.because("many callers and callees do not decline at once: the carrier's fraud filter or a limit"
                                + " of concurrent calls; Microsoft writes them down as 603 with 560603")
                        .remedy(
                                ADMIN,
                                "Compare the number of calls at a time with the trunk's limit, and ask the carrier"
                                        + " about a fraud block of your numbers")
                        .remedy(CARRIER, "Say why the calls of this trunk are refused with 603");
        }
        finding.confirm(Places.USAGE_REPORT)
                .confirm(
                        Places.administrator("the SBC's log: whether the carrier's leg answered 603 or the SBC itself"))
                .confirm(Places.COLLEAGUE);
    }

    private static IncidentScope scope(String sbc, Told told) {
        return switch (told.spread().reach()) {
            case ONE_CALLEE -> IncidentScope.of(Extent.CALLEE, told.callee());
            case ONE_CALLER -> IncidentScope.of(Extent.CALLER, told.caller());
            case MANY, NONE -> IncidentScope.of(Extent.PEER, sbc);
        };
    }

    private static String title(Told told) {
        return switch (told.spread().reach()) {
            case ONE_CALLEE -> "One callee refuses every call from Teams at once";
            case ONE_CALLER -> "One caller of Teams is refused everywhere at once";
            case MANY, NONE -> "The carrier refuses calls from Teams at once";
        };
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
