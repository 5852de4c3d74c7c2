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
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallParties;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentScope.Extent;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;

/**
 * Counts the calls of every party from its first failure on: parties without a failure cost a look-up and no memory. Which
 * of the parties that a failed call has in common with others is the one to name is found out from the latest failures.
 */
final class FailingPartyWatch implements IncidentWatch {

    private static final int MOST_PARTIES = 2_000;
    private static final int MOST_FAILURES = 2_048;

    /** A party is named for what no other explains: for most of its failures. */
    private static final double ITS_OWN = 0.6;

    private static final List<Extent> NARROWEST_FIRST =
            List.of(Extent.CALLER, Extent.CALLEE, Extent.NUMBER_RANGE, Extent.SITE, Extent.PEER);

    private static final int MOST_TOLD = 50;

    private final Map<Extent, RecentMap<String, FailingParty>> parties = new EnumMap<>(Extent.class);
    private final ArrayDeque<Map<Extent, String>> failures = new ArrayDeque<>();
    private final FailingParty everybody = new FailingParty(Extent.ALL, "", Share.NONE);
    private long calls;
    private long failed;

    FailingPartyWatch() {
        NARROWEST_FIRST.forEach(extent -> parties.put(extent, new RecentMap<>(MOST_PARTIES)));
    }

    @Override
    public void answered(AnsweredCall call) {
        getsThrough(call.parties());
    }

    @Override
    public void ended(EndedCall call) {
        SetUp.of(call)
                .ifPresent(setUp -> setUp.failure()
                        .ifPresentOrElse(failure -> fails(setUp, failure), () -> getsThrough(setUp.parties())));
    }

    private void getsThrough(CallParties call) {
        calls++;
        everybody.getsThrough();
        if (failed == 0) {
            return;
        }
        for (Extent extent : NARROWEST_FIRST) {
            RecentMap<String, FailingParty> known = parties.get(extent);
            if (known != null && known.size() > 0) {
                FailingParty party = known.get(PartyNames.of(extent, call));
                if (party != null) {
                    party.getsThrough();
                }
            }
        }
    }

    private void fails(SetUp call, EndedCall failure) {
        Map<Extent, String> names = new EnumMap<>(Extent.class);
        Share everything = new Share(failed, calls);
        FailingParty.Failure told = new FailingParty.Failure(
                call,
                failure,
                Tally.answer(failure.status()),
                call.parties().peer().toString());
        parties.forEach((extent, known) -> {
            String name = PartyNames.of(extent, call.parties());
            if (!name.isEmpty()) {
                names.put(extent, name);
                known.get(name, any -> new FailingParty(extent, name, everything))
                        .fails(told);
            }
        });
        everybody.fails(told);
        calls++;
        failed++;
        failures.add(names);
        if (failures.size() > MOST_FAILURES) {
            failures.remove();
        }
    }

    @Override
    public void review(Instant now, IncidentFindings findings) {
        Share everything = new Share(failed, calls);
        List<FailingParty> named = named(everything);
        if (named.isEmpty() && everybody.isFailingFromTheStart()) {
            FailingPartyTelling.tell(findings, everybody, everything, true);
        }
        for (FailingParty party : named) {
            party.markTold();
            FailingPartyTelling.tell(findings, party, everything, !party.isOver(Saying.nanos(now)));
        }
        Set<FailingParty> told = new HashSet<>(named);
        parties.values()
                .forEach(known -> known.removeIf((name, party) -> {
                    boolean over = party.isOver(Saying.nanos(now));
                    if (over && party.hasBeenTold() && !told.contains(party)) {
                        FailingPartyTelling.tell(findings, party, everything, false);
                    }
                    return over;
                }));
    }

    /** The fewest parties that explain the latest failures, the one that explains the most first. */
    private List<FailingParty> named(Share everything) {
        List<FailingParty> failing = new ArrayList<>();
        for (Extent extent : NARROWEST_FIRST) {
            parties.getOrDefault(extent, new RecentMap<>(0)).entries().forEach(entry -> {
                if (entry.getValue().isFailing(everything)) {
                    failing.add(entry.getValue());
                }
            });
        }
        List<FailingParty> named = new ArrayList<>();
        if (failing.isEmpty()) {
            return named;
        }
        failing.sort(Comparator.comparingLong(FailingParty::failed)
                .reversed()
                .thenComparing(party -> NARROWEST_FIRST.indexOf(party.extent()))
                .thenComparing(FailingParty::name));
        List<Map<Extent, String>> unexplained = new ArrayList<>(failures);
        Map<FailingParty, Integer> recent = new HashMap<>();
        for (FailingParty party : failing) {
            recent.put(party, count(party, unexplained));
        }
        for (FailingParty party : failing) {
            int own = count(party, unexplained);
            if (own > 0 && own >= ITS_OWN * recent.getOrDefault(party, 0) && named.size() < MOST_TOLD) {
                named.add(party);
                unexplained.removeIf(names -> party.name().equals(names.get(party.extent())));
            }
        }
        return named;
    }

    private static int count(FailingParty party, List<Map<Extent, String>> failures) {
        int count = 0;
        for (Map<Extent, String> names : failures) {
            if (party.name().equals(names.get(party.extent()))) {
                count++;
            }
        }
        return count;
    }
}
