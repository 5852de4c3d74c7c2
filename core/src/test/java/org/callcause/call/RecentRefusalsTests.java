package org.callcause.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.SipParser;
import org.junit.jupiter.api.Test;

class RecentRefusalsTests {

    /** As many as are remembered. */
    private static final int MOST = 10_000;

    private final List<Call> calls = new ArrayList<>();
    private final CallTracker tracker = new CallTracker(CallLimits.DEFAULT, calls::add);

    @Test
    void theOldestIsForgottenWhereThereWouldBeTooMany() {
        for (int caller = 0; caller <= MOST; caller++) {
            refusedAt(0, caller, "first-" + caller);
        }
        tracker.advanceTo(Instant.ofEpochSecond(40));
        assertThat(calls).hasSize(MOST + 1);
        calls.clear();

        refusedAt(41, 1, "again-1");
        refusedAt(42, 0, "again-0");
        refusedAt(43, MOST, "again-" + MOST);
        tracker.finish();

        assertThat(calls)
                .extracting(call -> call.earlierRefusal().map(EarlierRefusal::callId))
                .containsExactly(Optional.of("first-1"), Optional.empty(), Optional.of("first-" + MOST));
    }

    @Test
    void theLastRefusalOfTheSamePartiesCounts() {
        refusedAt(0, 1, "first");
        tracker.advanceTo(Instant.ofEpochSecond(40));
        refusedAt(41, 1, "second");
        tracker.advanceTo(Instant.ofEpochSecond(80));
        refusedAt(81, 1, "third");
        tracker.finish();

        assertThat(calls)
                .extracting(call -> call.earlierRefusal().map(EarlierRefusal::callId))
                .containsExactly(Optional.empty(), Optional.of("first"), Optional.of("second"));
    }

    private void refusedAt(long second, int caller, String callId) {
        String headers = """
                Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK-%1$s
                From: <sip:%2$d@example.com>;tag=1
                To: <sip:callee@example.com>
                Call-ID: %1$s
                CSeq: 1 INVITE

                """.formatted(callId, caller);
        send(second, "INVITE sip:callee@example.com SIP/2.0\n" + headers);
        send(second, "SIP/2.0 486 Busy Here\n" + headers);
    }

    private void send(long second, String message) {
        tracker.add(CapturedMessage.of(
                1,
                Instant.ofEpochSecond(second),
                Endpoint.UNKNOWN,
                Endpoint.UNKNOWN,
                Transport.UDP,
                new SipParser().parse(message).orElseThrow()));
    }
}
