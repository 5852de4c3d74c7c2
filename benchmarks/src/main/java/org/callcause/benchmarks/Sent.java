package org.callcause.benchmarks;

import java.time.Instant;
import org.callcause.dialog.Endpoint;

/** One generated message on its way. Never compared, so the array may be a component. */
@SuppressWarnings("ArrayRecordComponent")
record Sent(Instant time, Endpoint from, Endpoint to, byte[] bytes) {}
