package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callcause.capture.Handshake.Flight;
import org.callcause.capture.hep.SelfSigned;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.TlsCertificate;
import org.callcause.dialog.TlsHandshake;
import org.callcause.dialog.TransportFailure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS handshakes on connections to SIP servers, as the JDK's TLS makes them. */
class TlsConnectionTests {

    private static final String PEERS = "1 192.0.2.10 -> 198.51.100.4:5061 ";
    private static final byte[] UNKNOWN_CA =
            Octets.of().hex("15 0303 0002 02 30").bytes();

    private static SelfSigned identity;

    @BeforeAll
    static void makeACertificate() throws Exception {
        identity = SelfSigned.create();
    }

    private static Handshake trusted() throws Exception {
        return Handshake.trusted(identity);
    }

    private static byte[] hello(String version) throws Exception {
        return trusted().version(version).flights().get(0).bytes();
    }

    private static byte[] helloFor(String name) throws Exception {
        return new String(hello("TLSv1.2"), StandardCharsets.ISO_8859_1)
                .replace("sbc.example.net", name)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static TcpTalk greeted() throws Exception {
        return TcpTalk.to(5061).open().client(hello("TLSv1.2"));
    }

    private static TlsHandshake handshake(Reading reading) {
        FailedConnection failure = reading.summary().failedConnections().get(0);
        return failure.handshake().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aSessionThatSucceedsIsNoFailureHoweverItEnds(String version) throws Exception {
        Handshake handshake = trusted().version(version);
        TcpTalk talk = handshake.on(TcpTalk.to(5061));

        assertThat(handshake.succeeded()).isTrue();
        assertThat(talk.client(handshake.data(true))
                        .server(handshake.data(false))
                        .server(handshake.goodbye(false))
                        .serverCloses()
                        .clientResets()
                        .read()
                        .failedConnections())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aCheckOfTheHandshakeAloneHasNotFailed(String version) throws Exception {
        Handshake handshake = trusted().version(version);

        assertThat(handshake
                        .on(TcpTalk.to(5061))
                        .client(handshake.goodbye(true))
                        .clientCloses()
                        .serverResets()
                        .read()
                        .failedConnections())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aSessionThatLastsAndIsResetHasNotFailed(String version) throws Exception {
        assertThat(trusted()
                        .version(version)
                        .on(TcpTalk.to(5061))
                        .after(60_000)
                        .serverResets()
                        .read()
                        .failedConnections())
                .isEmpty();
    }

    @Test
    void aClientThatDoesNotTrustTheServerSaysSo() throws Exception {
        Reading reading = Handshake.untrusted(identity)
                .version("TLSv1.2")
                .on(TcpTalk.to(5061))
                .clientCloses()
                .read();

        assertThat(reading.failedConnections())
                .containsExactly(PEERS + "tls-alert 46 by 192.0.2.10 after server-hello");
        TlsHandshake handshake = handshake(reading);
        assertThat(handshake.serverName()).contains("sbc.example.net");
        assertThat(handshake.offered()).contains("TLS 1.2");
        assertThat(handshake.chosen()).contains("TLS 1.2");
        TlsCertificate certificate = handshake.serverCertificate().orElseThrow();
        assertThat(certificate.subject()).isEqualTo("localhost");
        assertThat(certificate.selfSigned()).isTrue();
        assertThat(certificate.chain()).isEqualTo(1);
        assertThat(certificate.isFor("localhost")).isTrue();
        assertThat(certificate.isFor("sbc.example.net")).isFalse();
    }

    @Test
    void fromVersion13OnTheReasonOfTheClientIsEncrypted() throws Exception {
        Reading reading = Handshake.untrusted(identity)
                .version("TLSv1.3")
                .on(TcpTalk.to(5061))
                .clientCloses()
                .read();

        assertThat(reading.failedConnections()).containsExactly(PEERS + "tls-closed by 192.0.2.10 after server-hello");
        assertThat(handshake(reading).chosen()).contains("TLS 1.3");
        assertThat(handshake(reading).serverCertificate()).isEmpty();
    }

    @Test
    void aServerThatWantsACertificateOfTheClientIsToldFromOthers() throws Exception {
        Reading reading = trusted()
                .version("TLSv1.2")
                .mutual()
                .on(TcpTalk.to(5061))
                .serverCloses()
                .read();

        assertThat(reading.failedConnections())
                .containsExactly(PEERS + "tls-alert 42 by 198.51.100.4:5061 after client-answer");
        assertThat(handshake(reading).clientCertificateAsked()).isTrue();
        assertThat(handshake(reading).clientSentNone()).isTrue();
    }

    @Test
    void fromVersion13OnAServerThatEndsItAtOnceIsToldByThat() throws Exception {
        TcpTalk talk = trusted().version("TLSv1.3").mutual().on(TcpTalk.to(5061));

        assertThat(talk.serverCloses().read().failedConnections())
                .containsExactly(PEERS + "tls-closed by 198.51.100.4:5061 after client-answer");
    }

    @Test
    void aVersionThatTheServerDoesNotTakeIsTold() throws Exception {
        Reading reading = trusted()
                .version("TLSv1.2")
                .serverVersion("TLSv1.3")
                .on(TcpTalk.to(5061))
                .serverCloses()
                .read();

        assertThat(reading.failedConnections())
                .containsExactly(PEERS + "tls-alert 70 by 198.51.100.4:5061 after client-hello");
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void anAlertIsReadWhereSegmentsComeInDisorderAndTwice() throws Exception {
        List<Flight> flights = Handshake.untrusted(identity).version("TLSv1.2").flights();
        byte[] server = flights.get(1).bytes();

        assertThat(TcpTalk.to(5061)
                        .open()
                        .client(flights.get(0).bytes())
                        .serverInDisorder(server)
                        .client(flights.get(2).bytes())
                        .read()
                        .failedConnections())
                .containsExactly(PEERS + "tls-alert 46 by 192.0.2.10 after server-hello");
    }

    @Test
    void whereTheCaptureLacksBytesNothingIsSaid() throws Exception {
        List<Flight> flights = trusted().version("TLSv1.2").flights();

        assertThat(TcpTalk.to(5061)
                        .open()
                        .client(flights.get(0).bytes())
                        .serverUnseen(new byte[100])
                        .server(flights.get(1).bytes())
                        .serverAcknowledges()
                        .client(flights.get(2).bytes())
                        .serverCloses()
                        .read()
                        .failedConnections())
                .isEmpty();
    }

    @Test
    void aServerThatClosesAfterTheHelloIsTold() throws Exception {
        assertThat(greeted().serverResets().read().failedConnections())
                .containsExactly(PEERS + "tls-closed by 198.51.100.4:5061 after client-hello");
        assertThat(greeted().serverCloses().read().failedConnections())
                .containsExactly(PEERS + "tls-closed by 198.51.100.4:5061 after client-hello");
    }

    @Test
    void aServerThatDoesNotAnswerTheHelloIsTold() throws Exception {
        assertThat(greeted()
                        .serverAcknowledges()
                        .after(5_000)
                        .clientCloses()
                        .read()
                        .failedConnections())
                .containsExactly(PEERS + "tls-unanswered by 198.51.100.4:5061 after client-hello");
    }

    @Test
    void aClientThatDoesNotGoOnIsTold() throws Exception {
        List<Flight> flights = trusted().version("TLSv1.2").flights();

        assertThat(TcpTalk.to(5061)
                        .open()
                        .client(flights.get(0).bytes())
                        .server(flights.get(1).bytes())
                        .after(10_000)
                        .serverCloses()
                        .read()
                        .failedConnections())
                .containsExactly(PEERS + "tls-unanswered by 192.0.2.10 after server-hello");
    }

    @Test
    void aServerThatStopsWithinItsAnswerIsStillNext() throws Exception {
        List<Flight> flights = trusted().version("TLSv1.2").flights();
        byte[] server = flights.get(1).bytes();
        TcpTalk talk = TcpTalk.to(5061)
                .open()
                .client(flights.get(0).bytes())
                .server(Frames.part(server, 0, server.length / 2))
                .clientAcknowledges()
                .after(10_000);

        assertThat(talk.clientCloses().read().failedConnections())
                .containsExactly(PEERS + "tls-unanswered by 198.51.100.4:5061 after server-hello");
    }

    @Test
    void whatTheClientAcknowledgesWasSaidThoughItWasNotCaptured() throws Exception {
        List<Flight> flights = trusted().version("TLSv1.3").flights();

        assertThat(greeted()
                        .serverAcknowledges()
                        .serverUnseen(flights.get(1).bytes())
                        .clientAcknowledges()
                        .after(10_000)
                        .clientCloses()
                        .read()
                        .failedConnections())
                .isEmpty();
    }

    @Test
    void aServerThatClosesAnIdleSessionSoonHasNotRefusedIt() throws Exception {
        Handshake handshake = trusted().version("TLSv1.3");
        List<Flight> flights = handshake.flights();
        TcpTalk talk = TcpTalk.to(5061)
                .open()
                .client(flights.get(0).bytes())
                .server(flights.get(1).bytes())
                .client(flights.get(2).bytes());

        assertThat(talk.after(2_000).serverCloses().read().failedConnections()).isEmpty();
    }

    @Test
    void aCheckThatOffersNoTlsAtAllHasNotFailed() throws Exception {
        List<Flight> flights = trusted().version("TLSv1.2").flights();
        byte[] hello = Octets.of()
                .hex("16 0300 002D 01 000029 0300")
                .raw(new byte[32])
                .hex("00 0002 002F 01 00")
                .bytes();

        assertThat(TcpTalk.to(5061)
                        .open()
                        .client(hello)
                        .server(flights.get(1).bytes())
                        .clientResets()
                        .read()
                        .failedConnections())
                .isEmpty();
    }

    @Test
    void aCaptureThatEndsWithinTheHandshakeProvesNothing() throws Exception {
        List<Flight> flights = trusted().version("TLSv1.3").flights();
        TcpTalk talk = TcpTalk.to(5061).open();

        assertThat(greeted().serverAcknowledges().after(1_000).read().failedConnections())
                .isEmpty();
        assertThat(talk.client(flights.get(0).bytes())
                        .server(flights.get(1).bytes())
                        .read()
                        .failedConnections())
                .isEmpty();
    }

    @Test
    void aServerThatAnswersTlsInPlainTextIsToldWithWhatItSays() throws Exception {
        Reading sip = greeted().server(Sip.response("400 Bad Request", "one")).read();

        assertThat(sip.failedConnections())
                .containsExactly(PEERS + "not-tls by 198.51.100.4:5061 after client-hello: SIP/2.0 400 Bad Request");
        assertThat(sip.messages()).hasSize(1);
        assertThat(greeted().server("HTTP/1.1 400 Bad Request\r\n\r\n").read().failedConnections())
                .containsExactly(PEERS + "not-tls by 198.51.100.4:5061 after client-hello: HTTP/1.1 400 Bad Request");
    }

    @Test
    void aStrangerWhoIsRefusedTwiceIsNotToldBesideRealTraffic() throws Exception {
        TcpTalk talk = TcpTalk.to(5061).open().client(Sip.invite("one")).server(Sip.response("200 OK", "one"));
        talk.next().from("203.0.113.9");
        for (int i = 0; i < 2; i++) {
            talk.open()
                    .client(hello("TLSv1.2"))
                    .server(UNKNOWN_CA)
                    .serverCloses()
                    .next();
        }

        assertThat(talk.read().failedConnections()).isEmpty();
        assertThat(talk.open()
                        .client(hello("TLSv1.2"))
                        .server(UNKNOWN_CA)
                        .serverCloses()
                        .read()
                        .failedConnections())
                .hasSize(1);
    }

    @Test
    void plainSipAtATlsPortIsTold() {
        Reading reading = TcpTalk.to(5061)
                .open()
                .client(Sip.invite("one"))
                .server(UNKNOWN_CA)
                .serverCloses()
                .read();

        assertThat(reading.failedConnections()).containsExactly(PEERS + "tls-expected 48 by 198.51.100.4:5061");
        assertThat(reading.failures())
                .extracting(TransportFailure::message, TransportFailure::kind, TransportFailure::words)
                .containsExactly(tuple(
                        reading.only().message(), TransportFailure.Kind.TLS_EXPECTED, "TLS alert 48, unknown_ca"));
    }

    @Test
    void anotherPortCountsWhereTheClientAsksForASipServer() throws Exception {
        byte[] web = helloFor("sipgate.example");
        byte[] sip = helloFor("sip.example.net");

        assertThat(TcpTalk.to(443).open().client(web).server(UNKNOWN_CA).read().failedConnections())
                .isEmpty();
        assertThat(TcpTalk.to(443).open().client(sip).server(UNKNOWN_CA).read().failedConnections())
                .containsExactly(
                        "1 192.0.2.10 -> 198.51.100.4:443 tls-alert 48 by 198.51.100.4:443 after client-hello");
    }

    @Test
    void aSecondAttemptWithAnotherVersionMakesItGood() throws Exception {
        TcpTalk talk = trusted()
                .version("TLSv1.2")
                .serverVersion("TLSv1.3")
                .on(TcpTalk.to(5061))
                .serverCloses()
                .next();
        Handshake second = trusted().version("TLSv1.3");

        assertThat(second.on(talk)
                        .client(second.data(true))
                        .server(second.data(false))
                        .read()
                        .failedConnections())
                .isEmpty();
    }
}
