package org.callcause.leg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.callcause.message.Fingerprint;

/**
 * Finds which of a few calls are legs of one, and which leg came of which. Identifiers are followed on from call to call; an
 * o= line or a branch that fits several calls proves nothing.
 */
final class LegMatching {

    /** An element that offers a session on does so at once, or as soon as one way after the other has failed. */
    static final long LONGEST_ONWARD = Duration.ofSeconds(96).toNanos();

    private final List<LegFacts> legs;
    private final LongPredicate crowded;

    /** Who agrees to call somebody does so at once. */
    private static final long LONGEST_UNTIL_REFERRED = Duration.ofSeconds(5).toNanos();

    /** Some calls that are legs of one, in the order of their invitations. */
    record Joined(List<LegFacts> legs, List<LegLink> links) {}

    private record Found(LegFacts earlier, LegFacts later, LegProof proof, LegRelation relation, String detail) {}

    /**
     * Makes a matching of these calls.
     *
     * @param crowded whether a fingerprint is shared by too many calls to tell them apart
     */
    LegMatching(List<LegFacts> calls, LongPredicate crowded) {
        this.legs = calls.stream()
                .sorted(Comparator.comparingLong(LegFacts::start).thenComparingLong(LegFacts::index))
                .toList();
        this.crowded = crowded;
    }

    List<Joined> components() {
        Map<LegFacts, Optional<LegLink>> parents = new LinkedHashMap<>();
        Map<LegFacts, LegFacts> heads = new LinkedHashMap<>();
        legs.forEach(leg -> heads.put(leg, leg));
        List<LegLink> links = new ArrayList<>();
        for (int later = 0; later < legs.size(); later++) {
            List<Found> found = found(later);
            for (Found one : found) {
                unite(heads, one.earlier(), one.later());
            }
            parents.put(legs.get(later), best(found));
            found.stream()
                    .filter(one -> one.relation() == LegRelation.REFERRED || one.relation() == LegRelation.REPLACED)
                    .map(one -> link(one, found))
                    .forEach(links::add);
        }
        parents.values()
                .forEach(parent -> parent.filter(link -> !links.contains(link)).ifPresent(links::add));
        Map<LegFacts, List<LegFacts>> components = new LinkedHashMap<>();
        for (LegFacts leg : legs) {
            components
                    .computeIfAbsent(head(heads, leg), any -> new ArrayList<>())
                    .add(leg);
        }
        return components.values().stream()
                .map(component -> new Joined(
                        component,
                        links.stream()
                                .filter(link -> component.stream()
                                        .anyMatch(leg -> leg.call().id().equals(link.later())))
                                .toList()))
                .toList();
    }

    private static LegFacts head(Map<LegFacts, LegFacts> heads, LegFacts leg) {
        LegFacts head = leg;
        LegFacts next = heads.getOrDefault(head, head);
        while (next != head) {
            head = next;
            next = heads.getOrDefault(head, head);
        }
        return head;
    }

    private static void unite(Map<LegFacts, LegFacts> heads, LegFacts one, LegFacts other) {
        heads.put(head(heads, other), head(heads, one));
    }

    /** Everything that ties this leg to earlier ones. */
    private List<Found> found(int later) {
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

    /** The leg that this one most probably came of: by the way, then by the proof, then the latest. */
    private static Optional<LegLink> best(List<Found> found) {
        return found.stream()
                .filter(one -> one.relation() == LegRelation.FORWARDED || one.relation() == LegRelation.BESIDE)
                .max(Comparator.<Found>comparingInt(one ->
                                LegWay.between(one.earlier(), one.later()).rank())
                        .thenComparingInt(one -> one.proof().score())
                        .thenComparingLong(one -> one.earlier().start()))
                .map(one -> link(one, found));
    }

    private static LegLink link(Found best, List<Found> all) {
        List<LegProof> further = all.stream()
                .filter(one -> one.earlier() == best.earlier() && one.proof() != best.proof())
                .map(Found::proof)
                .distinct()
                .sorted()
                .toList();
        return new LegLink(
                best.earlier().call().id(),
                best.later().call().id(),
                best.relation(),
                best.proof(),
                further,
                best.detail());
    }
}
