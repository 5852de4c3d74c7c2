package org.callcause.jainsip;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.live.LiveCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An analysis with the rules that are found, a thread of its own and a log; it ends with the virtual machine, if not before. */
final class LoggedCalls implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JainSipCalls.LOGGER);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "callcause-jain-sip");
        daemon.setDaemon(true);
        return daemon;
    });
    private final LiveCalls calls = LiveCalls.with(Callcause.create())
            .executor(thread)
            .scheduler(thread)
            .listener(LoggedCalls::log)
            .start();
    private final Thread atTheEnd = new Thread(calls::close, "callcause-jain-sip-end");

    LoggedCalls() {
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    LiveCalls calls() {
        return calls;
    }

    /** Logs the calls that are open, and leaves nothing behind. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            // The virtual machine ends, and the hook closes the calls as well.
        }
        calls.close();
        thread.shutdown();
    }

    private static void log(CallReport report) {
        if (report.diagnosis().isPresent()) {
            LOG.warn("{}", report.summary());
        } else {
            LOG.info("{}", report.summary());
        }
    }
}
