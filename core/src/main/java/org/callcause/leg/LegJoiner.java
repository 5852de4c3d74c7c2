package org.callcause.leg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Fingerprint;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipRequest;
import org.jspecify.annotations.Nullable;

/**
 * Joins calls of different Call-IDs that are legs of one. It looks once at each invitation, for a few hashes of what it
 * carries; calls that share one wait for each other, and when all are over {@link LegMatching} reads what they really
 * share. A call that shares nothing is handed on at once. Not safe for use by several threads.
 *
 * @param <R> what stands for a call, such as its report
 */
public final class LegJoiner<R> {

    private static final int MOST_EARLY_REFERRALS = 256;

    private final LegSettings settings;
    private final LegReceiver<R> receiver;
    private final FingerprintTable<OpenLeg<R>> byCallId = new FingerprintTable<>();
    private final FingerprintTable<OpenLeg<R>> byMark = new FingerprintTable<>();
    private final FingerprintTable<OpenLeg<R>> byReferTarget = new FingerprintTable<>();
    private final FingerprintTable<OpenLeg<R>> byReferredTarget = new FingerprintTable<>();
    private final RecentInvitations<R> recent = new RecentInvitations<>();
    /** REFERs that a capture delivered before the INVITE of their call, by its Call-ID. */
    private final Map<Long, SipRequest> earlyReferrals = new LinkedHashMap<>();

    private final LinkedHashSet<LegGroup<R>> waiting = new LinkedHashSet<>();
    private int waitingCalls;
    private long crowdedIdentifiers;
    private long releasedEarly;
    private boolean correlated;

    /** Makes a joiner that has seen nothing. */
    public LegJoiner(LegSettings settings, LegReceiver<R> receiver) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.receiver = Objects.requireNonNull(receiver, "receiver");
    }

    /** Looks at a message, before the tracker of calls gets it. */
    public void add(CapturedMessage captured) {
        if (!(captured.message() instanceof SipRequest request)) {
            return;
        }
        if (request.method().equals(Method.INVITE)) {
            if (!request.hasToTag()) {
                invited(captured, request);
            }
        } else if (request.method().equals(Method.REFER)) {
            referred(request);
        }
    }

    private void invited(CapturedMessage captured, SipRequest invite) {
        long callId = Fingerprint.ofCallId(invite);
        if (callId == Fingerprint.NONE) {
            return;
        }
        OpenLeg<R> leg = new OpenLeg<>(callId, captured);
        OpenLeg<R> known = byCallId.putIfAbsent(callId, leg);
        if (known == null) {
            recent.add(captured, leg);
        } else {
            leg = known;
        }
        mark(leg, LegMarks.SESSION, Fingerprint.ofFirstPart(invite, HeaderName.SESSION_ID));
        mark(leg, LegMarks.CHARGING, Fingerprint.ofChargingId(invite));
        markOnward(leg, LegMarks.ORIGIN, Fingerprint.ofSessionOrigin(invite));
        OpenLeg<R> invited = leg;
        Fingerprint.ofBranches(invite, branch -> markOnward(invited, LegMarks.BRANCH, branch));
        for (HeaderName header : settings.correlationHeaders()) {
            correlate(leg, Fingerprint.ofHeader(invite, header));
        }
        if (correlated) {
            join(leg, byMark.get(LegMarks.CORRELATION ^ callId), LegMarks.CORRELATION ^ callId);
        }
        if (invite.has(HeaderName.REPLACES)) {
            String replaced =
                    LegFacts.callIdIn(invite.header(HeaderName.REPLACES).orElse(""));
            join(leg, byCallId.get(Fingerprint.of(replaced)), 0);
        }
        SipRequest early = earlyReferrals.isEmpty() ? null : earlyReferrals.remove(callId);
        if (early != null) {
            referred(leg, early);
        }
        if (invite.has(HeaderName.REFERRED_BY)) {
            for (String user : LegFacts.targets(invite)) {
                long target = Fingerprint.of(user);
                join(leg, byReferTarget.get(target), 0);
                // A capture may deliver the REFER after the call that it asks for.
                if (byReferredTarget.putIfAbsent(target, leg) == null) {
                    leg.refersTo(target);
                }
            }
        }
    }

    private void mark(OpenLeg<R> leg, long kind, long fingerprint) {
        if (fingerprint == Fingerprint.NONE) {
            return;
        }
        long mark = kind ^ fingerprint;
        OpenLeg<R> other = byMark.putIfAbsent(mark, leg);
        if (other == null) {
            leg.mark(mark);
        } else {
            join(leg, other, mark);
        }
    }

    /** For what clients may use again: calls that share it wait for each other only where one may be the other sent on. */
    private void markOnward(OpenLeg<R> leg, long kind, long fingerprint) {
        if (fingerprint == Fingerprint.NONE) {
            return;
        }
        long mark = kind ^ fingerprint;
        OpenLeg<R> other = byMark.putIfAbsent(mark, leg);
        if (other == null) {
            leg.mark(mark);
        } else if (other != leg && other.mayBeSentOnAs(leg)) {
            if (!other.isReused(mark)) {
                join(leg, other, mark);
            }
        } else if (other != leg) {
            other.reuse(mark);
        }
    }

    private void correlate(OpenLeg<R> leg, long fingerprint) {
        if (fingerprint != Fingerprint.NONE) {
            correlated = true;
            mark(leg, LegMarks.CORRELATION, fingerprint);
            join(leg, byCallId.get(fingerprint), 0);
        }
    }

    private void referred(SipRequest refer) {
        long callId = Fingerprint.ofCallId(refer);
        OpenLeg<R> leg = byCallId.get(callId);
        if (leg != null) {
            referred(leg, refer);
            return;
        }
        earlyReferrals.put(callId, refer.detach());
        if (earlyReferrals.size() > MOST_EARLY_REFERRALS) {
            earlyReferrals.remove(earlyReferrals.keySet().iterator().next());
        }
    }

    private void referred(OpenLeg<R> leg, SipRequest refer) {
        for (NameAddress target : refer.nameAddresses(HeaderName.REFER_TO)) {
            long user = Fingerprint.of(LegFacts.user(target.uri()));
            if (user != Fingerprint.NONE && byReferTarget.putIfAbsent(user, leg) == null) {
                leg.refersTo(user);
            }
            join(leg, byReferredTarget.get(user), 0);
            LegFacts.replacedIn(target.uri())
                    .ifPresent(replaced -> join(leg, byCallId.get(Fingerprint.of(replaced)), 0));
        }
    }

    private void join(OpenLeg<R> leg, @Nullable OpenLeg<R> other, long mark) {
        if (other == null || other == leg || (leg.group != null && leg.group == other.group)) {
            return;
        }
        int size = size(leg) + size(other);
        if (size > settings.legsPerCall()) {
            crowdedIdentifiers++;
            crowd(leg, mark);
            crowd(other, mark);
            return;
        }
        LegGroup<R> group = groupOf(other);
        if (leg.group == null) {
            group.add(leg);
        } else {
            boolean waits = waiting.remove(leg.group);
            group.take(leg.group);
            if (waits) {
                waiting.add(group);
            }
        }
    }

    private void crowd(OpenLeg<R> leg, long mark) {
        if (leg.group != null) {
            leg.group.addCrowded(mark);
        }
    }

    private int size(OpenLeg<R> leg) {
        return leg.group == null ? 1 : leg.group.size();
    }

    private LegGroup<R> groupOf(OpenLeg<R> leg) {
        if (leg.group == null) {
            new LegGroup<R>().add(leg);
        }
        return Objects.requireNonNull(leg.group);
    }

    /** Takes a call that is over, with what stands for it. It is handed on when its other legs are over too. */
    public void over(Call call, R report) {
        OpenLeg<R> leg = find(call);
        if (leg == null) {
            receiver.alone(report);
            return;
        }
        byCallId.remove(leg.callId, leg);
        leg.call = call;
        leg.report = report;
        LegGroup<R> group = leg.group;
        if (group == null) {
            forget(leg);
            handOn(List.of(leg), new LegGroup<>());
            return;
        }
        waitingCalls++;
        if (group.isOver()) {
            handOn(group);
            return;
        }
        waiting.add(group);
        if (waitingCalls > settings.waitingCalls()) {
            releasedEarly++;
            handOn(waiting.iterator().next());
        }
    }

    private @Nullable OpenLeg<R> find(Call call) {
        if (!call.method().equals(Method.INVITE) || call.messages().isEmpty()) {
            return null;
        }
        TrackedMessage first = call.messages().get(0);
        OpenLeg<R> leg = byCallId.get(Fingerprint.ofCallId(first.message()));
        return leg == null || leg.isOver() ? null : leg;
    }

    private void handOn(LegGroup<R> group) {
        waiting.remove(group);
        List<OpenLeg<R>> over = group.takeOver();
        waitingCalls -= over.size();
        over.forEach(this::forget);
        handOn(over, group);
    }

    private void forget(OpenLeg<R> leg) {
        for (long mark : leg.marks()) {
            byMark.remove(mark, leg);
        }
        for (long target : leg.referTargets()) {
            byReferTarget.remove(target, leg);
            byReferredTarget.remove(target, leg);
        }
    }

    private void handOn(List<OpenLeg<R>> over, LegGroup<R> group) {
        if (over.size() == 1 && guesses(over).isEmpty()) {
            receiver.alone(report(over.get(0)));
            return;
        }
        List<LegFacts> facts = new ArrayList<>(over.size());
        for (OpenLeg<R> leg : over) {
            facts.add(LegFacts.of(Objects.requireNonNull(leg.call), settings.correlationHeaders()));
        }
        for (LegMatching.Joined joined : new LegMatching(facts, mark -> isWorthless(mark, over, group)).components()) {
            handOn(joined, over);
        }
    }

    private boolean isWorthless(long mark, List<OpenLeg<R>> over, LegGroup<R> group) {
        return group.crowded().contains(mark) || over.stream().anyMatch(leg -> leg.isReused(mark));
    }

    private void handOn(LegMatching.Joined joined, List<OpenLeg<R>> over) {
        List<OpenLeg<R>> legs = new ArrayList<>(joined.legs().size());
        for (LegFacts one : joined.legs()) {
            for (OpenLeg<R> leg : over) {
                if (leg.call == one.call()) {
                    legs.add(leg);
                }
            }
        }
        List<JoinedCall.Guess> guesses = guesses(legs);
        if (legs.size() == 1 && guesses.isEmpty()) {
            receiver.alone(report(legs.get(0)));
            return;
        }
        List<R> reports = legs.stream().map(this::report).toList();
        receiver.joined(JoinedCall.of(joined, guesses), reports);
    }

    private R report(OpenLeg<R> leg) {
        return Objects.requireNonNull(leg.report);
    }

    /** What is guessed of these legs, except what is known. */
    private List<JoinedCall.Guess> guesses(List<OpenLeg<R>> legs) {
        List<JoinedCall.Guess> guesses = new ArrayList<>(0);
        for (OpenLeg<R> leg : legs) {
            for (LegGuess guess : leg.guesses()) {
                if (legs.stream().noneMatch(other -> isCall(other, guess.callId()))) {
                    guesses.add(new JoinedCall.Guess(Objects.requireNonNull(leg.call), guess));
                }
            }
        }
        return guesses;
    }

    private boolean isCall(OpenLeg<R> leg, String callId) {
        return Optional.ofNullable(leg.call)
                .filter(call -> call.callIds().contains(callId))
                .isPresent();
    }

    /** Hands on what still waits: the input has ended. */
    public void finish() {
        List.copyOf(waiting).forEach(this::handOn);
    }

    /** How often calls shared an identifier with more others than one call has legs, so that it was none. */
    public long crowdedIdentifiers() {
        return crowdedIdentifiers;
    }

    /** How often the legs of a call were handed on before all were over, because too many calls waited. */
    public long releasedEarly() {
        return releasedEarly;
    }
}
