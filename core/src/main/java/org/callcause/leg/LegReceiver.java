package org.callcause.leg;

import java.util.List;

/**
 * Takes calls once nothing more can join them.
 *
 * @param <R> what stands for a call, such as its report
 */
public interface LegReceiver<R> {

    /**
     * Hears of a call that is over and waits for others, which may be its legs.
     *
     * @param first whether it began before them
     * @return what stands for it from now on
     */
    default R waits(R report, boolean first) {
        return report;
    }

    /** Takes a call with one Call-ID. */
    void alone(R report);

    /**
     * Takes all legs of a call.
     *
     * @param reports in the order of {@link JoinedCall#legs()}
     */
    void joined(JoinedCall joined, List<R> reports);
}
