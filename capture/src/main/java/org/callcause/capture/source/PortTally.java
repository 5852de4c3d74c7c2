package org.callcause.capture.source;

import java.util.List;
import java.util.stream.IntStream;

/** Counts the packets of one protocol by port. It is asked for each packet, so it counts in an array. */
public final class PortTally {

    private static final int PORTS = 1 << 16;
    private static final long[] NONE = {};

    private long[] byPort = NONE;
    private long packets;

    PortTally() {}

    /** Counts a packet to or from this port. */
    public void count(int port) {
        if (byPort.length == 0) {
            byPort = new long[PORTS];
        }
        packets++;
        byPort[port & (PORTS - 1)]++;
    }

    public long packets() {
        return packets;
    }

    /** The ports of the most packets, those of the most first. */
    public List<Integer> busiest(int most) {
        return IntStream.range(0, byPort.length)
                .filter(port -> byPort[port] > 0)
                .boxed()
                .sorted((one, other) -> Long.compare(byPort[other], byPort[one]))
                .limit(most)
                .toList();
    }
}
