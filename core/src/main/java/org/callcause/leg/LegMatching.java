package org.callcause.leg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Puts together which of a few calls are legs of one, and which leg came of which, from what {@link ProofSearch} finds.
 * Identifiers are followed on from call to call.
 */
final class LegMatching {

    private final List<LegFacts> legs;
    private final ProofSearch proofs;

    /** Some calls that are legs of one, in the order of their invitations. */
    record Joined(List<LegFacts> legs, List<LegLink> links) {}

    /**
     * Makes a matching of these calls.
     *
     * @param crowded whether a fingerprint is shared by too many calls to tell them apart
     */
    LegMatching(List<LegFacts> calls, LongPredicate crowded) {
        this.legs = bySource(calls.stream()
                .sorted(Comparator.comparingLong(LegFacts::start).thenComparingLong(LegFacts::index))
                .toList());
        this.proofs = new ProofSearch(legs, crowded);
    }

    /**
     * The same calls, one that its element sent on before it had got it moved behind the one that it got: the two were
     * captured at places whose clocks differ.
     */
    private static List<LegFacts> bySource(List<LegFacts> byTime) {
        List<LegFacts> ordered = new ArrayList<>(byTime);
        for (LegFacts leg : byTime) {
            List<LegFacts> before = ordered.subList(0, ordered.indexOf(leg));
            List<LegFacts> behind = ordered.subList(before.size() + 1, ordered.size());
            if (before.stream().noneMatch(other -> isSource(other, leg))) {
                Optional<LegFacts> source = behind.stream()
                        .takeWhile(other -> other.start() - leg.start() <= LegOrder.CLOCKS_DIFFER)
                        .filter(other -> isSource(other, leg) && !isSource(leg, other))
                        .findFirst();
                source.ifPresent(one -> {
                    ordered.remove(leg);
                    ordered.add(ordered.indexOf(one) + 1, leg);
                });
            }
        }
        return ordered;
    }

    private static boolean isSource(LegFacts leg, LegFacts onward) {
        return leg.sharesName(onward) && LegWay.between(leg, onward).isOnward();
    }

    List<Joined> components() {
        Map<LegFacts, Optional<LegLink>> parents = new LinkedHashMap<>();
        Map<LegFacts, LegFacts> heads = new LinkedHashMap<>();
        legs.forEach(leg -> heads.put(leg, leg));
        List<LegLink> links = new ArrayList<>();
        for (int later = 0; later < legs.size(); later++) {
            List<ProofSearch.Found> found = proofs.of(later);
            for (ProofSearch.Found one : found) {
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
                                        .anyMatch(leg -> leg.call().id().equals(link.laterCall())))
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

    /** The leg that this one most probably came of: by the way, then by the proof, then the latest. */
    private static Optional<LegLink> best(List<ProofSearch.Found> found) {
        return found.stream()
                .filter(one -> one.relation() == LegRelation.FORWARDED || one.relation() == LegRelation.BESIDE)
                .max(Comparator.<ProofSearch.Found>comparingInt(one ->
                                LegWay.between(one.earlier(), one.later()).rank())
                        .thenComparingInt(one -> one.proof().score())
                        .thenComparingLong(one -> one.earlier().start()))
                .map(one -> link(one, found));
    }

    private static LegLink link(ProofSearch.Found best, List<ProofSearch.Found> all) {
        List<LegProof> further = all.stream()
                .filter(one -> one.earlier() == best.earlier() && one.proof() != best.proof())
                .map(ProofSearch.Found::proof)
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
