package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.callcause.dialog.FailedConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs whose writer says that it could not open a connection, and shows no message that was to go over it. */
class LoggedConnectionTests {

    private static final String INVITE = """
            [2026-03-02 09:14:05.120] <--- Received SIP request (401 bytes) from UDP:192.0.2.10:5060 --->
            INVITE sip:bob@198.51.100.4:5060 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-first
            Max-Forwards: 70
            From: <sip:alice@example.com>;tag=a1
            To: <sip:bob@198.51.100.4>
            Call-ID: logged-1
            CSeq: 1 INVITE
            Content-Length: 0

            """;

    private static Reading logWith(String... lines) {
        return Reading.of(INVITE + String.join("\n", lines) + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            refused             | [2026-03-02 09:14:05.141] ERROR[2211]: tcptls.c: Unable to connect SIP socket to 203.0.113.9:5061: Connection refused
            refused             | 2026-03-02 09:14:05.141 ERROR: <core> [core/tcp_main.c:4453]: handle_tcpconn_ev(): connect 203.0.113.9:5061 failed (RST) Connection refused
            unreachable         | 2026-03-02 09:14:05.141 ERROR:core:tcp_connect_blocking: connect to 203.0.113.9:5061 failed: No route to host
            timed-out           | 2026-03-02 09:14:15.141 ERROR dial tcp 203.0.113.9:5061: i/o timeout
            tls-failed          | 2026-03-02 09:14:05.141 ERROR tport_tls_connect: tls/203.0.113.9:5061: handshake failed
            certificate-refused | 2026-03-02 09:14:05.141 ERROR TLS connection to 203.0.113.9:5061: certificate verify failed
            """)
    void theLineTellsWhereToAndHow(String kind, String line) {
        Reading reading = logWith(line);

        assertThat(reading.summary().failedConnections())
                .extracting(
                        failure -> failure.client().host(),
                        failure -> failure.server().toString(),
                        failure -> failure.kind().word())
                .containsExactly(tuple("198.51.100.4", "203.0.113.9:5061", kind));
        assertThat(reading.connections()).hasSize(1);
    }

    @Test
    void whereTheProgramSendsNothingButSipTheAddressIsEnough() {
        assertThat(logWith(
                                "[2026-03-02 09:14:05.141] tcpc0x1099a0b28 TCP connect() error: peer: 203.0.113.9: Connection refused")
                        .failedConnections())
                .containsExactly("1 198.51.100.4 -> 203.0.113.9 refused");
    }

    @Test
    void layersThatComplainOfTheSameAreOne() {
        assertThat(logWith(
                                "2026-03-02 09:14:05.141 ERROR: tcpconn_connect(): connect 203.0.113.9:5061: Connection refused",
                                "2026-03-02 09:14:05.142 ERROR: tcpconn_send(): 203.0.113.9:5061: Connection refused")
                        .failedConnections())
                .containsExactly("1 198.51.100.4 -> 203.0.113.9:5061 refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02 09:14:05.141 ERROR mysql: can't connect to 203.0.113.9:3306: Connection refused",
                "2026-03-02 09:14:05.141 ERROR connect to 203.0.113.9:8080 failed: Connection refused",
                "2026-03-02 09:14:05.141 ERROR udp_send: sendto 203.0.113.9:5060: Connection refused",
                "2026-03-02 09:14:05.141 WARNING connect to 203.0.113.9:5061: Connection refused, retrying",
                "2026-03-02 09:14:05.141 ERROR between 203.0.113.8:5061 and 203.0.113.9:5061: Connection refused",
                "2026-03-02 09:14:05.141 ERROR connect to 198.51.100.4:5061: Connection refused",
                "2026-03-02 09:14:05.141 ERROR tls_accept(): handshake failed, src addr: 203.0.113.9:5061",
                "2026-03-02 09:14:05.141 ERROR tcpconn_read(): from 203.0.113.9:5061: No route to host",
                "2026-03-02 09:14:05.141 ERROR tcpconn_main(): 203.0.113.9:5061: Connection timed out",
                "ERROR connect to 203.0.113.9:5061: Connection refused"
            })
    void whatIsNotSureToBeAConnectionForSipIsNone(String line) {
        assertThat(logWith(line).connections()).isEmpty();
    }

    @Test
    void whoWroteTheLogMustBeKnown() {
        String untold = INVITE.substring(INVITE.indexOf("INVITE"));

        assertThat(Reading.of(untold
                                + "2026-03-02 09:14:05.141 ERROR connect to 203.0.113.9:5061: Connection refused\n")
                        .connections())
                .isEmpty();
    }

    @Test
    void aMessageThatTheLineIsAboutIsToldOfAndNoConnection() {
        Reading reading = Reading.of("""
                2026-03-02 09:14:05.120 DEBUG sent to TCP 203.0.113.9:5060
                INVITE sip:bob@203.0.113.9:5060;transport=tcp SIP/2.0
                Via: SIP/2.0/TCP 198.51.100.4:5060;branch=z9hG4bK-first
                Max-Forwards: 70
                From: <sip:alice@example.com>;tag=a1
                To: <sip:bob@example.com>
                Call-ID: logged-1
                CSeq: 1 INVITE
                Content-Length: 0

                2026-03-02 09:14:05.141 ERROR tcpconn_connect(): 203.0.113.9:5060: Connection refused
                2026-03-02 09:14:05.142 ERROR tcp_send(): 203.0.113.9:5060: Connection refused
                """);

        assertThat(reading.undelivered()).hasSize(1);
        assertThat(reading.connections()).extracting(FailedConnection::kind).isEmpty();
    }

    @Test
    void aLineMayNameTheServerRightBeforeTheOneThatSaysWhy() {
        assertThat(logWith(
                                "2026-03-02 09:14:05.141 ERROR: handle_tcpconn_ev(): connect 203.0.113.9:5061 failed",
                                "2026-03-02 09:14:05.141 ERROR: tm msg_send_buffer(): tcp_send failed: Connection refused (111)")
                        .failedConnections())
                .containsExactly("1 198.51.100.4 -> 203.0.113.9:5061 refused");
    }

    @Test
    void anAlertThatCameIsThatOfTheServer() {
        assertThat(logWith("2026-03-02 09:14:05.141 ERROR TLS connection to 203.0.113.9:5061: SSL_connect failed:"
                                + " sslv3 alert certificate expired")
                        .failedConnections())
                .containsExactly("1 198.51.100.4 -> 203.0.113.9:5061 tls-alert 45 by 203.0.113.9:5061");
    }

    @Test
    void aLineWithoutTheDayIsOfTheDayOfTheMessageBefore() {
        FailedConnection failure = logWith("09:14:05 ERROR connect to 203.0.113.9:5061: Connection refused")
                .connections()
                .get(0);

        assertThat(failure.last()).hasToString("2026-03-02T09:14:05.120Z");
    }

    @Test
    void whoTakesPartInEveryMessageWritesTheLog() {
        String invite = INVITE.substring(INVITE.indexOf("INVITE"));

        assertThat(Reading.of("2026/03/02 09:14:05.120000 192.0.2.10:5060 -> 198.51.100.4:5060\n" + invite
                                + "2026-03-02 09:14:05.141 ERROR connect to 203.0.113.9:5061: Connection refused\n"
                                + "2026/03/02 09:14:06.120000 192.0.2.11:5060 -> 198.51.100.4:5060\n"
                                + invite.replace("first", "second"))
                        .failedConnections())
                .containsExactly("1 198.51.100.4 -> 203.0.113.9:5061 refused");
    }
}
