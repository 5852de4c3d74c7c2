package org.callcause.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.SipParser;
import org.junit.jupiter.api.Test;

class ReportedCallsTests {

    /** As many as are remembered. */
    private static final int MOST = 32_768;

    private static final long FIRST = 1;
    private static final long AT_TEN_SECONDS = 10_000_000_000L;

    private final ReportedCalls reported = new ReportedCalls();

    @Test
    void onlyAnInvitationThatWasSentAfterTheLastMessageBeginsTheCallAgain() {
        reported.add(FIRST, AT_TEN_SECONDS);

        assertThat(reported.own(FIRST, message("BYE", 12))).isTrue();
        assertThat(reported.own(FIRST, message("INVITE", 10))).isTrue();
        assertThat(reported.own(FIRST, message("INVITE", 11))).isFalse();
        assertThat(reported.own(2, message("BYE", 12))).isFalse();
    }

    @Test
    void theOldestIsForgottenWhereThereWouldBeTooMany() {
        for (long callId = FIRST; callId <= MOST; callId++) {
            reported.add(callId, AT_TEN_SECONDS);
        }
        assertThat(reported.own(FIRST, message("BYE", 12))).isTrue();

        reported.add(MOST + 1, AT_TEN_SECONDS);
        assertThat(reported.own(FIRST, message("BYE", 12))).isFalse();
        assertThat(reported.own(FIRST + 1, message("BYE", 12))).isTrue();
        assertThat(reported.own(MOST + 1, message("BYE", 12))).isTrue();
    }

    @Test
    void theLaterCallOfACallIdIsRememberedForAsLongAsOthers() {
        reported.add(FIRST, AT_TEN_SECONDS);
        reported.add(FIRST, 2 * AT_TEN_SECONDS);
        for (long callId = FIRST + 1; callId < MOST; callId++) {
            reported.add(callId, AT_TEN_SECONDS);
        }
        reported.add(MOST, AT_TEN_SECONDS);

        assertThat(reported.own(FIRST, message("INVITE", 15))).isTrue();
        reported.add(MOST + 1, AT_TEN_SECONDS);
        assertThat(reported.own(FIRST, message("INVITE", 15))).isFalse();
    }

    @Test
    void noneIsRememberedAfterTheyWereCleared() {
        for (long callId = FIRST; callId <= MOST + 1; callId++) {
            reported.add(callId, AT_TEN_SECONDS);
        }
        reported.clear();
        assertThat(reported.own(MOST, message("BYE", 12))).isFalse();

        reported.add(FIRST, AT_TEN_SECONDS);
        assertThat(reported.own(FIRST, message("BYE", 12))).isTrue();
    }

    private static CapturedMessage message(String method, long second) {
        byte[] bytes = (method + " sip:callee@example.com SIP/2.0\r\nCSeq: 1 " + method + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return CapturedMessage.of(
                1,
                Instant.ofEpochSecond(second),
                Endpoint.UNKNOWN,
                Endpoint.UNKNOWN,
                Transport.UDP,
                new SipParser().parse(bytes).orElseThrow());
    }
}
