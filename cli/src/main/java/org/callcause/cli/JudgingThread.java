package org.callcause.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.callcause.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * Judges calls on a thread of its own, in order, while the caller's reads and follows the messages after them. While the one
 * cannot keep up, the other prepares what it hands over. What is thrown there comes out of the next method that is called
 * here. To be used from one thread.
 */
final class JudgingThread implements Consumer<Judgement>, AutoCloseable {

    /** Handed over together: one by one the handing over would cost as much as the work. */
    private static final int BATCH = 256;

    /** So many batches wait at most, with all that their calls hold. */
    private static final int BATCHES_AHEAD = 4;

    /** An empty batch asks for a sign that those before it were run. */
    private final BlockingQueue<List<Judgement>> batches = new ArrayBlockingQueue<>(BATCHES_AHEAD);

    private final Semaphore finished = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "callcause-judge");
    private List<Judgement> batch = new ArrayList<>(BATCH);
    private volatile @Nullable Throwable failure;

    JudgingThread() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void accept(Judgement work) {
        batch.add(work);
        if (batch.size() == BATCH) {
            handOver();
        }
    }

    /** Waits until everything was run. */
    void finish() {
        if (!batch.isEmpty()) {
            handOver();
        }
        handOver();
        try {
            finished.acquire();
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
        rethrowFailure();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void handOver() {
        rethrowFailure();
        int prepared = 0;
        while (prepared < batch.size() && batches.remainingCapacity() == 0) {
            batch.get(prepared++).prepare();
        }
        try {
            batches.put(batch);
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
        batch = new ArrayList<>(BATCH);
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted while calls were judged");
    }

    private void rethrowFailure() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void run() {
        try {
            while (true) {
                List<Judgement> next = batches.take();
                next.forEach(this::runUnlessFailed);
                if (next.isEmpty()) {
                    finished.release();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUnlessFailed(Judgement work) {
        try {
            if (failure == null) {
                work.run();
            }
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        }
    }
}
