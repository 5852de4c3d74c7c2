package org.callcause.leg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.dialog.TrackedMessage;

/**
 * What a person calls one call where elements on the way gave it several Call-IDs: its legs, what joins them, and the way a
 * failure took through them. Also the calls of one transfer. Made by the library.
 */
public final class JoinedCall {

    private final List<Call> legs;
    private final List<LegLink> links;
    private final List<Guess> guesses;
    private final List<LegChange> changes;

    /**
     * A guess about one of the legs.
     *
     * @param leg the leg
     * @param guess what else may belong to it
     */
    public record Guess(Call leg, LegGuess guess) {}

    private JoinedCall(List<Call> legs, List<LegLink> links, List<Guess> guesses) {
        this.legs = legs;
        this.links = links;
        this.guesses = List.copyOf(guesses);
        this.changes = changesOf(this);
    }

    static JoinedCall of(LegMatching.Joined joined, List<Guess> guesses) {
        return new JoinedCall(
                joined.legs().stream().map(LegFacts::call).toList(), List.copyOf(joined.links()), guesses);
    }

    private static List<LegChange> changesOf(JoinedCall joined) {
        List<LegChange> changes = new ArrayList<>();
        for (Call leg : joined.legs()) {
            for (Call onward : joined.sentOnAs(leg)) {
                changes.addAll(LegComparison.of(leg, onward));
            }
            for (Call asked : joined.referredFrom(leg)) {
                changes.addAll(ReferralComparison.of(leg, asked));
            }
        }
        return List.copyOf(changes);
    }

    /** The id of the first leg. */
    public String id() {
        return origin().id();
    }

    /** All legs in the order of their invitations. One only where there is no more than a guess about others. */
    public List<Call> legs() {
        return legs;
    }

    /** The number of a leg in {@link #legs()}, from 1; 0 of a call that is none. */
    public int number(Call leg) {
        return legs.indexOf(leg) + 1;
    }

    /** The number of the leg with this {@link Call#id()}, from 1; 0 without one. */
    public int number(String id) {
        return leg(id).map(this::number).orElse(0);
    }

    private Optional<Call> leg(String id) {
        return legs.stream().filter(leg -> leg.id().equals(id)).findFirst();
    }

    /** The leg that began first. */
    public Call origin() {
        return legs.get(0);
    }

    /** What joins the legs: to each but the first the link to the leg it came of, and what transfers tie together. */
    public List<LegLink> links() {
        return links;
    }

    /** What may belong to the call and is not proven to. */
    public List<Guess> guesses() {
        return guesses;
    }

    /** What the elements between the legs changed in a way that can hurt. */
    public List<LegChange> changes() {
        return changes;
    }

    /** The messages of all legs in the order of their times. */
    public List<TrackedMessage> messages() {
        return legs.stream()
                .flatMap(leg -> leg.messages().stream())
                .sorted(Comparator.comparingLong(TrackedMessage::nanos).thenComparingLong(TrackedMessage::index))
                .toList();
    }

    /** The legs that the element at the end of this one sent on its behalf, in their order. */
    public List<Call> sentOnAs(Call leg) {
        return laterLegs(leg, LegRelation.FORWARDED);
    }

    /** The calls that were made because a REFER in this one asked for them. */
    public List<Call> referredFrom(Call leg) {
        return laterLegs(leg, LegRelation.REFERRED);
    }

    /** The call in which a REFER asked for this one. */
    public Optional<Call> askedFrom(Call leg) {
        return earlierLeg(leg, LegRelation.REFERRED);
    }

    /** The call that the Replaces of this one names. */
    public Optional<Call> replacedBy(Call leg) {
        return earlierLeg(leg, LegRelation.REPLACED);
    }

    private Optional<Call> earlierLeg(Call leg, LegRelation relation) {
        return links.stream()
                .filter(link -> link.relation() == relation && link.laterCall().equals(leg.id()))
                .findFirst()
                .flatMap(link -> leg(link.earlierCall()));
    }

    private List<Call> laterLegs(Call leg, LegRelation relation) {
        return links.stream()
                .filter(link ->
                        link.relation() == relation && link.earlierCall().equals(leg.id()))
                .flatMap(link -> leg(link.laterCall()).stream())
                .toList();
    }

    /** The link to the leg that this one came of. */
    public Optional<LegLink> linkBefore(Call leg) {
        return links.stream()
                .filter(link -> link.laterCall().equals(leg.id()))
                .filter(link -> link.relation() == LegRelation.FORWARDED)
                .findFirst();
    }

    private Optional<Call> before(Call leg) {
        return earlierLeg(leg, LegRelation.FORWARDED);
    }

    /**
     * The way of a failure from this leg to the one where it began: this leg, the leg whose failure it passed on, and so
     * forth. One leg where it failed by itself, empty where it did not fail.
     */
    public List<Call> failurePath(Call leg) {
        List<Call> path = new ArrayList<>();
        Optional<Call> next = Optional.of(leg).filter(JoinedCall::hasFailed);
        while (next.isPresent() && !path.contains(next.get())) {
            Call failed = next.get();
            path.add(failed);
            next = causeBehind(failed);
        }
        return List.copyOf(path);
    }

    /**
     * The last leg behind that failed before this one did. None where one behind was answered, or went on after that failure
     * and did not fail: then the element gave up by itself, as when a phone that it let ring was not picked up.
     */
    private Optional<Call> causeBehind(Call failed) {
        List<Call> behind = sentOnAs(failed);
        if (behind.stream().anyMatch(JoinedCall::isAnswered)) {
            return Optional.empty();
        }
        List<Call> failures = behind.stream()
                .filter(JoinedCall::hasFailed)
                .filter(leg -> LegOrder.failedBefore(leg, failed))
                .toList();
        return failures.stream()
                .max(Comparator.comparingLong(LegOrder::end))
                .filter(last -> behind.stream()
                        .filter(leg -> !failures.contains(leg))
                        .noneMatch(leg -> LegOrder.wentOnAfter(last, leg)));
    }

    /**
     * Whether this leg failed and the call did not fail by it: an earlier leg was answered all the same, or another way that
     * was tried after it, or went on beside it, reached somebody. Then nobody was hurt.
     */
    public boolean isOvercome(Call leg) {
        if (!hasFailed(leg)) {
            return false;
        }
        if (beside(leg).anyMatch(JoinedCall::isAnswered) || siblings(leg).anyMatch(other -> outlasts(leg, other))) {
            return true;
        }
        Optional<Call> before = before(leg);
        while (before.isPresent()) {
            if (isAnswered(before.get())) {
                return true;
            }
            before = before(before.get());
        }
        return false;
    }

    /** Other ways of a call of which no earlier leg was captured. */
    private Stream<Call> beside(Call leg) {
        return links.stream()
                .filter(link -> link.relation() == LegRelation.BESIDE)
                .filter(link ->
                        link.earlierCall().equals(leg.id()) || link.laterCall().equals(leg.id()))
                .flatMap(link ->
                        leg(link.earlierCall().equals(leg.id()) ? link.laterCall() : link.earlierCall()).stream());
    }

    /** Other ways of the same call. */
    private Stream<Call> siblings(Call leg) {
        Stream<Call> known = before(leg).stream().flatMap(before -> sentOnAs(before).stream());
        return Stream.concat(known, beside(leg)).filter(other -> other != leg);
    }

    private static boolean outlasts(Call failed, Call other) {
        return LegOrder.reachedSomebody(other) && LegOrder.wentOnAfter(failed, other);
    }

    private static boolean isAnswered(Call leg) {
        return leg.disposition().kind() == Disposition.Kind.ANSWERED;
    }

    private static boolean hasFailed(Call leg) {
        return leg.disposition().kind().isFailure();
    }
}
