package org.callcause.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.Incidents;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure;
import org.callcause.incident.Incident;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.rule.RuleFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running analysis that any number of threads may feed. Feeding never waits, and throws at nothing but a null: whatever
 * a message holds, it goes into a bounded queue, or is dropped and counted. Calls are read from the queues by an executor
 * and handed to the listeners, each once.
 *
 * <p>The calls are spread over shards by their Call-ID, and no lock is common to them. What one call tells of another
 * (an earlier refusal, another leg of it under another Call-ID) is known within a shard only: of n shards, two legs meet
 * by chance in one of n. So one shard, which is the usual number, sees the most; it reads some hundred thousand messages a
 * second. Listeners are called by one thread at a time for each shard.
 *
 * <p>Time is the messages' own. While none come, calls that are over wait for {@link #advanceTo}: call it every second or
 * so, or let a scheduler do it ({@link Builder#scheduler}).
 *
 * <pre>{@code
 * LiveCalls calls = LiveCalls.with(Callcause.create())
 *         .listener(report -> log.info(report.summary()))
 *         .scheduler(scheduler)
 *         .start();
 *
 * // on any thread, wherever the stack sends or receives:
 * calls.offer(Instant.now(), from, to, Transport.UDP, bytes);
 *
 * // at the end: reads what is queued and reports what is open
 * calls.close();
 * }</pre>
 */
public final class LiveCalls implements AutoCloseable {

    /** How long {@link #close()} waits for listeners. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration A_CENTURY = Duration.ofDays(36_525);

    private static final Logger LOG = LoggerFactory.getLogger(LiveCalls.class);

    /** Messages may take so long from the wire to the queue: the clock stays that far behind. */
    private static final Duration LATENESS = Duration.ofSeconds(2);

    private static final Duration TICK = Duration.ofSeconds(1);

    /** What an analysis is to be like. */
    public static final class Builder {

        private final Callcause callcause;
        private final List<Consumer<CallReport>> listeners = new ArrayList<>();
        private final List<Consumer<Incident>> incidentListeners = new ArrayList<>();
        private int shards = 1;
        private int queueMessages = 65_536;
        private long queueBytes = 64L << 20;
        private Optional<Executor> executor = Optional.empty();
        private Optional<ScheduledExecutorService> scheduler = Optional.empty();
        private Clock clock = Clock.systemUTC();

        private Builder(Callcause callcause) {
            this.callcause = Objects.requireNonNull(callcause, "callcause");
        }

        /** Hands each call to this listener. May be given again. What it throws is logged and counted. */
        public Builder listener(Consumer<CallReport> listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Looks at the calls of all shards together and hands each incident to this listener when it is found and again
         * when it is over, on one thread at a time: the shards share a lock for that, and all wait for a listener that
         * does not return. May be given again. What it throws is logged and counted.
         */
        public Builder incidents(Consumer<Incident> listener) {
            incidentListeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Spreads the calls by their Call-ID.
         *
         * @param count 1 if not said; the limits of calls hold for each shard
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder shards(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("there must be a shard: " + count);
            }
            shards = count;
            return this;
        }

        /**
         * Bounds the queue of each shard.
         *
         * @param messages 65,536 if not said
         * @param bytes the messages' own; 64 MiB if not said
         * @throws IllegalArgumentException if either is not positive: nothing would ever be taken
         */
        public Builder queue(int messages, long bytes) {
            if (messages < 1 || bytes < 1) {
                throw new IllegalArgumentException(
                        "a queue must have room: " + messages + " messages, " + bytes + " bytes");
            }
            queueMessages = messages;
            queueBytes = bytes;
            return this;
        }

        /** Reads the queues on the host's threads. Without one, each shard has a daemon thread until it is closed. */
        public Builder executor(Executor host) {
            executor = Optional.of(Objects.requireNonNull(host, "host"));
            return this;
        }

        /** Moves the clock on every second, on a thread of the host's, two seconds behind the time of day. */
        public Builder scheduler(ScheduledExecutorService host) {
            scheduler = Optional.of(Objects.requireNonNull(host, "host"));
            return this;
        }

        /** The clock that the scheduler reads, if not the system's. */
        public Builder clock(Clock other) {
            clock = Objects.requireNonNull(other, "other");
            return this;
        }

        /** Begins. */
        public LiveCalls start() {
            return new LiveCalls(this);
        }
    }

    private final Listeners listeners = new Listeners();
    private final List<Shard> shards = new ArrayList<>();
    private final Optional<Incidents> incidents;
    private final Optional<ExecutorService> ownThreads;
    private final Optional<Future<?>> ticks;
    private final Queue<SipParser> parsers = new ConcurrentLinkedQueue<>();
    private final AtomicLong index = new AtomicLong();
    private final LongAdder refused = new LongAdder();
    private final LongAdder notSip = new LongAdder();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Closing> ended = new CompletableFuture<>();
    private volatile @Nullable Thread closer;

    private LiveCalls(Builder wanted) {
        wanted.listeners.forEach(listeners::add);
        incidents = wanted.incidentListeners.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        wanted.callcause.incidents(incident -> listeners.tell(incident, wanted.incidentListeners)));
        ownThreads = wanted.executor.isPresent()
                ? Optional.empty()
                : Optional.of(Executors.newFixedThreadPool(wanted.shards, LiveCalls::thread));
        Executor executor = wanted.executor.orElseGet(ownThreads::orElseThrow);
        for (int i = 0; i < wanted.shards; i++) {
            CallStream stream = incidents
                    .map(seen -> wanted.callcause.stream(listeners, seen))
                    .orElseGet(() -> wanted.callcause.stream(listeners));
            shards.add(new Shard(stream, executor, wanted.queueMessages, wanted.queueBytes));
        }
        ticks = wanted.scheduler.map(host -> host.scheduleWithFixedDelay(
                () -> advanceTo(wanted.clock.instant().minus(LATENESS)),
                TICK.toMillis(),
                TICK.toMillis(),
                TimeUnit.MILLISECONDS));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "callcause-live");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to say what the analysis is to be like. */
    public static Builder with(Callcause callcause) {
        return new Builder(callcause);
    }

    /** Hands the calls that follow to this listener too. */
    public void listen(Consumer<CallReport> listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Offers the bytes of one message as it was received or sent; they are copied. Safe for any thread, and never waits.
     *
     * @param transport if {@link Transport#UNKNOWN}, the topmost Via of the message tells
     * @return whether it was taken; if not, {@link #counts} says why
     * @throws NullPointerException if anything is null
     */
    public boolean offer(Instant time, Endpoint from, Endpoint to, Transport transport, byte[] bytes) {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(bytes, "bytes");
        SipParser free = parsers.poll();
        SipParser parser = free == null ? new SipParser() : free;
        Optional<SipMessage> message = parser.parseCopy(bytes, 0, bytes.length);
        parsers.add(parser);
        if (message.isEmpty()) {
            notSip.increment();
            return false;
        }
        return offer(CapturedMessage.of(1, time, from, to, transport, message.get()));
    }

    /**
     * Offers a message that was read already; its bytes are copied unless they are its own. Safe for any thread, and never
     * waits. The messages are numbered anew in the order in which they are offered.
     *
     * @return whether it was taken; if not, {@link #counts} says why
     * @throws NullPointerException if it is null
     */
    public boolean offer(CapturedMessage message) {
        Objects.requireNonNull(message, "message");
        if (closed.get()) {
            refused.increment();
            return false;
        }
        CapturedMessage own = message.detach().numbered(index.incrementAndGet());
        return shardOf(own.message()).offer(own);
    }

    /**
     * Takes what the transport says of a message that could not be delivered, once the message itself was offered. Safe for any
     * thread, and never waits. What is not taken, or is told of a call that is not open, leaves a report with less to say.
     *
     * @return whether it was taken: 65,536 may wait in a shard
     * @throws NullPointerException if it is null
     */
    public boolean undelivered(TransportFailure failure) {
        Objects.requireNonNull(failure, "failure");
        return !closed.get() && shardOf(failure.message()).tell(stream -> stream.undelivered(failure));
    }

    /**
     * Takes RTP that was seen, or a signal beside it, of whichever call, in parts of some seconds: see {@link
     * CallStream#rtp}. Safe for any thread, and never waits. What is not taken leaves a report with less to say.
     *
     * @return whether it was taken by every shard: 65,536 may wait in each, failures to deliver included
     * @throws NullPointerException if it is null
     */
    public boolean rtp(MediaSighting seen) {
        Objects.requireNonNull(seen, "seen");
        return tellAll(stream -> stream.rtp(seen));
    }

    /**
     * Takes a connection to a SIP server that failed, of whichever call: see {@link CallStream#failed}. Safe for any thread, and
     * never waits. What is not taken leaves a report with less to say.
     *
     * @return whether it was taken by every shard
     * @throws NullPointerException if it is null
     */
    public boolean failed(FailedConnection failure) {
        Objects.requireNonNull(failure, "failure");
        return tellAll(stream -> stream.failed(failure));
    }

    private boolean tellAll(Consumer<CallStream> what) {
        if (closed.get()) {
            return false;
        }
        boolean taken = true;
        for (Shard shard : shards) {
            taken &= shard.tell(what);
        }
        return taken;
    }

    private Shard shardOf(SipMessage message) {
        int hash = message.callIdKey().hashCode();
        return shards.get(Math.floorMod(hash ^ hash >>> 16, shards.size()));
    }

    /**
     * Moves the clock on while nothing comes in, so that calls that are over are reported. Safe for any thread.
     *
     * @throws NullPointerException if the time is null
     */
    public void advanceTo(Instant time) {
        Objects.requireNonNull(time, "time");
        if (!closed.get()) {
            shards.forEach(shard -> shard.advanceTo(time));
        }
    }

    /** The rules about many calls that threw: what they had to say is lost, the others go on. */
    public List<RuleFailure> incidentFailures() {
        return incidents.map(Incidents::failures).orElse(List.of());
    }

    /** What was taken, dropped and reported so far. */
    public LiveCounts counts() {
        return new LiveCounts(
                sum(shard -> shard.taken.sum()),
                sum(shard -> shard.read.sum()),
                sum(shard -> shard.dropped.sum()),
                refused.sum(),
                notSip.sum(),
                sum(Shard::droppedOfCalls),
                sum(Shard::late),
                sum(Shard::open),
                listeners.reported.sum(),
                sum(Shard::evicted),
                listeners.failures.sum(),
                sum(shard -> shard.faults.sum()),
                Duration.ofNanos(sum(shard -> shard.nanos.sum())));
    }

    private long sum(ToLongFunction<Shard> count) {
        return shards.stream().mapToLong(count).sum();
    }

    /** The same with {@link #PATIENCE}; how it ended is logged. */
    @Override
    public void close() {
        Closing closing = close(PATIENCE);
        if (closing.isComplete()) {
            LOG.info("Ended; {} calls were open", closing.open());
        } else {
            LOG.warn(
                    "Ended before all was reported: {} messages were not read, {} calls not reported",
                    closing.unread(),
                    closing.unreported());
        }
    }

    /**
     * Takes no more messages, reads what is queued, and reports the calls that are still open. A second call waits for the
     * first and says the same.
     *
     * @param patience how long to wait for listeners that do not return, or for the first call; a negative one is none, and
     *     more than a century is one
     * @throws IllegalStateException if a listener calls it: it would wait for itself
     */
    public Closing close(Duration patience) {
        long deadline = System.nanoTime() + nanos(patience);
        if (Thread.currentThread().equals(closer) || shards.stream().anyMatch(Shard::isReadByCaller)) {
            throw new IllegalStateException("a listener would wait for itself: close on another thread");
        }
        if (!closed.compareAndSet(false, true)) {
            return afterTheFirst(deadline);
        }
        closer = Thread.currentThread();
        try {
            end(deadline);
        } finally {
            closer = null;
            ended.complete(closing());
        }
        return ended.join();
    }

    private Closing afterTheFirst(long deadline) {
        try {
            return ended.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return closing();
        } catch (TimeoutException | ExecutionException notYet) {
            return closing();
        }
    }

    /** How far it is. */
    private Closing closing() {
        return new Closing(
                listeners.stillOpen.sum(),
                sum(shard -> Math.max(0, shard.taken.sum() - shard.read.sum())),
                sum(Shard::open));
    }

    private void end(long deadline) {
        ticks.ifPresent(future -> future.cancel(false));
        shards.forEach(shard -> shard.finish(deadline));
        incidents.ifPresent(Incidents::finish);
        ownThreads.ifPresent(ExecutorService::shutdown);
    }

    private static long nanos(Duration patience) {
        if (patience.isNegative()) {
            return 0;
        }
        return patience.compareTo(A_CENTURY) > 0 ? A_CENTURY.toNanos() : patience.toNanos();
    }
}
