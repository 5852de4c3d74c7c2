package org.callcause.jainsip;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.sip.message.Message;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.live.LiveCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows messages of JAIN-SIP to an analysis, by hand where the host wants to choose them. Safe for any thread; it neither
 * waits nor throws, whatever the message is.
 */
public final class JainSipObserver {

    private static final Logger LOG = LoggerFactory.getLogger(JainSipObserver.class);

    private final Supplier<LiveCalls> calls;
    private final LongAdder observed = new LongAdder();
    private final LongAdder failures = new LongAdder();

    /** Makes an observer that shows what it is given to this analysis. */
    public JainSipObserver(LiveCalls calls) {
        this(() -> calls);
        Objects.requireNonNull(calls, "calls");
    }

    JainSipObserver(Supplier<LiveCalls> calls) {
        this.calls = calls;
    }

    /**
     * Shows one message as it was sent or received. It is written down at once: the stack may change it afterwards.
     *
     * @param from who sent it
     * @param to who it was sent to
     */
    public void observe(Instant time, Message message, Endpoint from, Endpoint to) {
        try {
            bytes(time, JainSipMessages.bytes(message), from, to);
        } catch (RuntimeException | LinkageError failed) {
            failed(failed);
        }
    }

    /** Shows bytes that the stack could not read. */
    void bytes(Instant time, byte[] bytes, Endpoint from, Endpoint to) {
        try {
            if (calls.get().offer(time, from, to, Transport.UNKNOWN, bytes)) {
                observed.increment();
            }
        } catch (RuntimeException | LinkageError failed) {
            failed(failed);
        }
    }

    private void failed(Throwable failed) {
        failures.increment();
        LOG.debug("A message could not be observed", failed);
    }

    /** The messages that the analysis took; its {@link LiveCalls#counts} say why it did not take others. */
    public long observed() {
        return observed.sum();
    }

    /** The messages that could not be written down. */
    public long failures() {
        return failures.sum();
    }
}
