package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TransportFailure;
import org.junit.jupiter.api.Test;

class LadderTests {

    private static final Endpoint HOST = new Endpoint(Scene.PHONE.host(), 0);

    private static List<String> lines(Scene scene) {
        return new LadderText(Ladder.of(scene.report().call()), new Style(false), 100).lines();
    }

    @Test
    void everyMessageIsAnArrowBetweenItsEndpoints() {
        assertThat(lines(Scenes.declined()))
                .containsExactly(
                        "              192.0.2.1:5060                      192.0.2.2:5060",
                        "    #1 0.000  │───────────── INVITE ─────────────>│",
                        "    #2 0.010  │<─────────── 100 Trying ───────────│",
                        "    #3 0.250  │<────────── 180 Ringing ───────────│",
                        "    #4 4.500  │<────────── 603 Decline ───────────│",
                        "    #5 4.510  │────────────── ACK ───────────────>│");
    }

    @Test
    void aSessionDescriptionIsMarked() {
        Ladder ladder = Ladder.of(Scene.begin()
                .request(
                        0,
                        "INVITE",
                        "Content-Type: application/sdp",
                        "",
                        "v=0",
                        "o=- 1 1 IN IP4 192.0.2.1",
                        "s=-",
                        "c=IN IP4 192.0.2.1",
                        "t=0 0",
                        "m=audio 4000 RTP/AVP 0")
                .report()
                .call());

        assertThat(ladder.rows().get(0).label()).isEqualTo("INVITE (SDP)");
    }

    @Test
    void retransmissionsInARowAreOneRowWithTheTimeOfTheLast() {
        List<String> lines = lines(Scene.begin()
                .request(0, "INVITE")
                .request(0.5, "INVITE")
                .request(1.5, "INVITE")
                .request(3.5, "INVITE"));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).contains("#2 0.500").contains("INVITE again x3 to 3.500");
    }

    @Test
    void whatTheCaptureSawTwiceIsCountedInItsRow() {
        List<String> lines = lines(Scene.begin().request(0, "INVITE").request(0.0001, "INVITE"));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains("INVITE x2").doesNotContain("again");
    }

    @Test
    void whatTheNetworkSaysOfAMessageStandsBelowIt() {
        Optional<Endpoint> router = Optional.of(new Endpoint("198.51.100.254", 0));

        assertThat(lines(Scene.begin()
                        .request(0, "INVITE")
                        .undelivered(TransportFailure.Kind.UNREACHABLE, router, "ICMP host unreachable")
                        .response(0.3, "180 Ringing")
                        .undelivered(TransportFailure.Kind.REFUSED, Optional.of(HOST), "ICMP port unreachable")))
                .containsExactly(
                        "              192.0.2.1:5060                      192.0.2.2:5060",
                        "    #1 0.000  │───────────── INVITE ─────────────>│",
                        "              │ x not delivered (unreachable), says 198.51.100.254: ICMP host unreachable",
                        "    #2 0.300  │<────────── 180 Ringing ───────────│",
                        "              │ x not delivered (refused), says 192.0.2.1: ICMP port unreachable");
    }

    @Test
    void ofAMessageSentAgainTheSameIsSaidOnce() {
        Scene scene = Scene.begin().request(0, "INVITE");
        for (double time = 0.5; time < 4; time *= 2) {
            scene.request(time, "INVITE")
                    .undelivered(TransportFailure.Kind.REFUSED, Optional.of(HOST), "ICMP port unreachable");
        }

        assertThat(lines(scene)).hasSize(4);
        assertThat(lines(scene).get(2)).contains("INVITE again x3");
        assertThat(lines(scene).get(3)).endsWith("│ x not delivered (refused), says 192.0.2.1: ICMP port unreachable");
    }

    @Test
    void aLineOfALogIsCutAtTheEdge() {
        List<String> lines = lines(Scene.begin()
                .request(0, "INVITE")
                .undelivered(TransportFailure.Kind.TLS_FAILED, Optional.empty(), "handshake ".repeat(20)));

        assertThat(lines.get(2))
                .hasSize(100)
                .startsWith("              │ x not delivered (tls-failed), says its sender: handshake handshake")
                .endsWith("…");
    }

    @Test
    void withoutAddressesTheTagsTellTheSides() {
        Ladder ladder = Ladder.of(Scenes.answered().report().call());
        Ladder unknown = Ladder.of(Scene.begin()
                .withoutAddresses()
                .withoutTimes()
                .request(0, "INVITE")
                .response(0, "486 Busy Here")
                .report()
                .call());

        assertThat(ladder.columns()).containsExactly("192.0.2.1:5060", "192.0.2.2:5060");
        assertThat(unknown.columns()).containsExactly("calling side", "called side");
        assertThat(unknown.rows().get(0).offset()).isEqualTo(Optional.empty());
        assertThat(unknown.rows().get(1).from()).isEqualTo(1);
        assertThat(unknown.rows().get(1).to()).isZero();
    }

    @Test
    void theSecondHopIsAThirdColumn() {
        Endpoint proxy = Scene.SERVER;
        Endpoint callee = new Endpoint("192.0.2.3", 5070);
        String forwarded = """
                INVITE sip:2000@192.0.2.3 SIP/2.0
                Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bKproxy
                Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKcall-1INVITE1
                From: "Alice" <sip:1000@example.com>;tag=a1
                To: <sip:2000@example.com>
                Call-ID: call-1
                CSeq: 1 INVITE

                """;
        List<String> lines = lines(Scene.begin().request(0, "INVITE").add(0.001, proxy, callee, forwarded));

        assertThat(lines.get(0)).containsSubsequence("192.0.2.1:5060", "192.0.2.2:5060", "192.0.2.3:5070");
        assertThat(lines.get(2)).matches(" +#2 0\\.001  │ +│─+ INVITE ─+>│");
    }

    @Test
    void aLongCallIsElidedInTheMiddle() {
        Scene scene = Scene.begin().request(0, "INVITE").response(0.1, "200 OK").request(0.2, "ACK");
        for (int i = 0; i < 60; i++) {
            scene.request(1 + i, "INFO", 10 + i).response(1.1 + i, "200 OK", "INFO", 10 + i);
        }

        List<String> lines = lines(scene);

        assertThat(lines).hasSizeLessThanOrEqualTo(42);
        assertThat(lines).anyMatch(line -> line.endsWith("... 85 more messages ..."));
    }
}
