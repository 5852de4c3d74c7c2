package org.callcause.vantage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callcause.dialog.CapturedMessage;

/**
 * How far the clock of a second capture is ahead of the first one's, from messages seen in both: those of one direction are
 * late by the way, those of the other are early by it, so half the sum is the offset and half the difference the way.
 *
 * @param nanos the second clock minus the first
 * @param delay the time from one place to the other, in nanoseconds; 0 where the two are not known to be apart
 * @param atFirst the hosts as the first capture names them
 * @param atSecond the same the other way round, as the second names them, which behind a NAT may differ
 * @param onOneHop whether the same messages were seen, and not what a proxy between the places sent on
 */
record ClockOffset(long nanos, long delay, Hosts atFirst, Hosts atSecond, boolean onOneHop) {

    /** Closer together than this, two captures are one place, or one is a copy of the other. */
    private static final long SHORTEST_WAY = 20_000;

    /** Of so many parts of the differences, one on each side is left out as chance. */
    private static final int PARTS = 10;

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

    /** Whom messages of one direction go between at each place. */
    private record Way(Hosts first, Hosts second) {
        Way turned() {
            return new Way(first.turned(), second.turned());
        }
    }

    /** How much later messages of one direction are at the second place, in order. */
    private record Flow(Way way, List<Long> differences) {
        long middle() {
            return differences.get(differences.size() / 2);
        }

        long least() {
            return differences.get(differences.size() / PARTS);
        }

        long most() {
            return differences.get(differences.size() - 1 - differences.size() / PARTS);
        }
    }

    static Optional<ClockOffset> between(Capture first, Capture second) {
        Map<Way, Flow> ofOneHop = flows(first.messages(), second.messages());
        Map<Way, Flow> flows =
                ofOneHop.isEmpty() ? flows(first.messagesOnAnyHop(), second.messagesOnAnyHop()) : ofOneHop;
        return bothWays(flows, !ofOneHop.isEmpty()).or(() -> oneWay(flows.values(), !ofOneHop.isEmpty()));
    }

    private static Map<Way, Flow> flows(
            Map<MessageKey, List<CapturedMessage>> first, Map<MessageKey, List<CapturedMessage>> second) {
        Map<Way, Flow> flows = new HashMap<>();
        first.forEach((key, seen) -> {
            List<CapturedMessage> there = second.getOrDefault(key, List.of());
            if (seen.size() == there.size()) {
                Way way = new Way(hosts(seen.get(0)), hosts(there.get(0)));
                flows.computeIfAbsent(way, any -> new Flow(way, new ArrayList<>()))
                        .differences()
                        .add(there.get(0).nanos() - seen.get(0).nanos());
            }
        });
        flows.values().forEach(flow -> Collections.sort(flow.differences()));
        return flows;
    }

    private static Hosts hosts(CapturedMessage message) {
        return new Hosts(message.from().host(), message.to().host());
    }

    private static Optional<ClockOffset> bothWays(Map<Way, Flow> flows, boolean onOneHop) {
        return flows.values().stream()
                .filter(flow ->
                        flow.way().first().near().compareTo(flow.way().first().far()) < 0)
                .filter(flow -> flows.containsKey(flow.way().turned()))
                .max(Comparator.<Flow>comparingInt(flow -> Math.min(
                                flow.differences().size(),
                                back(flows, flow).differences().size()))
                        .thenComparing(flow -> flow.way().first().near())
                        .thenComparing(flow -> flow.way().first().far()))
                .map(flow -> solve(flow, back(flows, flow), onOneHop));
    }

    private static Flow back(Map<Way, Flow> flows, Flow there) {
        return flows.getOrDefault(there.way().turned(), there);
    }

    private static ClockOffset solve(Flow there, Flow back, boolean onOneHop) {
        boolean isThereLater = there.middle() > back.middle();
        Flow away = isThereLater ? there : back;
        Flow home = isThereLater ? back : there;
        long offset = home.middle() + (away.middle() - home.middle()) / 2;
        long delay = (away.middle() - home.middle()) / 2;
        // Where times scatter by more than the way, they do not tell which place is nearer to whom.
        boolean apart = delay >= SHORTEST_WAY && away.least() > home.most();
        if (apart && !onOneHop) {
            offset = home.most() + (away.least() - home.most()) / 2;
        }
        return new ClockOffset(
                offset,
                apart ? delay : 0,
                away.way().first(),
                away.way().second().turned(),
                onOneHop);
    }

    /** Where nothing came back: the clocks are known but for the time of the way. */
    private static Optional<ClockOffset> oneWay(Collection<Flow> flows, boolean onOneHop) {
        return flows.stream()
                .max(Comparator.<Flow>comparingInt(flow -> flow.differences().size())
                        .thenComparing(flow -> flow.way().first().near())
                        .thenComparing(flow -> flow.way().first().far()))
                .map(flow -> new ClockOffset(
                        flow.least(), 0, flow.way().first(), flow.way().second().turned(), onOneHop));
    }
}
