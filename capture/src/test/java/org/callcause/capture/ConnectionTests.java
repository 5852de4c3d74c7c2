package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.Frames.ipv4;
import static org.callcause.capture.TcpTalk.CLIENT;

import java.nio.ByteOrder;
import org.callcause.dialog.FailedConnection;
import org.junit.jupiter.api.Test;

/** TCP connections to SIP servers that do not come about. */
class ConnectionTests {

    private static final int ICMP = 1;
    private static final String ROUTER = "203.0.113.254";

    private static byte[] icmp(int code, byte[] quote) {
        return ipv4(
                ROUTER,
                CLIENT,
                ICMP,
                Octets.of()
                        .octet(3)
                        .octet(code)
                        .word(0)
                        .doubleWord(0)
                        .raw(quote)
                        .bytes());
    }

    @Test
    void aSynThatIsAnsweredByAResetIsRefused() {
        assertThat(TcpTalk.to(5060).syn().serverResets().read().failedConnections())
                .containsExactly("1 192.0.2.10 -> 198.51.100.4:5060 refused by 198.51.100.4:5060");
    }

    @Test
    void eachIsToldToTheListenerAsItHappens() {
        Reading reading = TcpTalk.to(5060)
                .syn()
                .serverResets()
                .next()
                .syn()
                .serverResets()
                .read();

        assertThat(reading.connections()).hasSize(2);
        assertThat(reading.failedConnections()).hasSize(1);
    }

    @Test
    void aResetThatIsCapturedTwiceCountsOnce() {
        assertThat(TcpTalk.to(5060)
                        .syn()
                        .syn()
                        .serverResets()
                        .serverResets()
                        .read()
                        .failedConnections())
                .containsExactly("1 192.0.2.10 -> 198.51.100.4:5060 refused by 198.51.100.4:5060");
    }

    @Test
    void aSynThatIsRepeatedAndNeverAnsweredIsUnanswered() {
        assertThat(TcpTalk.to(5061)
                        .syn()
                        .after(1_000)
                        .syn()
                        .after(2_000)
                        .syn()
                        .after(4_000)
                        .syn()
                        .read()
                        .failedConnections())
                .containsExactly("1 192.0.2.10 -> 198.51.100.4:5061 unanswered");
    }

    @Test
    void aClientThatHasGivenUpIsToldBeforeTheCaptureEnds() {
        TcpTalk talk = TcpTalk.to(5061)
                .syn()
                .after(1_000)
                .syn()
                .after(2_000)
                .syn()
                .after(7_000)
                .next()
                .syn()
                .serverResets();

        assertThat(talk.read().connections())
                .extracting(FailedConnection::kind)
                .containsExactly(FailedConnection.Kind.UNANSWERED, FailedConnection.Kind.REFUSED);
    }

    @Test
    void aSynWithDataThatIsAnsweredByAResetIsRefused() {
        assertThat(TcpTalk.to(5061)
                        .synWith(Octets.of().hex("16 0301 0100 01 0000FC 0303").bytes())
                        .serverResets()
                        .read()
                        .failedConnections())
                .containsExactly("1 192.0.2.10 -> 198.51.100.4:5061 refused by 198.51.100.4:5061");
    }

    @Test
    void aCaptureWithoutTimesSaysNothing() {
        TcpTalk talk = TcpTalk.to(5061);

        byte[] file = CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN)
                .microsecondInterface(101)
                .simplePacket(talk.synPacket())
                .simplePacket(talk.resetPacket())
                .bytes();

        assertThat(Reading.of(file).failedConnections()).isEmpty();
    }

    @Test
    void aCaptureThatEndsSoonAfterTheSynProvesNothing() {
        assertThat(TcpTalk.to(5061).syn().after(1_000).syn().read().failedConnections())
                .isEmpty();
    }

    @Test
    void aClientThatGoesOnWasAnsweredWhereTheCaptureHasOneDirectionOnly() {
        assertThat(TcpTalk.to(5060)
                        .syn()
                        .after(1_000)
                        .syn()
                        .after(2_000)
                        .syn()
                        .client(Sip.invite("one"))
                        .after(10_000)
                        .syn()
                        .read()
                        .failedConnections())
                .isEmpty();
    }

    @Test
    void anErrorOfARouterSaysWhy() {
        TcpTalk prohibited = TcpTalk.to(5060);
        prohibited.syn().packet(icmp(13, prohibited.synPacket()));
        TcpTalk unreachable = TcpTalk.to(5060);
        unreachable.syn().packet(icmp(1, unreachable.synPacket()));

        assertThat(prohibited.read().failedConnections())
                .containsExactly("1 192.0.2.10 -> 198.51.100.4:5060 prohibited by 203.0.113.254: "
                        + "ICMP communication administratively prohibited");
        assertThat(unreachable.read().failedConnections())
                .containsExactly(
                        "1 192.0.2.10 -> 198.51.100.4:5060 unreachable by 203.0.113.254: " + "ICMP host unreachable");
    }

    @Test
    void anErrorAfterWhichTheConnectionCameAboutIsNone() {
        TcpTalk talk = TcpTalk.to(5060);
        talk.syn().packet(icmp(1, talk.synPacket())).after(1_000).open();

        assertThat(talk.read().failedConnections()).isEmpty();
    }

    @Test
    void aPortWhereNoSipIsExpectedIsNobodysBusiness() {
        assertThat(TcpTalk.to(443).syn().serverResets().read().failedConnections())
                .isEmpty();
    }

    @Test
    void aPortWhereSipWasSpokenBeforeIs() {
        assertThat(TcpTalk.to(7000)
                        .open()
                        .client(Sip.invite("one"))
                        .server(Sip.response("100 Trying", "one"))
                        .clientCloses()
                        .next()
                        .syn()
                        .serverResets()
                        .read()
                        .failedConnections())
                .hasSize(1);
    }

    @Test
    void aCheckThatConnectsAndSaysNothingHasNotFailed() {
        assertThat(TcpTalk.to(5061)
                        .open()
                        .clientCloses()
                        .next()
                        .open()
                        .clientResets()
                        .next()
                        .open()
                        .serverCloses()
                        .next()
                        .open()
                        .after(10_000)
                        .serverResets()
                        .read()
                        .failedConnections())
                .isEmpty();
    }

    @Test
    void aHalfOpenScanHasNotFailed() {
        assertThat(TcpTalk.to(5060).syn().accept().clientResets().read().failedConnections())
                .isEmpty();
    }

    @Test
    void aCaptureThatBeginsInTheMiddleSaysNothingOfResets() {
        assertThat(TcpTalk.to(5060)
                        .serverAcknowledges()
                        .serverResets()
                        .clientCloses()
                        .serverResets()
                        .read()
                        .failedConnections())
                .isEmpty();
    }

    @Test
    void moreConnectionsThanAreFollowedDoNoHarm() {
        TcpTalk talk = TcpTalk.to(5060);
        for (int i = 0; i < 10_000; i++) {
            talk.syn().next();
        }

        assertThat(talk.syn().serverResets().read().failedConnections()).hasSize(1);
    }

    @Test
    void whereNoSipIsTheFailureIsTheHint() {
        assertThat(TcpTalk.to(5060).syn().serverResets().read().summary().hint().orElseThrow())
                .isEqualTo(
                        "None of its packets holds SIP: 2 TCP (port 5060). No SIP could be sent on the connections that"
                                + " failed: put them right first, and capture again.");
    }
}
