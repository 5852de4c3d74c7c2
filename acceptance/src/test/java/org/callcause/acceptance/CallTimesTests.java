package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.callcause.call.Call;
import org.callcause.call.Party;
import org.junit.jupiter.api.Test;

class CallTimesTests {

    @Test
    void postDialDelayRingTimeAndTalkTimeAreToldApart() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                0.010 callee -> caller 100
                1.500 callee -> caller 180
                4.000 callee -> caller 200
                4.010 caller -> callee ACK
                64.00 callee -> caller BYE
                64.01 caller -> callee 200
                """);

        assertThat(call.postDialDelay()).contains(Duration.ofMillis(1_500));
        assertThat(call.ringTime()).contains(Duration.ofMillis(2_500));
        assertThat(call.talkTime()).contains(Duration.ofSeconds(60));
        assertThat(call.disposition().endedBy()).isEqualTo(Party.CALLEE);
    }

    @Test
    void aPhoneRingsFromIts180OnAlsoBehindA183() {
        Call call = Calls.one("""
                0.000 caller -> trunk  INVITE
                1.500 trunk  -> caller 183
                4.000 trunk  -> caller 180
                9.000 trunk  -> caller 480
                9.010 caller -> trunk  ACK
                """);

        assertThat(call.postDialDelay()).contains(Duration.ofMillis(1_500));
        assertThat(call.ringTime()).contains(Duration.ofSeconds(5));
    }

    @Test
    void theCallerWaitsThroughAChallengeToo() {
        Call call = Calls.one("""
                0.000 caller -> proxy  INVITE
                0.400 proxy  -> caller 407
                0.410 caller -> proxy  ACK
                0.500 caller -> proxy  INVITE
                2.000 proxy  -> caller 180
                5.000 proxy  -> caller 200
                5.010 caller -> proxy  ACK
                9.000 caller -> proxy  BYE
                9.010 proxy  -> caller 200
                """);

        assertThat(call.attempts()).hasSize(2);
        assertThat(call.postDialDelay()).contains(Duration.ofSeconds(2));
        assertThat(call.disposition().endedBy()).isEqualTo(Party.CALLER);
    }

    @Test
    void onlyACallIsDialled() {
        Call probes = Calls.one("""
                0.000  proxy   -> gateway OPTIONS
                0.020  gateway -> proxy   200
                30.000 proxy   -> gateway OPTIONS
                30.020 gateway -> proxy   200
                """);

        assertThat(probes.postDialDelay()).isEmpty();
        assertThat(probes.responseTime()).contains(Duration.ofMillis(20));
    }

    @Test
    void withoutTimesNoDurationIsInvented() {
        Call call = Calls.one("""
                caller -> callee INVITE
                callee -> caller 180
                callee -> caller 603
                caller -> callee ACK
                """);

        assertThat(call.postDialDelay()).isEmpty();
        assertThat(call.ringTime()).isEmpty();
        assertThat(call.responseTime()).isEmpty();
        assertThat(call.start()).isEmpty();
    }
}
