package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.callcause.Judgement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JudgingThreadTests {

    private static final int MANY = 10_000;

    private final JudgingThread judging = new JudgingThread();

    @AfterEach
    void stop() {
        judging.close();
    }

    @Test
    void everythingIsRunInOrderOnAnotherThread() {
        List<Integer> run = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();

        for (int i = 0; i < MANY; i++) {
            int number = i;
            judging.accept(() -> run.add(number));
        }
        judging.accept(() -> threads.add(Thread.currentThread()));
        judging.finish();

        assertThat(run).isEqualTo(IntStream.range(0, MANY).boxed().toList());
        assertThat(threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void itGoesOnAfterItWasWaitedFor() {
        List<String> run = new ArrayList<>();

        judging.finish();
        judging.accept(() -> run.add("first"));
        judging.finish();
        judging.accept(() -> run.add("second"));
        judging.finish();

        assertThat(run).containsExactly("first", "second");
    }

    @Test
    void theFeederPreparesWhatItWouldHaveToWaitWith() {
        CountDownLatch busy = new CountDownLatch(1);
        List<Thread> preparing = new CopyOnWriteArrayList<>();
        judging.accept(() -> assertThatCode(busy::await).doesNotThrowAnyException());
        for (int i = 0; i < MANY; i++) {
            judging.accept(new Judgement() {
                @Override
                public void prepare() {
                    preparing.add(Thread.currentThread());
                    busy.countDown();
                }

                @Override
                public void run() {}
            });
        }
        judging.finish();

        assertThat(preparing).isNotEmpty().containsOnly(Thread.currentThread());
    }

    @Test
    void whatIsThrownComesOutHereAndNothingIsRunAfterIt() {
        List<String> run = new ArrayList<>();
        judging.accept(() -> {
            throw new IllegalStateException("the disk is full");
        });
        judging.accept(() -> run.add("after it"));

        assertThatThrownBy(judging::finish)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the disk is full");
        assertThat(run).isEmpty();
    }

    @Test
    void aFailureDoesNotStopTheFeederForEver() {
        judging.accept(() -> {
            throw new StackOverflowError();
        });

        assertThatThrownBy(() -> {
                    for (int i = 0; i < MANY; i++) {
                        judging.accept(() -> {});
                    }
                    judging.finish();
                })
                .isInstanceOf(StackOverflowError.class);
    }
}
