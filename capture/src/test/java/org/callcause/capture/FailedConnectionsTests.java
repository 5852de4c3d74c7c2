package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.TcpTalk.SERVER;

import org.callcause.dialog.FailedConnection;
import org.junit.jupiter.api.Test;

/** Which of the failed connections of an input are told, and how they are put together. */
class FailedConnectionsTests {

    private static TcpTalk withCall(TcpTalk talk) {
        return talk.packet(Frames.udpPacket(Sip.invite("one")));
    }

    @Test
    void equalFailuresAreOneWithTheirCountAndTimes() {
        TcpTalk talk = TcpTalk.to(5060);
        for (int i = 0; i < 14; i++) {
            talk.syn().serverResets().next();
        }

        FailedConnection failure = talk.read().summary().failedConnections().get(0);

        assertThat(failure.count()).isEqualTo(14);
        assertThat(failure.first()).hasToString("1970-01-01T00:00:00Z");
        assertThat(failure.last()).hasToString("1970-01-01T00:00:13.027Z");
    }

    @Test
    void aSecondAttemptThatSucceedsWithinSecondsMakesItGood() {
        assertThat(TcpTalk.to(5060)
                        .syn()
                        .serverResets()
                        .next()
                        .open()
                        .client(Sip.invite("one"))
                        .read()
                        .failedConnections())
                .isEmpty();
    }

    @Test
    void aServerThatComesBackLaterIsToldToHaveComeBack() {
        Reading reading = TcpTalk.to(5060)
                .syn()
                .serverResets()
                .after(60_000)
                .next()
                .open()
                .read();

        assertThat(reading.summary().failedConnections())
                .singleElement()
                .satisfies(failure -> assertThat(failure.laterOpened()).isPresent());
    }

    @Test
    void whoTriesPortAfterPortLooksForAnOpenOne() {
        TcpTalk talk = TcpTalk.to(5060);
        for (int port = 5060; port < 5090; port++) {
            talk.toward(SERVER, port).syn().serverResets().next();
        }

        assertThat(talk.read().failedConnections()).isEmpty();
    }

    @Test
    void strangersWhoTryAClosedPortOnceAreNotToldBesideRealTraffic() {
        TcpTalk talk = withCall(TcpTalk.to(5060));
        for (int stranger = 1; stranger < 200; stranger++) {
            talk.from("203.0.113." + stranger).syn().serverResets().next();
        }

        assertThat(talk.read().failedConnections()).isEmpty();
    }

    @Test
    void manyHostsThatFailAlikeAreOneLine() {
        TcpTalk talk = TcpTalk.to(5060);
        for (int phone = 1; phone < 200; phone++) {
            talk.from("203.0.113." + phone);
            for (int i = 0; i < 3; i++) {
                talk.syn().serverResets().next();
            }
        }

        assertThat(withCall(talk).read().failedConnections())
                .containsExactly("597 203.0.113.1 and 198 more -> 198.51.100.4:5060 refused by 198.51.100.4:5060");
    }

    @Test
    void aHostThatSpeaksSipElsewhereIsNoStranger() {
        assertThat(withCall(TcpTalk.to(5060))
                        .from(Frames.ALICE)
                        .syn()
                        .serverResets()
                        .read()
                        .failedConnections())
                .hasSize(1);
        assertThat(withCall(TcpTalk.to(5060).from(Frames.ALICE).syn().serverResets())
                        .read()
                        .failedConnections())
                .hasSize(1);
    }

    @Test
    void whatIsMadeGoodEachTimeIsNeverTold() {
        TcpTalk talk = TcpTalk.to(5060);
        for (int i = 0; i < 3; i++) {
            talk.syn()
                    .serverResets()
                    .next()
                    .open()
                    .clientCloses()
                    .after(600_000)
                    .next();
        }

        assertThat(talk.read().failedConnections()).isEmpty();
    }

    @Test
    void onlyWhatWasNotMadeGoodCounts() {
        TcpTalk talk = TcpTalk.to(5060);
        talk.syn().serverResets().next().open().clientCloses().after(600_000).next();
        talk.syn().serverResets();

        assertThat(talk.read().failedConnections())
                .containsExactly("1 192.0.2.10 -> 198.51.100.4:5060 refused by 198.51.100.4:5060");
    }

    @Test
    void aLongRequestThatGoesByUdpWhereTcpIsRefusedIsNotHindered() {
        TcpTalk talk = TcpTalk.to(5060);
        for (int i = 0; i < 3; i++) {
            talk.syn().serverResets().datagram(Sip.invite("one")).after(10_000).next();
        }

        assertThat(talk.read().failedConnections()).isEmpty();
    }

    @Test
    void strangersWhomAFirewallDropsAreNotToldBesideRealTraffic() {
        TcpTalk talk = withCall(TcpTalk.to(5061));
        for (int stranger = 1; stranger < 4; stranger++) {
            talk.from("203.0.113." + stranger);
            talk.syn().after(1_000).syn().after(2_000).syn().after(4_000).next();
        }

        assertThat(talk.read().failedConnections()).isEmpty();
    }

    @Test
    void whoTriesHostAfterHostLooksForAnOpenOne() {
        TcpTalk talk = withCall(TcpTalk.to(5060).from("203.0.113.66"));
        for (int host = 1; host < 40; host++) {
            talk.toward("198.51.100." + host, 5060).syn().serverResets().next();
        }

        assertThat(talk.read().failedConnections()).isEmpty();
    }

    @Test
    void aServerThatManyPhonesRefuseDoesNotLookForOpenPorts() {
        TcpTalk talk = withCall(TcpTalk.to(5060).from(Frames.ALICE));
        for (int round = 0; round < 3; round++) {
            for (int phone = 1; phone <= 20; phone++) {
                talk.toward("198.51.100." + phone, 5060).syn().serverResets().next();
            }
        }

        assertThat(talk.read().failedConnections()).hasSize(20);
    }

    @Test
    void aSearchDoesNotHideWhatFailsInEarnest() {
        TcpTalk talk = withCall(TcpTalk.to(5060).from("203.0.113.66"));
        for (int i = 0; i < 600; i++) {
            talk.toward("198.51." + i / 200 + "." + i % 200, 5060)
                    .syn()
                    .serverResets()
                    .next();
        }
        talk.from(Frames.ALICE).toward(SERVER, 5060).syn().serverResets();

        assertThat(talk.read().failedConnections())
                .containsExactly("1 192.0.2.1 -> 198.51.100.4:5060 refused by 198.51.100.4:5060");
    }
}
