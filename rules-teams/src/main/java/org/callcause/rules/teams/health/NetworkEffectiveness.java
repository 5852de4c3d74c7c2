package org.callcause.rules.teams.health;

import java.util.Locale;
import java.util.OptionalDouble;
import org.callcause.rules.teams.facts.Defaults;

/**
 * The network effectiveness ratio of an SBC as Microsoft defines it: the share of calls that the network delivered,
 * answered or not. A busy callee, one who does not answer and one who declines count as delivered.
 */
public final class NetworkEffectiveness {

    private long delivered;
    private long total;

    /** Takes a call. */
    public void add(boolean wasDelivered) {
        total++;
        delivered += wasDelivered ? 1 : 0;
    }

    /** The ratio in percent; absent without calls. */
    public OptionalDouble percent() {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * delivered / total);
    }

    /** How many calls the ratio rests on. */
    public long calls() {
        return total;
    }

    /** Whether there are calls enough for the ratio to say something. */
    public boolean isReliable() {
        return total >= Defaults.effectivenessReliableFrom();
    }

    /** The ratio with what it means, as a clause; without calls, that there are none. */
    public String say() {
        if (total == 0) {
            return "no calls that count";
        }
        return String.format(
                Locale.ROOT,
                "%.1f %% of %s delivered (network effectiveness ratio: answered, busy, not answered and declined"
                        + " calls of all)%s",
                100.0 * delivered / total,
                total == 1 ? "1 call" : total + " calls",
                isReliable()
                        ? ""
                        : "; Microsoft calls the ratio of fewer than " + Defaults.effectivenessReliableFrom()
                                + " calls unreliable");
    }
}
