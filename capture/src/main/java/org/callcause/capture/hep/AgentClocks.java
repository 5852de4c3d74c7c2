package org.callcause.capture.hep;

import java.util.HashMap;
import java.util.Map;

/**
 * Sets the clocks of capture agents right. The time of a message must be near ours, or one agent whose clock is an hour
 * fast would end the calls of all others. Within one agent the distances between messages are kept: a clock that is wrong
 * is shifted by the same amount from message to message, until it is off by more than the tolerance again.
 */
final class AgentClocks {

    private static final long MOST_AHEAD = 2_000_000_000L;
    /** A message may have waited on its way, and in front of a busy receiver. */
    private static final long MOST_BEHIND = 10_000_000_000L;

    private static final int MOST_AGENTS = 4_096;

    private final Map<Long, Long> shifts = new HashMap<>();

    /** Our time for what the agent's clock said when this message arrived. */
    long ourTime(long agent, long said, long arrival) {
        if (said == HepDecoder.NO_TIME) {
            return arrival;
        }
        long shift = shifts.getOrDefault(agent, 0L);
        if (isNear(said + shift, arrival)) {
            return said + shift;
        }
        if (isNear(said, arrival)) {
            shifts.remove(agent);
            return said;
        }
        if (shifts.size() >= MOST_AGENTS) {
            shifts.clear();
        }
        shifts.put(agent, arrival - said);
        return arrival;
    }

    private static boolean isNear(long time, long arrival) {
        return time - arrival <= MOST_AHEAD && arrival - time <= MOST_BEHIND;
    }
}
