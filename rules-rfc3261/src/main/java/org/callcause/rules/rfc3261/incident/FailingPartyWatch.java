package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.callcause.incident.PartyKeys;
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

    /** Of each extent, the parties that failed lately, by the keys that {@link PartyKeys} makes. */
    private final List<RecentMap<Object, FailingParty>> parties = NARROWEST_FIRST.stream()
            .map(extent -> new RecentMap<Object, FailingParty>(MOST_PARTIES))
            .toList();

    /** The latest calls that failed. */
    private final ArrayDeque<Failure> failures = new ArrayDeque<>();

    private final FailingParty everybody = new FailingParty(Extent.ALL, "", 0, 0);
    private final RecentHashes wasReached = new RecentHashes(MOST_NUMBERS);
    private long calls;
    private long failed;

    /** How many failures say nothing of who called. */
    private long notOfCallers;

    /** How many failures say nothing of the way. */
    private long notOfTheWay;

    /** How many failures are those of a peer alone, as the call went on by another way. */
    private long wentOn;

    /**
     * A call that failed, and of whom that says something.
     *
     * @param ofCallers whether it may be the doing of who called
     * @param ofTheWay whether it may be that of the peer
     * @param wentOn whether it can be nobody else's, as the call went on by another way
     */
    private record Failure(CallParties parties, boolean ofCallers, boolean ofTheWay, boolean wentOn) {

        private boolean saysOf(Extent extent) {
            return switch (extent) {
                case CALLEE, NUMBER_RANGE -> !wentOn;
                case CALLER, SITE -> ofCallers && !wentOn;
                case PEER -> ofTheWay;
                case ALL -> ofTheWay && !wentOn;
            };
        }

        /** The key of its party of this extent; {@link PartyKeys#NONE} where it says nothing of one. */
        private Object key(Extent extent) {
            return saysOf(extent) ? PartyKeys.of(extent, parties) : PartyKeys.NONE;
        }
    }

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
        wasReached.add(call.calleeHash());
        everybody.getsThrough();
        if (failed == 0) {
            return;
        }
        for (int i = 0; i < NARROWEST_FIRST.size(); i++) {
            RecentMap<Object, FailingParty> known = parties.get(i);
            Extent extent = NARROWEST_FIRST.get(i);
            // Ends of neighbouring addresses and ports share hash codes.
            FailingParty party = extent == Extent.PEER ? known.get(call.peer()) : known.getByHash(call.hash(extent));
            if (party != null) {
                party.getsThrough();
            }
        }
    }

    private void fails(EndedCall call) {
        Failure failure = failure(call);
        for (int i = 0; i < NARROWEST_FIRST.size(); i++) {
            Object key = failure.key(NARROWEST_FIRST.get(i));
            if (!key.equals(PartyKeys.NONE)) {
                party(i, key).fails(call);
            }
        }
        if (failure.saysOf(Extent.ALL)) {
            everybody.fails(call);
        }
        notOfCallers += failure.saysOf(Extent.CALLER) ? 0 : 1;
        notOfTheWay += failure.saysOf(Extent.PEER) ? 0 : 1;
        wentOn += failure.wentOn() ? 1 : 0;
        calls++;
        failed++;
        failures.add(failure);
        if (failures.size() > MOST_FAILURES) {
            failures.remove();
        }
    }

    private Failure failure(EndedCall call) {
        boolean ofCallers = !SetUp.isAbsence(call);
        boolean wrongNumber = SetUp.isUnknownNumber(call)
                && !wasReached.contains(call.parties().calleeHash());
        return new Failure(call.parties(), ofCallers, ofCallers && !wrongNumber, call.wentOn());
    }

    private long saysNothingOf(Extent extent) {
        return switch (extent) {
            case CALLEE, NUMBER_RANGE -> wentOn;
            case CALLER, SITE -> notOfCallers;
            case PEER, ALL -> notOfTheWay;
        };
    }

    private Share everything(Extent extent) {
        long none = saysNothingOf(extent);
        return new Share(failed - none, calls - none);
    }

    private FailingParty party(int place, Object key) {
        return parties.get(place).get(key, any -> {
            Extent extent = NARROWEST_FIRST.get(place);
            long none = saysNothingOf(extent);
            return new FailingParty(extent, any, failed - none, calls - none);
        });
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
        for (int i = 0; i < NARROWEST_FIRST.size(); i++) {
            Share everything = everything(NARROWEST_FIRST.get(i));
            for (Map.Entry<Object, FailingParty> entry : parties.get(i).entries()) {
                if (entry.getValue().isFailing(everything)) {
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
        List<List<Object>> unexplained = keysOfFailures();
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

    /** The keys of the parties of each of the latest failures, one an extent. */
    private List<List<Object>> keysOfFailures() {
        List<List<Object>> keys = new ArrayList<>(failures.size());
        for (Failure failure : failures) {
            keys.add(NARROWEST_FIRST.stream().map(failure::key).toList());
        }
        return keys;
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
