package org.callcause.vantage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callcause.dialog.TrackedMessage;

/**
 * How far the clock of a second capture is ahead of the first one's, from messages seen in both: those of one direction are
 * late by the way, those of the other are early by it, so half the sum is the offset and half the difference the way.
 *
 * @param nanos the second clock minus the first
 * @param delay the time from one place to the other, in nanoseconds
 * @param atFirst the hosts as the first capture names them
 * @param atSecond the same the other way round, as the second names them, which behind a NAT may differ
 */
record ClockOffset(long nanos, long delay, Hosts atFirst, Hosts atSecond) {

    /** Closer together than this, two captures are one place, or one is a copy of the other. */
    private static final long SHORTEST_WAY = 20_000;

    /**
     * The two ends of the way between two places.
     *
     * @param near the host that the capture is nearer to
     * @param far the host behind the other place
     */
    record Hosts(String near, String far) {
        Hosts turned() {
            return new Hosts(/* near= */ far, /* far= */ near);
        }
    }

    /** Messages of one direction: the hosts they go between at each place, and how much later they are at the second. */
    private record Flow(Hosts first, Hosts second, List<Long> differences) {
        long middle() {
            Collections.sort(differences);
            return differences.get(differences.size() / 2);
        }
    }

    static Optional<ClockOffset> between(Capture first, Capture second) {
        Map<Hosts, Flow> flows = new HashMap<>();
        first.messages().forEach((key, seen) -> {
            List<TrackedMessage> there = second.of(key);
            if (seen.size() == 1 && there.size() == 1) {
                Hosts way = way(seen.get(0));
                flows.computeIfAbsent(way, any -> new Flow(way, way(there.get(0)), new ArrayList<>()))
                        .differences()
                        .add(there.get(0).nanos() - seen.get(0).nanos());
            }
        });
        return flows.keySet().stream()
                .filter(way -> way.near().compareTo(way.far()) < 0 && flows.containsKey(way.turned()))
                .max(Comparator.<Hosts>comparingInt(way -> size(flows, way))
                        .thenComparing(Hosts::near)
                        .thenComparing(Hosts::far))
                .flatMap(way -> solve(flow(flows, way), flow(flows, way.turned())));
    }

    private static Hosts way(TrackedMessage message) {
        return new Hosts(message.from().host(), message.to().host());
    }

    private static Flow flow(Map<Hosts, Flow> flows, Hosts way) {
        return flows.getOrDefault(way, new Flow(way, way, List.of()));
    }

    private static int size(Map<Hosts, Flow> flows, Hosts way) {
        return Math.min(
                flow(flows, way).differences().size(),
                flow(flows, way.turned()).differences().size());
    }

    private static Optional<ClockOffset> solve(Flow there, Flow back) {
        long late = there.middle();
        long early = back.middle();
        long delay = Math.abs(late - early) / 2;
        if (delay < SHORTEST_WAY) {
            return Optional.empty();
        }
        Flow away = late > early ? there : back;
        return Optional.of(new ClockOffset(
                early + (late - early) / 2, delay, away.first(), away.second().turned()));
    }
}
