package org.callcause.benchmarks;

import java.time.Instant;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;

/**
 * One generated message on its way. Never compared, so the array may be a component.
 *
 * @param nanos since 1970-01-01T00:00:00Z
 */
@SuppressWarnings("ArrayRecordComponent")
record Sent(long nanos, Endpoint from, Endpoint to, byte[] bytes) {

    /** Made when it is asked for, as whoever receives a message makes it then. */
    Instant time() {
        return EpochNanos.toInstant(nanos);
    }
}
