package org.callcause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.incident.Circumstance;
import org.callcause.incident.EndedCall;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegLink;

/**
 * Lets the incident rules hear of a call where it failed, and there once: of legs that failed one behind the other, only of
 * the one where the failure began. A leg whose failure another way made good is told too, for its peer did fail.
 */
final class CountedLegs {

    private static final long SECOND = 1_000_000_000;

    /**
     * How long a leg that failed is held back while the leg that it came of goes on: an element passes a refusal on at
     * once, and one that takes longer tries another way, which may last for hours.
     */
    private static final long FURTHER_LEG_WAITS = 4 * SECOND;

    /** The same for the leg before them: Timer C and 64·T1, after which whatever is behind it has failed too. */
    private static final long FIRST_LEG_WAITS = 212 * SECOND;

    private static final class Waiting {
        private final EndedCall call;
        private final boolean first;
        private final long until;
        private boolean told;

        private Waiting(EndedCall call, boolean first, long until) {
            this.call = call;
            this.first = first;
            this.until = until;
        }
    }

    private final Incidents incidents;

    /** The legs that wait for others, which are no more than a {@code LegJoiner} lets wait. */
    private final Map<Call, Waiting> waiting = new LinkedHashMap<>();

    private long clock = Long.MIN_VALUE;
    private long nextUntil = Long.MAX_VALUE;

    CountedLegs(Incidents incidents) {
        this.incidents = incidents;
    }

    /** Takes a call without other legs. Returns its report with what is known of its moment. */
    CallReport alone(CallReport report) {
        Waiting held = waiting.isEmpty() ? null : waiting.remove(report.call());
        if (held == null) {
            return incidents.ended(report);
        }
        tell(held, held.call);
        return report;
    }

    /**
     * Takes a call that is over while others, which may be its legs, are not.
     *
     * @param first whether it began before them
     */
    CallReport waits(CallReport report, boolean first) {
        Optional<EndedCall> ended = incidents.distilled(report);
        if (ended.isEmpty()) {
            return report;
        }
        List<Circumstance> known = incidents.circumstances(ended.get());
        Waiting held = new Waiting(ended.get(), first, clock + (first ? FIRST_LEG_WAITS : FURTHER_LEG_WAITS));
        waiting.put(report.call(), held);
        if (report.call().disposition().kind().isFailure()) {
            nextUntil = Math.min(nextUntil, held.until);
        } else {
            tell(held, held.call);
        }
        return report.with(known);
    }

    /** Takes the legs of a call. Returns their reports with what is known of their moments. */
    List<CallReport> joined(JoinedCall joined, List<CallReport> reports) {
        List<CallReport> known = new ArrayList<>(reports.size());
        List<EndedCall> legs = new ArrayList<>(reports.size());
        List<Waiting> went = new ArrayList<>(reports.size());
        List<Waiting> ended = new ArrayList<>(reports.size());
        for (CallReport report : reports) {
            CallReport one = waiting.containsKey(report.call()) ? report : waits(report, false);
            Waiting held = waiting.remove(report.call());
            if (held != null) {
                legs.add(held.call);
                if (!held.told && counts(joined, report.call())) {
                    (wentOn(joined, report.call()) ? went : ended).add(held);
                }
            }
            known.add(one);
        }
        tellInTime(went.stream().map(held -> held.call.goingOn()).toList(), ended.isEmpty() ? legs : List.of());
        tellInTime(ended.stream().map(held -> held.call).toList(), legs);
        return known;
    }

    /** The last of them with the ways of all legs, which are those of one call. */
    private void tellInTime(List<EndedCall> calls, List<EndedCall> legs) {
        List<EndedCall> sorted = calls.stream()
                .sorted(Comparator.comparingLong(call -> call.moments().settled()))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            EndedCall call = sorted.get(i);
            incidents.tell(i == sorted.size() - 1 ? call.along(legs) : call);
        }
    }

    /** Whether the failure of this leg is one that the rules hear of. */
    private static boolean counts(JoinedCall joined, Call leg) {
        if (joined.failurePath(leg).size() > 1) {
            return false;
        }
        Optional<Call> before = before(joined, leg);
        return before.isEmpty()
                || !before.get().disposition().kind().isFailure()
                || joined.isOvercome(before.get())
                || !wentOn(joined, leg)
                // of several ways that all failed, one that could not take the call failed whoever was called
                || leg.disposition().kind().isHardFailure();
    }

    /** Whether the leg before this one ended, or goes on, for another reason than that this one failed. */
    private static boolean wentOn(JoinedCall joined, Call leg) {
        return before(joined, leg)
                .filter(before -> {
                    List<Call> path = joined.failurePath(before);
                    return path.isEmpty() || path.get(path.size() - 1) != leg;
                })
                .isPresent();
    }

    private static Optional<Call> before(JoinedCall joined, Call leg) {
        return joined.linkBefore(leg)
                .map(LegLink::earlierCall)
                .flatMap(id -> joined.legs().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst());
    }

    /** Moves the clock on, and tells of the legs that were held back long enough. */
    void advance(long nanos) {
        clock = Math.max(clock, nanos);
        if (clock < nextUntil) {
            return;
        }
        nextUntil = Long.MAX_VALUE;
        List<Waiting> due = new ArrayList<>();
        for (Waiting held : waiting.values()) {
            if (!held.told && held.until <= clock) {
                due.add(held);
            } else if (!held.told) {
                nextUntil = Math.min(nextUntil, held.until);
            }
        }
        due.sort(Comparator.comparingLong(held -> held.call.moments().settled()));
        due.forEach(held -> tell(held, held.first ? held.call : held.call.goingOn()));
    }

    private void tell(Waiting held, EndedCall call) {
        if (!held.told) {
            held.told = true;
            incidents.tell(call);
        }
    }
}
