package org.callcause.leg;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/**
 * Joins calls of different Call-IDs that are legs of one. It looks once at each invitation, for a few hashes of what it
 * carries; calls that share one wait for each other, and when all are over {@link LegMatching} reads what they really
 * share. A call that shares nothing is handed on at once. Not safe for use by several threads.
 *
 * @param <R> what stands for a call, such as its report
 */
public final class LegJoiner<R> {

    private final LegSettings settings;
    private final LegReceiver<R> receiver;
    private final WaitingLegs<R> waiting;
    private final LegCandidates<R> candidates;
    private long releasedEarly;

    /** Makes a joiner that has seen nothing. */
    public LegJoiner(LegSettings settings, LegReceiver<R> receiver) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.receiver = Objects.requireNonNull(receiver, "receiver");
        this.waiting = new WaitingLegs<>(settings);
        this.candidates = new LegCandidates<>(settings, waiting);
    }

    /** Whether {@link #add} has anything to look for in the message; a caller on another thread need not hand on the rest. */
    public static boolean concerns(SipMessage message) {
        return message instanceof SipRequest request
                && (request.isInitialInvite() || request.method().equals(Method.REFER));
    }

    /** Looks at a message, before the tracker of calls gets it. */
    public void add(CapturedMessage captured) {
        if (!(captured.message() instanceof SipRequest request) || !concerns(request)) {
            return;
        }
        if (request.method().equals(Method.INVITE)) {
            candidates.invited(captured, request);
        } else {
            candidates.referred(request);
        }
    }

    /** Takes a call that is over, with what stands for it. It is handed on when its other legs are over too. */
    public void over(Call call, R report) {
        CandidateLeg<R> leg = candidates.over(call);
        if (leg == null) {
            receiver.alone(report);
            return;
        }
        leg.call = call;
        leg.report = report;
        LegGroup<R> group = leg.group;
        if (group == null) {
            candidates.forget(leg);
            handOn(List.of(leg), new LegGroup<>());
            return;
        }
        waiting.add(group);
        if (group.isOver()) {
            handOn(group);
            return;
        }
        leg.report = receiver.waits(report, group.beginsWith(leg));
        if (waiting.areTooMany()) {
            releasedEarly++;
            handOn(waiting.oldest());
        }
    }

    private void handOn(LegGroup<R> group) {
        List<CandidateLeg<R>> over = waiting.take(group);
        over.forEach(candidates::forget);
        handOn(over, group);
    }

    private void handOn(List<CandidateLeg<R>> over, LegGroup<R> group) {
        if (over.size() == 1 && guesses(over).isEmpty()) {
            receiver.alone(report(over.get(0)));
            return;
        }
        List<LegFacts> facts = new ArrayList<>(over.size());
        for (CandidateLeg<R> leg : over) {
            facts.add(LegFacts.of(Objects.requireNonNull(leg.call), settings.correlationHeaders()));
        }
        for (LegMatching.Joined joined : new LegMatching(facts, mark -> isWorthless(mark, over, group)).components()) {
            handOn(joined, over);
        }
    }

    private boolean isWorthless(long mark, List<CandidateLeg<R>> over, LegGroup<R> group) {
        return group.crowded().contains(mark) || over.stream().anyMatch(leg -> leg.isReused(mark));
    }

    private void handOn(LegMatching.Joined joined, List<CandidateLeg<R>> over) {
        List<CandidateLeg<R>> legs = new ArrayList<>(joined.legs().size());
        for (LegFacts one : joined.legs()) {
            for (CandidateLeg<R> leg : over) {
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

    private R report(CandidateLeg<R> leg) {
        return Objects.requireNonNull(leg.report);
    }

    /** What is guessed of these legs, except what is known. */
    private List<JoinedCall.Guess> guesses(List<CandidateLeg<R>> legs) {
        List<JoinedCall.Guess> guesses = new ArrayList<>(0);
        for (CandidateLeg<R> leg : legs) {
            for (LegGuess guess : leg.guesses()) {
                if (legs.stream().noneMatch(other -> isCall(other, guess.callId()))) {
                    guesses.add(new JoinedCall.Guess(Objects.requireNonNull(leg.call), guess));
                }
            }
        }
        return guesses;
    }

    private boolean isCall(CandidateLeg<R> leg, String callId) {
        return Optional.ofNullable(leg.call)
                .filter(call -> call.callIds().contains(callId))
                .isPresent();
    }

    /** Hands on what still waits: the input has ended. */
    public void finish() {
        waiting.all().forEach(this::handOn);
    }

    /** How often calls shared an identifier with more others than one call has legs, so that it was none. */
    public long crowdedIdentifiers() {
        return candidates.crowdedIdentifiers();
    }

    /** How often the legs of a call were handed on before all were over, because too many calls waited. */
    public long releasedEarly() {
        return releasedEarly;
    }
}
