package org.callcause.live;

import java.time.Duration;

/**
 * What a running analysis has taken, dropped and reported since it began. Made by the library.
 *
 * @param taken messages taken into the queues
 * @param read messages of those that were read
 * @param dropped messages not taken because a queue was full
 * @param refused messages not taken because the analysis was closed
 * @param notSip what was offered and is no SIP message
 * @param droppedOfCalls messages not kept because their call had too many, or because they were cut before they named one
 * @param late messages that came after their call had been reported, so that they are in no report
 * @param open calls followed now
 * @param reported calls handed to the listeners
 * @param evicted calls of those that were reported early because too many were open
 * @param listenerFailures what listeners threw
 * @param faults what the analysis itself threw: a defect of Callcause, or a lack of memory
 * @param processing the time spent on reading messages and judging calls, all shards together
 */
public record LiveCounts(
        long taken,
        long read,
        long dropped,
        long refused,
        long notSip,
        long droppedOfCalls,
        long late,
        long open,
        long reported,
        long evicted,
        long listenerFailures,
        long faults,
        Duration processing) {

    /** Messages taken and not read yet. */
    public long queued() {
        return Math.max(0, taken - read);
    }
}
