package org.callcause.live;

import java.time.Instant;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.callcause.CallStream;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.Fingerprint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of some Call-IDs: a queue that many threads fill, and a stream that one thread at a time reads it into. Who
 * takes {@code busy} may use the stream; an executor lends the threads.
 */
final class Shard {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCalls.class);

    /** After so many messages the thread is given back, so that the shards of a small pool take turns. */
    private static final int TURN = 512;

    private static final Instant NOT_QUIET = Instant.MIN;

    private static final long WAIT_NANOS = 1_000_000;

    /** Of so many messages that were dropped is remembered whose they were, until that is read. */
    private static final int MOST_LOST = 65_536;

    private static final int MOST_TOLD = 65_536;

    /** What was told of a message when so many had been taken, which are to be read before it. */
    private record Told(Consumer<CallStream> saying, long after) {}

    private final CallStream stream;
    private final Executor executor;
    private final int mostMessages;
    private final long mostBytes;

    private final Queue<CapturedMessage> queue = new ConcurrentLinkedQueue<>();
    /** Read messages, counted by the thread that has the stream. */
    private long readMessages;

    /** The Call-IDs of messages that were dropped. */
    private final Queue<Long> lost = new ConcurrentLinkedQueue<>();

    private final Queue<Told> told = new ConcurrentLinkedQueue<>();

    private final AtomicInteger queuedTold = new AtomicInteger();
    private final AtomicInteger lostIds = new AtomicInteger();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(NOT_QUIET);
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Thread reader;

    final LongAdder taken = new LongAdder();
    final LongAdder read = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder faults = new LongAdder();
    final LongAdder nanos = new LongAdder();
    private volatile int open;
    private volatile long evicted;
    private volatile long droppedOfCalls;
    private volatile long late;

    Shard(CallStream stream, Executor executor, int mostMessages, long mostBytes) {
        this.stream = stream;
        this.executor = executor;
        this.mostMessages = mostMessages;
        this.mostBytes = mostBytes;
    }

    /** Takes a message if there is room for it. Never waits. */
    boolean offer(CapturedMessage message) {
        int length = message.message().length();
        if (queued.incrementAndGet() > mostMessages) {
            queued.decrementAndGet();
            drop(message);
            return false;
        }
        if (queuedBytes.addAndGet(length) > mostBytes) {
            queuedBytes.addAndGet(-length);
            queued.decrementAndGet();
            drop(message);
            return false;
        }
        taken.increment();
        queue.add(message);
        wake();
        return true;
    }

    private void drop(CapturedMessage message) {
        dropped.increment();
        if (lostIds.incrementAndGet() > MOST_LOST) {
            lostIds.decrementAndGet();
        } else {
            lost.add(Fingerprint.ofCallId(message.message()));
        }
    }

    /**
     * Takes what is told beside the messages, such as what the transport says of one that was given before, if there is room for
     * it. It comes behind the messages that were taken until now. Never waits.
     */
    boolean tell(Consumer<CallStream> saying) {
        if (queuedTold.incrementAndGet() > MOST_TOLD) {
            queuedTold.decrementAndGet();
            return false;
        }
        told.add(new Told(saying, taken.sum()));
        wake();
        return true;
    }

    /** Moves the clock on when everything taken before has been read. */
    void advanceTo(Instant time) {
        quietUntil.set(time);
        wake();
    }

    private void wake() {
        if (busy.compareAndSet(false, true)) {
            new Turn().handOver();
        }
    }

    /** Has taken {@code busy}, and is handed to the executor, which may run it at once on the thread that hands it over. */
    private final class Turn implements Runnable {

        private final Thread giver = Thread.currentThread();
        private final AtomicBoolean begun = new AtomicBoolean();
        /** Read by the giver alone. */
        private boolean handedOver;

        void handOver() {
            try {
                executor.execute(this);
            } catch (Throwable refused) {
                // A full pool says so with a RejectedExecutionException, and one that gets no thread any more with an
                // Error. The next message asks again.
                faults.increment();
                if (begun.compareAndSet(false, true)) {
                    busy.set(false);
                }
            }
            handedOver = true;
        }

        @Override
        public void run() {
            if (begun.compareAndSet(false, true)) {
                // Handing over once more from within the executor would nest, a level for every turn.
                boolean within = giver.equals(Thread.currentThread()) && !handedOver;
                turn();
                while (within && isWaiting() && busy.compareAndSet(false, true)) {
                    turn();
                }
                if (isWaiting()) {
                    wake();
                }
            }
        }
    }

    private boolean isWaiting() {
        return !queue.isEmpty() || !told.isEmpty() || !NOT_QUIET.equals(quietUntil.get());
    }

    /** On a thread that has taken {@code busy}, which is given back. */
    private void turn() {
        reader = Thread.currentThread();
        try {
            work(TURN);
        } catch (Throwable thrown) {
            fault(thrown);
        } finally {
            reader = null;
            busy.set(false);
        }
    }

    /** Whether this thread has its turn, so that whoever asks was called by it. */
    boolean isReadByCaller() {
        return Thread.currentThread().equals(reader);
    }

    private void work(int most) {
        long begin = System.nanoTime();
        noteLost();
        int count = 0;
        CapturedMessage next = count < most ? queue.poll() : null;
        while (next != null) {
            queued.decrementAndGet();
            queuedBytes.addAndGet(-next.message().length());
            add(next);
            read.increment();
            readMessages++;
            count++;
            tellStream();
            next = count < most ? queue.poll() : null;
        }
        tellStream();
        if (queue.isEmpty()) {
            // A listener that does not return from there shall not hide which calls are open.
            noteState();
            advance(Objects.requireNonNullElse(quietUntil.getAndSet(NOT_QUIET), NOT_QUIET));
        }
        noteState();
        nanos.add(System.nanoTime() - begin);
    }

    private void noteLost() {
        Long callId = lost.poll();
        while (callId != null) {
            lostIds.decrementAndGet();
            stream.lost(callId);
            callId = lost.poll();
        }
    }

    private void add(CapturedMessage message) {
        try {
            stream.add(message);
        } catch (Throwable thrown) {
            fault(thrown);
        }
    }

    /** Those of which the message was read, being among those that were taken before. */
    private void tellStream() {
        Told next = told.peek();
        while (next != null && next.after() <= readMessages) {
            told.remove();
            queuedTold.decrementAndGet();
            tellStream(next.saying());
            next = told.peek();
        }
    }

    private void tellStream(Consumer<CallStream> saying) {
        try {
            saying.accept(stream);
        } catch (Throwable thrown) {
            fault(thrown);
        }
    }

    private void advance(Instant time) {
        if (time.equals(NOT_QUIET)) {
            return;
        }
        try {
            stream.advanceTo(time);
        } catch (Throwable thrown) {
            fault(thrown);
        }
    }

    /** Whatever it is, the host's threads and the other calls go on. */
    private void fault(Throwable thrown) {
        faults.increment();
        LOG.error("Following a call failed", thrown);
    }

    private void noteState() {
        open = stream.openCalls();
        evicted = stream.evictedCalls();
        droppedOfCalls = stream.droppedMessages();
        late = stream.lateMessages();
    }

    /**
     * Reads what is left and reports what is open, on this thread.
     *
     * @return false if whoever has the stream did not give it back by then
     */
    boolean finish(long deadline) {
        while (!busy.compareAndSet(false, true)) {
            if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(WAIT_NANOS);
        }
        // The stream is not given back: nothing may follow.
        try {
            work(Integer.MAX_VALUE);
        } catch (Throwable thrown) {
            fault(thrown);
        }
        try {
            stream.close();
        } catch (Throwable thrown) {
            fault(thrown);
        }
        noteState();
        return true;
    }

    int open() {
        return open;
    }

    long evicted() {
        return evicted;
    }

    long droppedOfCalls() {
        return droppedOfCalls;
    }

    long late() {
        return late;
    }
}
