package org.callcause.capture.source;

import java.util.Arrays;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.NetworkAddress;
import org.jspecify.annotations.Nullable;

/** Gives the same {@link Endpoint} for the same address and port, without making one for each packet. */
public final class EndpointCache {

    // Open addressing; emptied when three quarters full, so that a scan of addresses cannot make it grow.
    private static final int SLOTS = 1 << 14;
    private static final int MAX_ENTRIES = SLOTS / 4 * 3;

    private final long[] highs = new long[SLOTS];
    private final long[] lows = new long[SLOTS];
    private final int[] ports = new int[SLOTS];
    private final @Nullable Endpoint[] endpoints = new @Nullable Endpoint[SLOTS];
    private int entries;

    /** The endpoint of this address and port; an IPv4 address is given as {@code ::ffff:192.0.2.1}. */
    public Endpoint of(long high, long low, int port) {
        long mixed = (high * 31 + low) * 31 + port;
        mixed *= 0x9E37_79B9_7F4A_7C15L;
        int slot = (int) (mixed >>> 40) & SLOTS - 1;
        while (true) {
            Endpoint found = endpoints[slot];
            if (found == null) {
                return add(slot, high, low, port);
            }
            if (lows[slot] == low && ports[slot] == port && highs[slot] == high) {
                return found;
            }
            slot = slot + 1 & SLOTS - 1;
        }
    }

    private Endpoint add(int slot, long high, long low, int port) {
        Endpoint endpoint = new Endpoint(new NetworkAddress(high, low).toString(), port);
        if (entries == MAX_ENTRIES) {
            Arrays.fill(endpoints, null);
            entries = 0;
        }
        highs[slot] = high;
        lows[slot] = low;
        ports[slot] = port;
        endpoints[slot] = endpoint;
        entries++;
        return endpoint;
    }
}
