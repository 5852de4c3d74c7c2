package org.callcause.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.callcause.dialog.Endpoint;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallParties;
import org.junit.jupiter.api.Test;

class WaitingAnswersTests {

    private final WaitingAnswers waiting = new WaitingAnswers();
    private final List<Long> taken = new ArrayList<>();

    private void answer(long time) {
        waiting.add(new AnsweredCall(
                time, time, new CallParties("alice", "bob", Endpoint.UNKNOWN, new Endpoint("192.0.2.1", 5060))));
    }

    private void takeUntil(long time) {
        for (AnsweredCall call = waiting.takeUntil(time); call != null; call = waiting.takeUntil(time)) {
            taken.add(call.answered());
        }
    }

    @Test
    void answersComeOutInTheirOrderOnceTheirTimeHasCome() {
        answer(10);
        answer(20);
        answer(30);
        takeUntil(20);
        assertThat(taken).containsExactly(10L, 20L);
        assertThat(waiting.size()).isEqualTo(1);
        assertThat(waiting.firstTime()).isEqualTo(30);
    }

    @Test
    void noneIsLostOrPutOutOfOrderWhileTheyGrowInNumber() {
        List<Long> expected = new ArrayList<>();
        for (long time = 0; time < 5_000; time++) {
            answer(time);
            expected.add(time);
            if (time % 3 == 0) {
                takeUntil(time / 2);
            }
        }
        takeUntil(Long.MAX_VALUE);
        assertThat(taken).isEqualTo(expected);
        assertThat(waiting.size()).isZero();
    }
}
