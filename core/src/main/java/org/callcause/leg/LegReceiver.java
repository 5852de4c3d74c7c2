package org.callcause.leg;

import java.util.List;

/**
 * Takes calls once nothing more can join them.
 *
 * @param <R> what stands for a call, such as its report
 */
public interface LegReceiver<R> {

    /** Takes a call with one Call-ID. */
    void alone(R report);

    /**
     * Takes all legs of a call.
     *
     * @param reports in the order of {@link JoinedCall#legs()}
     */
    void joined(JoinedCall joined, List<R> reports);
}
