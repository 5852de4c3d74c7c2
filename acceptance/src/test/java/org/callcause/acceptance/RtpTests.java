package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.SeenRtp;
import org.callcause.call.Trait;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.RtpStream;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** What was seen of media, on its way to the call whose session descriptions name its sockets. */
class RtpTests {

    private static final String TALK = """
            10.000 caller -> callee INVITE
            12.000 callee -> caller 200
            12.010 caller -> callee ACK
            30.000 caller -> callee BYE
            30.010 callee -> caller 200
            """;

    private static SeenRtp seen(String script) {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = Callcause.with(RuleSet.builder().build()).stream(reports::add)) {
            CallScript.of(script).playTo(stream);
        }
        return reports.get(0).call().rtp();
    }

    private static List<String> ways(SeenRtp seen) {
        return seen.streams().stream()
                .map(stream -> stream.from() + " -> " + stream.to() + " " + stream.packets())
                .toList();
    }

    @Test
    void aCallHasTheMediaOfItsSocketsAndNoOthers() {
        SeenRtp seen = seen(TALK + """
                rtp 12.0 to 14.0 caller -> callee
                rtp 12.1 to 14.1 callee -> caller
                rtp 12.0 to 14.0 caller:41000 -> callee:41000
                """);

        assertThat(ways(seen))
                .containsExactly("192.0.2.1:40000 -> 192.0.2.20:40000 100", "192.0.2.20:40000 -> 192.0.2.1:40000 100");
        assertThat(seen.bothDirections()).isTrue();
    }

    @Test
    void behindANatTheMediaThatAnswerAreTheCallsToo() {
        SeenRtp seen = seen(TALK + """
                rtp 12.0 to 14.0 203.0.113.7:50312 -> callee
                rtp 12.1 to 14.1 callee:40200 -> 203.0.113.7:50312
                """);

        assertThat(ways(seen))
                .containsExactly(
                        "203.0.113.7:50312 -> 192.0.2.20:40000 100", "192.0.2.20:40200 -> 203.0.113.7:50312 100");
    }

    @Test
    void aPauseOfMoreThanFiveSecondsBeginsANewEntry() {
        SeenRtp seen = seen(TALK + """
                rtp 12.0 to 14.0 caller -> callee
                rtp 18.0 to 20.0 caller -> callee
                rtp 26.0 to 28.0 caller -> callee
                """);

        assertThat(seen.streams()).extracting(RtpStream::packets).containsExactly(200L, 100L);
    }

    @Test
    void whatTheSameSocketsDidBeforeAndAfterTheCallIsOfOthers() {
        SeenRtp seen = seen(TALK + """
                rtp 0.0 to 5.0 caller -> callee
                rtp 40.0 to 50.0 caller -> callee
                """);

        assertThat(seen.streams()).isEmpty();
    }

    @Test
    void iceCandidatesAreSocketsOfTheCall() {
        SeenRtp seen = seen("""
                10.000 caller -> callee INVITE | sdp: PCMU; a=candidate:1 1 UDP 2130706431 192.0.2.99 51000 typ host
                12.000 callee -> caller 200
                12.010 caller -> callee ACK
                rtp 12.0 to 14.0 192.0.2.99:51000 -> 198.51.100.7:4000
                30.000 caller -> callee BYE
                30.010 callee -> caller 200
                """);

        assertThat(ways(seen)).containsExactly("192.0.2.99:51000 -> 198.51.100.7:4000 100");
    }

    @Test
    void ipv6AddressesAreTheSameHoweverTheyAreWritten() {
        SeenRtp seen = seen("""
                party caller = [2001:db8::10]:5060
                party callee = [2001:db8::20]:5060
                10.000 caller -> callee INVITE | sdp: PCMU; at 2001:DB8:0:0:0:0:0:10
                12.000 callee -> caller 200
                12.010 caller -> callee ACK
                rtp 12.0 to 14.0 [2001:db8::20]:40000 -> [2001:db8::10]:40000
                30.000 caller -> callee BYE
                30.010 callee -> caller 200
                """);

        assertThat(ways(seen)).containsExactly("[2001:db8::20]:40000 -> [2001:db8::10]:40000 100");
    }

    @Test
    void whereAServerHasOneSocketForAllCallsEachHasWhatPassesBetweenItsOwn() {
        StringBuilder others = new StringBuilder(TALK);
        for (int i = 0; i < 20; i++) {
            others.append("rtp 12.0 to 14.0 192.0.2.70:").append(4_000 + i).append(" -> callee\n");
        }
        others.append("rtp 12.0 to 14.0 caller -> callee\nrtp 12.1 to 14.1 callee -> caller\n");

        assertThat(ways(seen(others.toString())))
                .containsExactly("192.0.2.1:40000 -> 192.0.2.20:40000 100", "192.0.2.20:40000 -> 192.0.2.1:40000 100");
    }

    @Test
    void aFloodAtOneSocketIsTakenInStep() {
        List<CallReport> reports = new ArrayList<>();
        Endpoint victim = new Endpoint("192.0.2.20", 40_000);
        CallStream stream = Callcause.with(RuleSet.builder().build()).stream(reports::add);

        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 200_000; i++) {
                Endpoint sender = new Endpoint("198.51." + (i >> 16) + "." + (i >> 8 & 0xFF), 1_024 + (i & 0xFF));
                Instant time = CallScript.BEGIN.plusMillis(i);
                stream.rtp(RtpStream.of(sender, victim, i & 0x7F, 1, time, time));
                stream.rtp(RtpStream.of(victim, sender, i & 0x7F, 1, time, time));
            }
            CallScript.of(TALK).playTo(stream);
            stream.close();
        });

        assertThat(reports).hasSize(1);
    }

    @Test
    void whatIsSeenTwiceAtOneTimeCountsOnce() {
        SeenRtp seen = seen(TALK + """
                rtp 12.0 to 20.0 caller -> callee
                rtp 12.001 to 20.001 caller -> callee
                """);

        assertThat(seen.streams())
                .singleElement()
                .satisfies(stream -> assertThat(stream.packets()).isBetween(400L, 410L));
    }

    @Test
    void aHostThatIsSentMediaAgainAndAgainAndNeverSeenToSendIsNamed() {
        String toTheCallee = TALK + "rtp 12.0 to 20.0 caller -> callee\n";

        assertThat(seen(toTheCallee).neverHeard()).isEmpty();
        assertThat(seen(toTheCallee + "rtp 2.0 to 4.0 192.0.2.70:4000 -> callee:41000\n")
                        .neverHeard())
                .containsExactly("192.0.2.20");
        assertThat(seen(toTheCallee + "rtp 2.0 to 4.0 callee:41000 -> 192.0.2.70:4000\n")
                        .neverHeard())
                .isEmpty();
    }

    @Test
    void aCallWithoutMediaKnowsWhetherThoseOfOthersPassedBetweenItsHosts() {
        assertThat(seen(TALK + "rtp 1.0 to 40.0 caller:41000 -> callee:41000\n").othersOnItsWay())
                .isTrue();
        assertThat(seen(TALK + "rtp 1.0 to 20.0 caller:41000 -> callee:41000\n").othersOnItsWay())
                .isFalse();
        assertThat(seen(TALK + "rtp 1.0 to 40.0 caller:41000 -> 192.0.2.70:41000\n")
                        .othersOnItsWay())
                .isFalse();
    }

    @Test
    void aCallOfWhichNoMediaAreKnownCostsNoTrait() {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = Callcause.with(RuleSet.builder().build()).stream(reports::add)) {
            CallScript.of(TALK).playTo(stream);
        }

        assertThat(reports.get(0).call().rtp()).isEqualTo(SeenRtp.NOTHING);
        assertThat(reports.get(0).call().has(Trait.RTP_SEEN)).isFalse();
    }

    @Test
    void aStreamOfNothingAndAClosedStreamAreRefused() {
        Endpoint socket = new Endpoint("192.0.2.1", 40_000);
        RtpStream packet = RtpStream.of(socket, socket, 0, 1, Instant.EPOCH, Instant.EPOCH);
        CallStream stream = Callcause.with(RuleSet.builder().build()).stream(report -> {});
        stream.close();

        assertThatIllegalStateException().isThrownBy(() -> stream.rtp(packet));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RtpStream.of(socket, socket, 0, 0, Instant.EPOCH, Instant.EPOCH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RtpStream.of(socket, socket, 128, 1, Instant.EPOCH, Instant.EPOCH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RtpStream.of(socket, socket, 0, 1, Instant.EPOCH.plusSeconds(1), Instant.EPOCH));
    }
}
