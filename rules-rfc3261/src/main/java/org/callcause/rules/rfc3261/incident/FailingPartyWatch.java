package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callcause.dialog.EpochNanos;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallParties;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentScope.Extent;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentHashes;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;

/**
 * Counts the calls of every party from its first failure on: parties without a failure cost a look-up and no memory. Which
 * of the parties that a failed call has in common with others is the one to name is found out from the latest failures.
 */
final class FailingPartyWatch implements IncidentWatch {

    private static final int MOST_PARTIES = 2_000;
    private static final int MOST_FAILURES = 2_048;
    private static final int MOST_NUMBERS = 1 << 14;

    /** A party is named for what no other explains: for most of its failures. */
    private static final double ITS_OWN = 0.6;

    private static final int MOST_TOLD = 50;

    private static final List<Extent> NARROWEST_FIRST =
            List.of(Extent.CALLER, Extent.CALLEE, Extent.NUMBER_RANGE, Extent.SITE, Extent.PEER);

    /** Of each extent, the parties that failed lately, by the keys that {@link PartyNames} makes. */
    private final List<RecentMap<Object, FailingParty>> parties = NARROWEST_FIRST.stream()
            .map(extent -> new RecentMap<Object, FailingParty>(MOST_PARTIES))
            .toList();

    /** The keys of the parties of each of the latest calls that failed, one an extent, empty where there is none. */
    private final ArrayDeque<List<Object>> failures = new ArrayDeque<>();

    private final FailingParty everybody = new FailingParty(Extent.ALL, "", Share.NONE);
    private final RecentHashes wasReached = new RecentHashes(MOST_NUMBERS);
    private long calls;
    private long failed;

    /** Of each extent, how many failures say nothing of its parties. */
    private final Map<Extent, Long> leftOut = new EnumMap<>(Extent.class);

    @Override
    public void answered(AnsweredCall call) {
        getsThrough(call.parties());
    }

    @Override
    public void ended(EndedCall call) {
        switch (SetUp.of(call)) {
            case FAILED -> fails(call);
            case GOT_THROUGH -> getsThrough(call.parties());
            case SAYS_NOTHING -> {}
        }
    }

    private void getsThrough(CallParties call) {
        calls++;
        wasReached.add(call.callee());
        everybody.getsThrough();
        if (failed == 0) {
            return;
        }
        for (int i = 0; i < NARROWEST_FIRST.size(); i++) {
            RecentMap<Object, FailingParty> known = parties.get(i);
            Extent extent = NARROWEST_FIRST.get(i);
            if (known.mayHold(PartyNames.hash(extent, call))) {
                FailingParty party = known.get(PartyNames.key(extent, call));
                if (party != null) {
                    party.getsThrough();
                }
            }
        }
    }

    private void fails(EndedCall call) {
        List<Object> keys = new ArrayList<>(NARROWEST_FIRST.size());
        for (int i = 0; i < NARROWEST_FIRST.size(); i++) {
            Extent extent = NARROWEST_FIRST.get(i);
            Object key = saysOf(extent, call) ? PartyNames.key(extent, call.parties()) : PartyNames.NONE;
            keys.add(key);
            if (!key.equals(PartyNames.NONE)) {
                party(i, key).fails(call);
            }
        }
        if (saysOf(Extent.ALL, call)) {
            everybody.fails(call);
        }
        for (Extent extent : Extent.values()) {
            if (!saysOf(extent, call)) {
                leftOut.merge(extent, 1L, Long::sum);
            }
        }
        calls++;
        failed++;
        failures.add(keys);
        if (failures.size() > MOST_FAILURES) {
            failures.remove();
        }
    }

    /** Whether the failure may be that of a party of this extent. */
    private boolean saysOf(Extent extent, EndedCall failure) {
        if (extent == Extent.CALLEE || extent == Extent.NUMBER_RANGE) {
            return true;
        }
        if (SetUp.isAbsence(failure)) {
            return false;
        }
        return extent == Extent.CALLER
                || extent == Extent.SITE
                || !SetUp.isUnknownNumber(failure)
                || wasReached.contains(failure.parties().callee());
    }

    private Share everything(Extent extent) {
        long none = leftOut.getOrDefault(extent, 0L);
        return new Share(failed - none, calls - none);
    }

    private FailingParty party(int place, Object key) {
        FailingParty known = parties.get(place).get(key);
        if (known == null) {
            Extent extent = NARROWEST_FIRST.get(place);
            known = new FailingParty(extent, key, everything(extent));
            parties.get(place).put(key, known);
        }
        return known;
    }

    @Override
    public void review(Instant now, IncidentFindings findings) {
        List<FailingParty> named = named();
        if (named.isEmpty() && everybody.isFailingFromTheStart()) {
            FailingPartyTelling.tell(findings, everybody, everything(Extent.ALL), true);
        }
        for (FailingParty party : named) {
            party.markTold();
            FailingPartyTelling.tell(findings, party, everything(party.extent()), !party.isOver(EpochNanos.of(now)));
        }
        Set<FailingParty> told = new HashSet<>(named);
        parties.forEach(known -> known.removeIf((key, party) -> {
            boolean over = party.isOver(EpochNanos.of(now));
            if (over && party.hasBeenTold() && !told.contains(party)) {
                FailingPartyTelling.tell(findings, party, everything(party.extent()), false);
            }
            return over;
        }));
    }

    /** The fewest parties that explain the latest failures, the one that explains the most first. */
    private List<FailingParty> named() {
        List<FailingParty> failing = new ArrayList<>();
        for (RecentMap<Object, FailingParty> known : parties) {
            for (Map.Entry<Object, FailingParty> entry : known.entries()) {
                if (entry.getValue().isFailing(everything(entry.getValue().extent()))) {
                    failing.add(entry.getValue());
                }
            }
        }
        List<FailingParty> named = new ArrayList<>();
        if (failing.isEmpty()) {
            return named;
        }
        failing.sort(Comparator.comparingLong(FailingParty::failed)
                .reversed()
                .thenComparing(party -> NARROWEST_FIRST.indexOf(party.extent()))
                .thenComparing(FailingParty::name));
        List<List<Object>> unexplained = new ArrayList<>(failures);
        Map<FailingParty, Integer> recent = new HashMap<>();
        for (FailingParty party : failing) {
            recent.put(party, count(party, unexplained));
        }
        for (FailingParty party : failing) {
            int own = count(party, unexplained);
            if (own > 0 && own >= ITS_OWN * recent.getOrDefault(party, 0) && named.size() < MOST_TOLD) {
                named.add(party);
                unexplained.removeIf(keys -> isAmong(keys, party));
            }
        }
        return named;
    }

    private static int count(FailingParty party, List<List<Object>> failures) {
        int count = 0;
        for (List<Object> keys : failures) {
            count += isAmong(keys, party) ? 1 : 0;
        }
        return count;
    }

    private static boolean isAmong(List<Object> keys, FailingParty party) {
        return keys.get(NARROWEST_FIRST.indexOf(party.extent())).equals(party.key());
    }
}
