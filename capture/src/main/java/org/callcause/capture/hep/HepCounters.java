package org.callcause.capture.hep;

import java.util.concurrent.atomic.LongAdder;

/** The counts of a receiver while it runs. */
final class HepCounters {

    final LongAdder messages = new LongAdder();
    final LongAdder other = new LongAdder();
    final LongAdder malformed = new LongAdder();
    final LongAdder wrongKey = new LongAdder();
    final LongAdder notUnpacked = new LongAdder();
    final LongAdder notSip = new LongAdder();
    final LongAdder wrongClock = new LongAdder();
    final LongAdder failures = new LongAdder();
    final LongAdder connections = new LongAdder();
    final LongAdder slow = new LongAdder();
    final LongAdder evicted = new LongAdder();
    final LongAdder broken = new LongAdder();

    HepCounts now(long lostByKernel) {
        return new HepCounts(
                messages.sum(),
                other.sum(),
                malformed.sum(),
                wrongKey.sum(),
                notUnpacked.sum(),
                notSip.sum(),
                wrongClock.sum(),
                failures.sum(),
                lostByKernel,
                connections.sum(),
                slow.sum(),
                evicted.sum(),
                broken.sum());
    }
}
