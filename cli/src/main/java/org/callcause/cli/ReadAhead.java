package org.callcause.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.callcause.capture.CaptureReader;
import org.callcause.capture.CaptureSummary;
import org.callcause.dialog.CapturedMessage;
import org.jspecify.annotations.Nullable;

/** Reads an input on a thread of its own, while the messages that were read before are followed on the caller's. */
final class ReadAhead {

    private static final int BATCH = 256;
    private static final int BATCHES_AHEAD = 8;

    /** An empty batch is the last. */
    private final BlockingQueue<List<CapturedMessage>> batches = new ArrayBlockingQueue<>(BATCHES_AHEAD);

    private List<CapturedMessage> batch = new ArrayList<>(BATCH);

    private ReadAhead() {}

    /**
     * Reads one input as {@link CaptureReader#read} does.
     *
     * @param receiver is called on this thread
     */
    static CaptureSummary read(CaptureReader reader, String name, InputStream input, Consumer<CapturedMessage> receiver)
            throws IOException {
        ReadAhead ahead = new ReadAhead();
        FutureTask<CaptureSummary> reading = new FutureTask<>(() -> ahead.readAll(reader, name, input));
        Thread thread = new Thread(reading, "callcause-reader");
        thread.setDaemon(true);
        thread.start();
        try {
            ahead.receive(receiver);
            return reading.get();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw rethrown(cause == null ? failed : cause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("reading was interrupted", stopped);
        } finally {
            thread.interrupt();
        }
    }

    private CaptureSummary readAll(CaptureReader reader, String name, InputStream input)
            throws IOException, InterruptedException {
        try {
            return reader.read(name, input, this::add);
        } finally {
            if (!batch.isEmpty()) {
                batches.put(batch);
            }
            batches.put(List.of());
        }
    }

    private void add(CapturedMessage message) {
        // Found here, where the bytes are still near and the other thread is the busier one.
        message.message().hasToTag();
        batch.add(message);
        if (batch.size() == BATCH) {
            try {
                batches.put(batch);
            } catch (InterruptedException nobodyListens) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
            batch = new ArrayList<>(BATCH);
        }
    }

    private void receive(Consumer<CapturedMessage> receiver) throws InterruptedException {
        List<CapturedMessage> next = batches.take();
        while (!next.isEmpty()) {
            next.forEach(receiver);
            next = batches.take();
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        if (cause instanceof IOException problem) {
            return problem;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw cause instanceof RuntimeException unexpected ? unexpected : new IllegalStateException(cause);
    }
}
