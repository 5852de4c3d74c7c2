package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.CallLimits;
import org.callcause.call.CloseReason;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.Test;

/** What floods do; the large ones are a benchmark. */
class FloodTests {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Endpoint ATTACKER = new Endpoint("192.0.2.66", 5060);
    private static final Endpoint SERVER = new Endpoint("192.0.2.1", 5060);
    private static final int MESSAGES = 20_000;

    private final List<CallReport> reports = new ArrayList<>();

    private CallStream stream(CallLimits limits) {
        return Callcause.with(RuleSet.builder().build(), limits).stream(reports::add);
    }

    private static void send(CallStream stream, int number, int callId) {
        String text = "INVITE sip:" + number + "@example.com SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 192.0.2.66;branch=z9hG4bK" + number + "\r\n"
                + "From: <sip:scan@example.com>;tag=" + number + "\r\n"
                + "To: <sip:" + number + "@example.com>\r\n"
                + "Call-ID: " + callId + "\r\nCSeq: " + number + " INVITE\r\n\r\n";
        stream.add(
                BEGIN.plusNanos(number * 10_000L),
                ATTACKER,
                SERVER,
                Transport.UDP,
                text.getBytes(StandardCharsets.US_ASCII));
    }

    private long evicted() {
        return reports.stream()
                .filter(report -> report.call().closedBecause() == CloseReason.EVICTED)
                .count();
    }

    @Test
    void everyCallOfAFloodIsReportedOnceAndTheEvictedAreCounted() {
        CallStream stream = stream(CallLimits.DEFAULT.withOpenCalls(100));
        for (int i = 0; i < MESSAGES; i++) {
            send(stream, i, i);
        }

        assertThat(stream.openCalls()).isEqualTo(100);
        assertThat(stream.evictedCalls()).isEqualTo(MESSAGES - 100).isEqualTo(evicted());
        stream.close();
        assertThat(reports).hasSize(MESSAGES);
    }

    @Test
    void aFloodStaysWithinItsShareOfTheHeap() {
        CallStream stream = stream(CallLimits.DEFAULT.withTotalBytes(1 << 20));
        for (int i = 0; i < MESSAGES; i++) {
            send(stream, i, i);
        }

        assertThat(stream.openCalls()).isBetween(500, 3_000);
        assertThat(stream.evictedCalls()).isEqualTo(MESSAGES - stream.openCalls());
    }

    @Test
    void aFloodUnderOneCallIdIsOneCallOfWhichTheRestIsDropped() {
        CallStream stream = stream(CallLimits.DEFAULT.withMessagesPerCall(1_000));
        for (int i = 0; i < MESSAGES; i++) {
            send(stream, i, 7);
        }

        assertThat(stream.droppedMessages()).isEqualTo(MESSAGES - 1_000);
        stream.close();
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).call().messages()).hasSize(1_000);
    }
}
