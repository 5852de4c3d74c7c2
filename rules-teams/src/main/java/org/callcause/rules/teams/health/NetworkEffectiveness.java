package org.callcause.rules.teams.health;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.callcause.rules.teams.facts.Defaults;

/**
 * The network effectiveness ratio of each SBC as Microsoft defines it: the share of calls that the network delivered,
 * answered or not. A busy callee, one who does not answer and one who declines count as delivered.
 */
public final class NetworkEffectiveness {

    private record Count(long delivered, long total) {

        Count plus(Count other) {
            return new Count(delivered + other.delivered, total + other.total);
        }
    }

    private static final Count NONE = new Count(0, 0);
    private static final Count DELIVERED = new Count(1, 1);
    private static final Count LOST = new Count(0, 1);

    private final Map<String, Count> counts = new TreeMap<>();

    /** Takes a call. */
    public void add(String sbc, boolean delivered) {
        counts.merge(sbc, delivered ? DELIVERED : LOST, Count::plus);
    }

    /** The SBCs of which calls were taken. */
    public List<String> sbcs() {
        return List.copyOf(counts.keySet());
    }

    /** The ratio in percent; absent without calls. */
    public OptionalDouble percent(String sbc) {
        Count count = counts.getOrDefault(sbc, NONE);
        return count.total() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * count.delivered() / count.total());
    }

    /** How many calls the ratio rests on. */
    public long calls(String sbc) {
        return counts.getOrDefault(sbc, NONE).total();
    }

    /** Whether there are calls enough for the ratio to say something. */
    public boolean isReliable(String sbc) {
        return calls(sbc) >= Defaults.effectivenessReliableFrom();
    }
}
