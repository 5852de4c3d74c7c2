package org.callcause.jainsip;

import gov.nist.core.CommonLogger;
import gov.nist.core.LogLevels;
import gov.nist.core.ServerLogger;
import gov.nist.core.StackLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.sip.SipStack;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server logger of a JAIN-SIP stack that shows Callcause every message, in both directions, each once. The stack makes
 * it by the name of its class, from the property {@code gov.nist.javax.sip.SERVER_LOGGER}; a JVM flag of that name wins
 * over what the program sets.
 *
 * <p>A server logger that the program had is still served, if its messages would have been logged: the one in the
 * program's own properties, or the one that {@value #DELEGATE} names.
 *
 * <p>It runs where the stack sends and receives, so it never throws and never waits: a message is written down and put in
 * a bounded queue, or dropped and counted. What the stack makes and sends as raw bytes (a 400 for a request that it cannot
 * read, a 505, keep-alives) it does not log, and what it logs is not the bytes of the wire but its own writing of them.
 * Unreadable messages that arrive are seen with {@link CallcauseParserFactory}.
 */
public final class CallcauseServerLogger implements ServerLogger {

    /** The property that names a further server logger to hand everything to. */
    public static final String DELEGATE = "org.callcause.jainsip.DELEGATE";

    private static final String SERVER_LOGGER = "gov.nist.javax.sip.SERVER_LOGGER";
    private static final String STACK_PACKAGE = "gov.nist.javax.sip.stack";

    private static final Logger LOG = LoggerFactory.getLogger(CallcauseServerLogger.class);

    /** The message that this thread logged last; UDP logs a response that arrives a second time. */
    private static final ThreadLocal<WeakReference<SIPMessage>> LAST = new ThreadLocal<>();

    private final JainSipObserver observer = new JainSipObserver(JainSipCalls::current);
    private final LongAdder repeated = new LongAdder();
    private final LongAdder faults = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private @Nullable SipStack stack;
    private volatile @Nullable MessageGate gate;
    private volatile @Nullable ServerLogger delegate;

    /** Made by the stack. */
    public CallcauseServerLogger() {}

    @Override
    public void setSipStack(SipStack sipStack) {
        guarded(() -> {
            stack = sipStack;
            openGate();
        });
    }

    private void openGate() {
        if (!CommonLogger.useLegacyLogger) {
            StackLogger log4j = CommonLogger.getLogger(STACK_PACKAGE + ".MessageChannel");
            if (!log4j.isLoggingEnabled(LogLevels.TRACE_MESSAGES)) {
                LOG.warn(
                        "No messages will be seen: the stack was told TRACE_LEVEL=LOG4J, and asks log4j whether {} is"
                                + " at the level INFO, which it is not. Set it to INFO, or leave TRACE_LEVEL out.",
                        STACK_PACKAGE);
            }
            return;
        }
        StackLogger logger = CommonLogger.legacyLogger;
        MessageGate opened = logger instanceof MessageGate already ? already : new MessageGate(logger);
        CommonLogger.legacyLogger = opened;
        gate = opened;
    }

    /** Called after {@link #setSipStack}, with the JVM's flags over what the program set. */
    @Override
    public void setStackProperties(Properties stackProperties) {
        guarded(() -> {
            Optional<String> named = Optional.ofNullable(stackProperties.getProperty(DELEGATE));
            Optional<String> name = named.isPresent() ? named : ofProgram(stackProperties);
            if (name.isPresent()) {
                ServerLogger made = (ServerLogger)
                        loaderOfHost().loadClass(name.get()).getConstructor().newInstance();
                made.setSipStack(stack);
                made.setStackProperties(stackProperties);
                delegate = made;
            }
        });
    }

    /** Asked by name, the stack's properties give the JVM's flag; stored, they are what the program set. */
    private static Optional<String> ofProgram(Properties stackProperties) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        stackProperties.store(stored, null);
        Properties program = new Properties();
        program.load(new ByteArrayInputStream(stored.toByteArray()));
        return Optional.ofNullable(program.getProperty(SERVER_LOGGER))
                .filter(name -> !name.equals(CallcauseServerLogger.class.getName()));
    }

    private static ClassLoader loaderOfHost() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? CallcauseServerLogger.class.getClassLoader() : context;
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
        observe(message, from, to, sender);
        delegate(logger -> logger.logMessage(message, from, to, sender, time));
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender, long time) {
        observe(message, from, to, sender);
        delegate(logger -> logger.logMessage(message, from, to, status, sender, time));
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender) {
        observe(message, from, to, sender);
        delegate(logger -> logger.logMessage(message, from, to, status, sender));
    }

    private void observe(SIPMessage message, String from, String to, boolean sender) {
        long begin = System.nanoTime();
        guarded(() -> {
            if (isRepeated(message, sender)) {
                repeated.increment();
            } else {
                observer.observe(Instant.now(), message, EndpointText.read(from), EndpointText.read(to));
            }
        });
        nanos.add(System.nanoTime() - begin);
    }

    /** Sent messages are not compared: a retransmission is the same object again. */
    private boolean isRepeated(SIPMessage message, boolean sender) {
        if (sender) {
            return false;
        }
        WeakReference<SIPMessage> before = LAST.get();
        if (before != null && before.refersTo(message)) {
            return true;
        }
        LAST.set(new WeakReference<>(message));
        return false;
    }

    private void delegate(Consumer<ServerLogger> call) {
        ServerLogger logger = delegate;
        MessageGate ours = gate;
        if (logger != null && (ours == null || ours.wasOpen())) {
            guarded(() -> call.accept(logger));
        }
    }

    @Override
    public void logException(Exception thrown) {
        ServerLogger logger = delegate;
        if (logger != null) {
            guarded(() -> logger.logException(thrown));
        }
    }

    @Override
    public void closeLogFile() {
        ServerLogger logger = delegate;
        if (logger != null) {
            guarded(logger::closeLogFile);
        }
    }

    /** Something that may go wrong, which must not show in the stack. */
    private interface Risky {
        void run() throws Exception;
    }

    private void guarded(Risky action) {
        try {
            action.run();
        } catch (Throwable thrown) {
            faults.increment();
            LOG.warn("The stack goes on without this", thrown);
        }
    }

    /** The messages of this stack that the analysis took. */
    public long observed() {
        return observer.observed();
    }

    /** The messages that the stack logged a second time. */
    public long repeated() {
        return repeated.sum();
    }

    /** What went wrong here, or in a further server logger, and was kept from the stack. */
    public long faults() {
        return faults.sum() + observer.failures();
    }

    /** The nanoseconds that the threads of the stack spent here, all messages together. */
    public long nanos() {
        return nanos.sum();
    }
}
