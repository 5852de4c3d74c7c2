package org.callcause.benchmarks;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The processor time of this thread with the collections of its garbage. Not that of the process: the compiler goes on for
 * minutes, whichever of two things is being timed.
 */
final class SpentTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SpentTime() {}

    /** Nanoseconds since some moment. */
    static long nanos() {
        long collecting = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collecting += collector.getCollectionTime();
        }
        return THREADS.getCurrentThreadCpuTime() + collecting * 1_000_000;
    }
}
