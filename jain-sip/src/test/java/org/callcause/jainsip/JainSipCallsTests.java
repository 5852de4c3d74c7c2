package org.callcause.jainsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.callcause.Callcause;
import org.callcause.dialog.Endpoint;
import org.callcause.live.LiveCalls;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.Test;

/** Which analysis the messages go to, and what is left of the one before. */
class JainSipCallsTests {

    private static final byte[] OPTIONS = """
            OPTIONS sip:bob@example.com SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
            From: <sip:alice@example.com>;tag=1
            To: <sip:bob@example.com>
            Call-ID: one
            CSeq: 1 OPTIONS

            """.getBytes(StandardCharsets.UTF_8);

    private static LiveCalls host() {
        return LiveCalls.with(Callcause.with(RuleSet.builder().build()))
                .executor(Runnable::run)
                .start();
    }

    private static boolean takes(LiveCalls calls) {
        JainSipObserver observer = new JainSipObserver(calls);
        observer.bytes(Instant.EPOCH, OPTIONS, Endpoint.UNKNOWN, Endpoint.UNKNOWN);
        return observer.observed() == 1;
    }

    @Test
    void theAnalysisThatWasMadeEndsWhereTheHostBringsItsOwn() throws InterruptedException {
        LoggedCalls made = new LoggedCalls();
        assertThat(takes(made.calls())).isTrue();

        made.close();

        assertThat(takes(made.calls())).isFalse();
        for (int i = 0; i < 200 && isRunning("callcause-jain-sip"); i++) {
            Thread.sleep(10);
        }
        assertThat(isRunning("callcause-jain-sip")).isFalse();
    }

    private static boolean isRunning(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(running -> running.getName().equals(thread));
    }

    @Test
    void whatTheAnalysisDoesNotTakeIsNotObserved() {
        LiveCalls calls = host();
        assertThat(takes(calls)).isTrue();

        calls.close();

        assertThat(takes(calls)).isFalse();
    }
}
