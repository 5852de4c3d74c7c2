package org.callcause.jainsip;

import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.live.LiveCalls;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The analysis that the messages of all stacks in this virtual machine go to. The stack makes its loggers by their class
 * names, so what they deliver to has to be found here.
 */
public final class JainSipCalls {

    /** The name of the slf4j logger that calls are written to, unless {@link #use} was called. */
    public static final String LOGGER = "org.callcause.calls";

    private static volatile @Nullable LiveCalls current;

    private JainSipCalls() {}

    /** Sends what the stacks say from now on to this analysis of the host's, which the host closes. */
    public static synchronized void use(LiveCalls calls) {
        current = Objects.requireNonNull(calls, "calls");
    }

    /** The analysis in use. If the host gave none, it is made now: it has the rules that are found, and logs each call. */
    public static LiveCalls current() {
        LiveCalls calls = current;
        return calls == null ? made() : calls;
    }

    private static synchronized LiveCalls made() {
        LiveCalls calls = current;
        if (calls == null) {
            calls = logging();
            current = calls;
        }
        return calls;
    }

    private static LiveCalls logging() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "callcause-jain-sip");
            daemon.setDaemon(true);
            return daemon;
        });
        Logger log = LoggerFactory.getLogger(LOGGER);
        LiveCalls calls = LiveCalls.with(Callcause.create())
                .executor(thread)
                .scheduler(thread)
                .listener(report -> log(log, report))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(calls::close, "callcause-jain-sip-end"));
        return calls;
    }

    private static void log(Logger log, CallReport report) {
        if (report.diagnosis().isPresent()) {
            log.warn("{}", report.summary());
        } else {
            log.info("{}", report.summary());
        }
    }
}
