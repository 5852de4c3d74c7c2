package org.callcause.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.callcause.live.LiveCallsTests.CALLCAUSE;
import static org.callcause.live.LiveCallsTests.LATER;
import static org.callcause.live.LiveCallsTests.callIds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.callcause.CallReport;
import org.callcause.call.CloseReason;
import org.callcause.dialog.CapturedMessage;
import org.junit.jupiter.api.Test;

/** What is full, throws or refuses costs what it took part in, and nothing else. */
class LiveCallsLimitsTests {

    private final Queue<CallReport> reports = new ConcurrentLinkedQueue<>();

    private LiveCalls.Builder live() {
        return LiveCalls.with(CALLCAUSE).listener(reports::add);
    }

    @Test
    void aFullQueueDropsAndCountsAndNeverWaits() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        LiveCalls calls = LiveCalls.with(CALLCAUSE)
                .queue(10, 1 << 20)
                .listener(report -> {
                    stuck.countDown();
                    awaitQuietly(release);
                })
                .start();
        Traffic.refused("slow").forEach(calls::offer);
        calls.advanceTo(LATER);
        stuck.await();

        for (int i = 0; i < 100; i++) {
            calls.offer(Traffic.refused("more-" + i).get(0));
        }

        assertThat(calls.counts().taken()).isEqualTo(3 + 10);
        assertThat(calls.counts().dropped()).isEqualTo(90);
        assertThat(calls.counts().queued()).isEqualTo(10);
        assertThat(calls.close(Duration.ofMillis(50)).isComplete()).isFalse();
        release.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoeverClosesAgainWaitsForTheFirstAndHearsTheSame() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        LiveCalls calls = LiveCalls.with(CALLCAUSE)
                .listener(report -> {
                    stuck.countDown();
                    awaitQuietly(release);
                })
                .start();
        Traffic.answered("open").forEach(calls::offer);
        Thread first = new Thread(calls::close);
        first.start();
        stuck.await();

        assertThat(calls.close(Duration.ofMillis(20)).isComplete()).isFalse();

        release.countDown();
        assertThat(calls.close(Duration.ofSeconds(20))).isEqualTo(new Closing(1, 0, 0));
        first.join();
        assertThat(calls.close(Duration.ZERO)).isEqualTo(new Closing(1, 0, 0));
    }

    @Test
    void whatWasNotDoneInTimeIsSaidAgain() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        LiveCalls calls = LiveCalls.with(CALLCAUSE)
                .listener(report -> {
                    stuck.countDown();
                    awaitQuietly(release);
                })
                .start();
        Traffic.refused("slow").forEach(calls::offer);
        calls.advanceTo(LATER);
        stuck.await();

        Closing first = calls.close(Duration.ofMillis(20));

        assertThat(first.isComplete()).isFalse();
        assertThat(calls.close(Duration.ofMillis(20))).isEqualTo(first);
        release.countDown();
    }

    @Test
    void aListenerThatClosesAtTheEndDoesNotWaitForItself() {
        AtomicReference<LiveCalls> calls = new AtomicReference<>();
        calls.set(LiveCalls.with(CALLCAUSE)
                .listener(report -> calls.get().close())
                .start());
        Traffic.answered("open").forEach(calls.get()::offer);

        assertThat(calls.get().close(Duration.ofSeconds(20))).isEqualTo(new Closing(1, 0, 0));
        assertThat(calls.get().counts().listenerFailures()).isEqualTo(1);
    }

    @Test
    void theQueueIsBoundedByItsBytesToo() {
        LiveCalls calls = live().executor(never -> {}).queue(1_000, 2_000).start();
        for (int i = 0; i < 100; i++) {
            calls.offer(Traffic.refused("call-" + i).get(0));
        }

        assertThat(calls.counts().taken()).isBetween(1L, 20L);
        assertThat(calls.counts().taken() + calls.counts().dropped()).isEqualTo(100);
    }

    @Test
    void aQueueWithoutRoomIsRefusedWhenItIsAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live().queue(0, 1_000))
                .withMessageContaining("0 messages, 1000 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live().queue(10, 0))
                .withMessageContaining("10 messages, 0 bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> live().queue(10, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> live().shards(0));
    }

    @Test
    void aListenerThatThrowsLosesOnlyItsOwnReport() {
        LiveCalls calls = LiveCalls.with(CALLCAUSE)
                .listener(report -> {
                    throw new AssertionError("planted");
                })
                .listener(reports::add)
                .start();
        Traffic.refused("one").forEach(calls::offer);
        Traffic.refused("two").forEach(calls::offer);

        calls.close();

        assertThat(callIds(reports)).containsExactly("one", "two");
        assertThat(calls.counts().listenerFailures()).isEqualTo(2);
        assertThat(calls.counts().reported()).isEqualTo(2);
    }

    @Test
    void anExecutorThatRefusesIsAskedAgain() {
        assertAskedAgain(() -> {
            throw new RejectedExecutionException("full");
        });
    }

    @Test
    void anExecutorThatGetsNoThreadIsAskedAgain() {
        assertAskedAgain(() -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
    }

    private void assertAskedAgain(Runnable refusal) {
        Queue<Runnable> accepted = new ConcurrentLinkedQueue<>();
        boolean[] full = {true};
        LiveCalls calls = live().executor(task -> {
                    if (full[0]) {
                        refusal.run();
                    }
                    accepted.add(task);
                })
                .start();
        List<CapturedMessage> call = Traffic.refused("one");

        assertThat(calls.offer(call.get(0))).isTrue();
        full[0] = false;
        calls.offer(call.get(1));
        calls.offer(call.get(2));
        accepted.forEach(Runnable::run);

        assertThat(calls.counts().read()).isEqualTo(3);
        assertThat(calls.counts().faults()).isEqualTo(1);
    }

    /** Counts what it is given to run, and how much of that runs within each other on one thread. */
    private static final class Counting implements Executor {

        private final Executor inner;
        private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
        private final AtomicInteger deepest = new AtomicInteger();
        private final AtomicInteger given = new AtomicInteger();

        Counting(Executor inner) {
            this.inner = inner;
        }

        @Override
        public void execute(Runnable work) {
            given.incrementAndGet();
            inner.execute(() -> {
                depth.set(depth.get() + 1);
                deepest.accumulateAndGet(depth.get(), Math::max);
                try {
                    work.run();
                } finally {
                    depth.set(depth.get() - 1);
                }
            });
        }
    }

    /** While the first call is told, more come than many turns can read. */
    private LiveCalls fedWhileItReads(Counting executor) {
        AtomicReference<LiveCalls> calls = new AtomicReference<>();
        AtomicBoolean first = new AtomicBoolean(true);
        calls.set(live().executor(executor)
                .listener(report -> {
                    if (first.getAndSet(false)) {
                        for (int i = 0; i < 4_000; i++) {
                            Traffic.refused("more-" + i).forEach(calls.get()::offer);
                        }
                    }
                })
                .start());
        Traffic.refused("first").forEach(calls.get()::offer);
        calls.get().advanceTo(LATER);
        return calls.get();
    }

    private static void awaitAllIsRead(LiveCalls calls) throws InterruptedException {
        for (int i = 0; i < 2_000 && calls.counts().read() < 12_003; i++) {
            Thread.sleep(10);
        }
    }

    @Test
    void aFeederThatDoesTheWorkItselfGoesNoDeeperTheMoreThereIs() {
        Counting executor = new Counting(Runnable::run);
        LiveCalls calls = fedWhileItReads(executor);

        assertThat(calls.counts().read()).isEqualTo(calls.counts().taken());
        assertThat(calls.close(Duration.ofSeconds(20)).isComplete()).isTrue();
        assertThat(reports).hasSize(4_001);
        assertThat(executor.deepest).hasValue(1);
    }

    @Test
    void aPoolGetsItsThreadBackAfterEachTurn() throws InterruptedException {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Counting executor = new Counting(pool);
        LiveCalls calls = fedWhileItReads(executor);
        awaitAllIsRead(calls);

        assertThat(calls.close(Duration.ofSeconds(20)).isComplete()).isTrue();
        pool.shutdown();
        assertThat(reports).hasSize(4_001);
        assertThat(executor.given.get()).isGreaterThan(12_000 / 512);
        assertThat(executor.deepest).hasValue(1);
    }

    @Test
    void aPoolThatMakesItsGiverRunWhatItHasNoRoomForNestsOnce() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Counting executor = new Counting(work -> {
            if (taken.incrementAndGet() == 1) {
                pool.execute(work);
            } else {
                work.run();
            }
        });
        LiveCalls calls = fedWhileItReads(executor);
        awaitAllIsRead(calls);

        assertThat(calls.close(Duration.ofSeconds(20)).isComplete()).isTrue();
        pool.shutdown();
        assertThat(reports).hasSize(4_001);
        assertThat(executor.deepest.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void aClockBeyondReasonIsNoFaultAndKeepsNothingFromBeingRead() {
        LiveCalls calls = live().executor(Runnable::run).start();

        calls.advanceTo(Instant.MAX);
        Traffic.refused("after").forEach(calls::offer);
        calls.close();

        assertThat(callIds(reports)).containsExactly("after");
        assertThat(calls.counts().faults()).isZero();
    }

    @Test
    void aCallOfWhichTheQueueHadNoRoomForAMessageSaysSo() {
        List<Runnable> turns = new ArrayList<>();
        LiveCalls calls = live().executor(turns::add).queue(2, 1 << 20).start();
        Traffic.refused("lossy").forEach(calls::offer);
        turns.get(0).run();
        Traffic.refused("whole").subList(0, 2).forEach(calls::offer);
        turns.get(1).run();

        calls.close();

        assertThat(calls.counts().dropped()).isEqualTo(1);
        assertThat(reports)
                .extracting(report -> report.call().closedBecause())
                .containsExactly(CloseReason.MESSAGES_LOST, CloseReason.END_OF_INPUT);
    }
}
