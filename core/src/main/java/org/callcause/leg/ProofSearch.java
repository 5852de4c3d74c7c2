package org.callcause.leg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.callcause.message.Fingerprint;

/**
 * Finds what proves that a call is a leg of the same call as an earlier one. What more calls share than can be told apart
 * proves nothing, nor does an o= line or a branch that fits several of them.
 */
final class ProofSearch {

    /** An element that offers a session on does so at once, or as soon as one way after the other has failed. */
    static final long LONGEST_ONWARD = Duration.ofSeconds(96).toNanos();

    /** Who agrees to call somebody does so at once. */
    private static final long LONGEST_UNTIL_REFERRED = Duration.ofSeconds(5).toNanos();

    private final List<LegFacts> legs;
    private final LongPredicate crowded;

    /** One proof that the later leg belongs to the earlier one. */
    record Found(LegFacts earlier, LegFacts later, LegProof proof, LegRelation relation, String detail) {}

    /**
     * Makes a search among these calls.
     *
     * @param legs in the order of their invitations
     * @param crowded whether a fingerprint is shared by too many calls to tell them apart
     */
    ProofSearch(List<LegFacts> legs, LongPredicate crowded) {
        this.legs = legs;
        this.crowded = crowded;
    }

    /** Everything that ties this leg to earlier ones. */
    List<Found> of(int later) {
        LegFacts leg = legs.get(later);
        List<Found> found = new ArrayList<>();
        for (int earlier = 0; earlier < later; earlier++) {
            LegFacts other = legs.get(earlier);
            shared(other, leg, LegFacts::sessionIds, LegProof.SESSION_ID, LegMarks.SESSION)
                    .ifPresent(found::add);
            correlation(other, leg).ifPresent(found::add);
            shared(other, leg, LegFacts::chargingIds, LegProof.CHARGING_ID, LegMarks.CHARGING)
                    .ifPresent(found::add);
            replacement(other, leg).ifPresent(found::add);
        }
        referral(later).ifPresent(found::add);
        origin(later).ifPresent(found::add);
        branch(later).ifPresent(found::add);
        return found;
    }

    private Optional<Found> shared(
            LegFacts earlier, LegFacts later, Function<LegFacts, Set<String>> values, LegProof proof, long mark) {
        Set<String> others = values.apply(later);
        return values.apply(earlier).stream()
                .filter(others::contains)
                .filter(value -> !crowded.test(Fingerprint.of(value) ^ mark))
                .findFirst()
                .map(value ->
                        new Found(earlier, later, proof, relation(earlier, later), "both invitations carry " + value));
    }

    private static LegRelation relation(LegFacts earlier, LegFacts later) {
        return LegWay.between(earlier, later) == LegWay.BESIDE ? LegRelation.BESIDE : LegRelation.FORWARDED;
    }

    private Optional<Found> correlation(LegFacts earlier, LegFacts later) {
        if (later.correlations().contains(earlier.callId())
                || earlier.correlations().contains(later.callId())) {
            boolean forward = later.correlations().contains(earlier.callId());
            return Optional.of(new Found(
                    earlier,
                    later,
                    LegProof.CORRELATION_HEADER,
                    LegRelation.FORWARDED,
                    (forward
                            ? "the later invitation names the Call-ID " + earlier.callId()
                            : "the earlier invitation names the Call-ID " + later.callId())));
        }
        return shared(earlier, later, LegFacts::correlations, LegProof.CORRELATION_HEADER, LegMarks.CORRELATION);
    }

    private static Optional<Found> replacement(LegFacts earlier, LegFacts later) {
        return later.replaced().contains(earlier.callId())
                ? Optional.of(new Found(
                        earlier,
                        later,
                        LegProof.DIALOG_REFERENCE,
                        LegRelation.REPLACED,
                        "the later invitation replaces the Call-ID " + earlier.callId()))
                : Optional.empty();
    }

    /**
     * The one REFER that this call follows: by the address, the time, and the referrer that the invitation names. Without
     * Referred-By, which many phones leave out, it has to be the party that agreed to call, and to do so at once.
     */
    private Optional<Found> referral(int later) {
        LegFacts leg = legs.get(later);
        List<Found> found = new ArrayList<>();
        for (LegFacts other : legs) {
            for (Referral referral : other.referrals()) {
                if (other != leg && follows(leg, referral)) {
                    found.add(new Found(
                            other,
                            leg,
                            LegProof.DIALOG_REFERENCE,
                            LegRelation.REFERRED,
                            "the REFER in message #" + referral.request().index() + " asked for a call to "
                                    + referral.target().uri().raw().replaceFirst("\\?.*", "")));
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean follows(LegFacts leg, Referral referral) {
        if (referral.replaced().isPresent() || !leg.replaced().isEmpty()) {
            return referral.replaced().filter(leg.replaced()::contains).isPresent();
        }
        long wait = leg.start() - referral.request().nanos();
        boolean timed = leg.hasTimes() && referral.request().hasTime();
        boolean inTime = timed
                ? wait >= 0 && wait <= LONGEST_ONWARD
                : leg.index() > referral.request().index();
        if (!inTime || !leg.targets().contains(referral.user())) {
            return false;
        }
        boolean fromTransferee = leg.sender().isKnown()
                && leg.sender().host().equals(referral.request().to().host());
        boolean askedAndDid =
                referral.accepted() && timed && wait <= LONGEST_UNTIL_REFERRED && leg.isFromWhomAsked(referral);
        return leg.isReferredBy(referral) || (fromTransferee && (leg.isReferredBySomebody() || askedAndDid));
    }

    /** The one earlier leg with the same o= line; none where some other call without a way to it has the line too. */
    private Optional<Found> origin(int later) {
        LegFacts leg = legs.get(later);
        List<Found> found = new ArrayList<>();
        for (String line : leg.origins()) {
            if (crowded.test(Fingerprint.of(line) ^ LegMarks.ORIGIN) || isOfSeveralCalls(line)) {
                continue;
            }
            for (int earlier = 0; earlier < later; earlier++) {
                LegFacts other = legs.get(earlier);
                if (other.origins().contains(line) && mayBeSentOn(other, leg)) {
                    found.add(new Found(
                            other,
                            leg,
                            LegProof.SESSION_ORIGIN,
                            LegRelation.FORWARDED,
                            "both offer the session " + line));
                }
            }
        }
        return nearest(found);
    }

    /** A chain of elements that all keep the line is no doubt: then the way tells which leg came of which. */
    private static Optional<Found> nearest(List<Found> found) {
        int best = found.stream()
                .mapToInt(one -> LegWay.between(one.earlier(), one.later()).rank())
                .max()
                .orElse(0);
        List<Found> nearest = found.stream()
                .filter(one -> LegWay.between(one.earlier(), one.later()).rank() == best)
                .toList();
        return nearest.size() == 1 ? Optional.of(nearest.get(0)) : Optional.empty();
    }

    /** Whether at least two calls with this line come of no other: then the line is one that a client uses again. */
    private boolean isOfSeveralCalls(String line) {
        long first = 0;
        for (int i = 0; i < legs.size(); i++) {
            LegFacts leg = legs.get(i);
            if (leg.origins().contains(line)) {
                boolean comesOfAnother = false;
                for (int earlier = 0; earlier < i; earlier++) {
                    LegFacts other = legs.get(earlier);
                    comesOfAnother |= other.origins().contains(line) && mayBeSentOn(other, leg);
                }
                first += comesOfAnother ? 0 : 1;
            }
        }
        return first > 1;
    }

    private static boolean mayBeSentOn(LegFacts earlier, LegFacts later) {
        boolean inTime = !earlier.hasTimes() || !later.hasTimes() || later.start() - earlier.start() <= LONGEST_ONWARD;
        boolean contradicted = !earlier.sessionIds().isEmpty()
                && !later.sessionIds().isEmpty()
                && earlier.sessionIds().stream().noneMatch(later.sessionIds()::contains);
        LegWay way = LegWay.between(earlier, later);
        return inTime
                && !contradicted
                && (way.isOnward() || (way == LegWay.UNKNOWN && later.isForSameNumberAs(earlier)));
    }

    private Optional<Found> branch(int later) {
        LegFacts leg = legs.get(later);
        List<Found> found = new ArrayList<>();
        for (int earlier = 0; earlier < later; earlier++) {
            LegFacts other = legs.get(earlier);
            other.topBranches().stream()
                    .filter(leg.lowerBranches()::contains)
                    .filter(branch -> !crowded.test(Fingerprint.of(branch) ^ LegMarks.BRANCH))
                    .findFirst()
                    .ifPresent(branch -> found.add(new Found(
                            other,
                            leg,
                            LegProof.VIA_BRANCH,
                            LegRelation.FORWARDED,
                            "the later invitation carries the branch " + branch + " of the earlier one")));
        }
        return nearest(found);
    }
}
