package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.dialog.TransportFailure;
import org.callcause.dialog.TransportFailure.Kind;
import org.callcause.message.SipMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs in which the element that wrote them says of a message that it could not send it. */
class UndeliveredLogTests {

    private static final String TCP = "SIP/2.0/TCP 192.0.2.10:5060";

    private static String invite(String via, String uri) {
        return """
                INVITE %s SIP/2.0
                Via: %s;branch=z9hG4bK-first
                Max-Forwards: 70
                From: <sip:alice@example.com>;tag=a1
                To: <sip:bob@example.com>
                Call-ID: undelivered-1
                CSeq: 4711 INVITE
                Content-Length: 0

                """.formatted(uri, via);
    }

    private static String answer(String status, String via) {
        return """
                SIP/2.0 %s
                Via: %s;branch=z9hG4bK-first
                From: <sip:alice@example.com>;tag=a1
                To: <sip:bob@example.com>;tag=b1
                Call-ID: undelivered-1
                CSeq: 4711 INVITE
                Content-Length: 0

                """.formatted(status, via);
    }

    /** What pjsua writes of an INVITE to 203.0.113.5 before it tries to send it. */
    private static String pjsua(String transport, int port) {
        return "09:14:05.120   pjsua_core.c  ....TX 955 bytes Request msg INVITE/cseq=4711 (tdta0x55d0) to " + transport
                + " 203.0.113.5:" + port + ":\n"
                + invite("SIP/2.0/" + transport + " 192.0.2.10:" + port, "sip:bob@example.com") + "--end msg--\n";
    }

    /** A log that tells that the element sent the INVITE, and where to. */
    private static String sent(String transport, int port) {
        return "2026-03-02 09:14:05.120 DEBUG sent to " + transport + " 203.0.113.5:" + port + "\n"
                + invite("SIP/2.0/" + transport + " 192.0.2.10:" + port, "sip:bob@example.com");
    }

    private static String browser() {
        return "Mon Mar 02 2026 09:14:05 GMT+0100 (CET) | sip.Transport | Sending WebSocket message:\n\n"
                + invite("SIP/2.0/WSS 3kf8.invalid", "sip:bob@example.com");
    }

    private static List<TransportFailure> failures(String log) {
        return Reading.of(log).failures();
    }

    private static TransportFailure only(String log) {
        List<TransportFailure> failures = failures(log);
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    private static Arguments line(Kind kind, String log, String line) {
        return Arguments.of(kind, log, line);
    }

    static Stream<Arguments> complaints() {
        return Stream.of(pjsipComplaints(), serverComplaints(), runtimeComplaints())
                .flatMap(all -> all);
    }

    private static Stream<Arguments> pjsipComplaints() {
        return Stream.of(
                line(
                        Kind.REFUSED,
                        pjsua("TCP", 5060),
                        "09:14:05.198  tcpc0x1099a0b28  TCP connect() error: [code=120111] peer: 203.0.113.5: Connection refused"),
                line(
                        Kind.REFUSED,
                        pjsua("TCP", 5060),
                        "09:14:05.198  tsx0x1099a0b28  ....Failed to send Request msg INVITE/cseq=4711 (tdta0x55d0)!"
                                + " err=120111 (Connection refused)"),
                line(
                        Kind.UNREACHABLE,
                        pjsua("TCP", 5060),
                        "09:14:08.198  pjsua_app.c  SIP TCP transport is disconnected from 203.0.113.5:5060: No route to"
                                + " host [status=120113]"),
                line(
                        Kind.TIMED_OUT,
                        pjsua("TCP", 5060),
                        "09:16:12.198  tsx0x1099a0b28  Temporary failure in sending Request msg INVITE/cseq=4711"
                                + " (tdta0x55d0), will try next server: Connection timed out"),
                line(
                        Kind.CERTIFICATE_REFUSED,
                        pjsua("TLS", 5061),
                        "09:14:05.309  tlsc0x55d222827818  TLS connect() error: [code=171173] peer: 203.0.113.5: SSL"
                                + " certificate verification error (PJSIP_TLS_ECERTVERIF)"),
                line(
                        Kind.TLS_FAILED,
                        pjsua("TLS", 5061),
                        "09:14:05.309  pjsua_app.c  SIP TLS transport is disconnected from 203.0.113.5:5061:"
                                + " <error:0A00010B:SSL routines::wrong version number>"),
                line(
                        Kind.NAME_NOT_RESOLVED,
                        pjsua("UDP", 5060),
                        "09:14:05.309  tsx0x1099a0b28  Failed to send Request msg INVITE/cseq=4711 (tdta0x55d0)!"
                                + " err=70018 (gethostbyname() says: Name or service not known)"));
    }

    private static Stream<Arguments> serverComplaints() {
        return Stream.of(
                line(
                        Kind.PROHIBITED,
                        "[Mar  2 09:14:05] VERBOSE[412] chan_sip.c: Transmitting (no NAT) to 203.0.113.5:5060:\n"
                                + invite("SIP/2.0/UDP 192.0.2.10:5060", "sip:bob@example.com") + "\n---\n",
                        "[Mar  2 09:14:05] WARNING[412] chan_sip.c: sip_xmit of 0x86be080 (len 955) to 203.0.113.5:5060"
                                + " returned -1: Operation not permitted"),
                line(
                        Kind.TOO_BIG,
                        sent("UDP", 5060),
                        "Mar  2 09:14:05 sip1 kamailio[412]: ERROR: <core> [core/udp_server.c:596]: udp_send():"
                                + " sendto(sock,0x7f5e,955,0,203.0.113.5:5060,16): Message too long(90)"),
                line(
                        Kind.TIMED_OUT,
                        sent("TCP", 5060),
                        "2026-03-02 09:14:15.120 ERROR: <core> [tcp_main.c:4258]: tcpconn_main_timeout(): connect"
                                + " 203.0.113.5:5060 failed (timeout)"),
                line(
                        Kind.PROHIBITED,
                        sent("UDP", 5060),
                        "2026-03-02 09:14:05.121 ERROR:core:proto_udp_send: sendto(sock,0x7ff8,955,0,0x7ff9,16):"
                                + " Operation not permitted(1) [203.0.113.5:5060]"),
                line(
                        Kind.UNREACHABLE,
                        sent("TCP", 5060),
                        "2026-03-02 09:14:05.121 CRITICAL: {1 4711 INVITE undelivered-1} tm [forward.h:292]:"
                                + " msg_send_buffer(): No route to host"),
                line(
                        Kind.REFUSED,
                        "send 955 bytes to udp/[203.0.113.5]:5060 at 09:14:05.120000:\n   " + "-".repeat(72) + "\n"
                                + invite("SIP/2.0/UDP 192.0.2.10:5060", "sip:bob@example.com")
                                        .indent(3) + "   "
                                + "-".repeat(72) + "\n",
                        "nta: INVITE (4711): Connection refused (111) with udp/[203.0.113.5]:5060"));
    }

    private static Stream<Arguments> runtimeComplaints() {
        return Stream.of(
                line(
                        Kind.REFUSED,
                        sent("TCP", 5060),
                        "2026-03-02 09:14:05.121 ERROR dial tcp 203.0.113.5:5060: connect: connection refused"),
                line(
                        Kind.CERTIFICATE_REFUSED,
                        sent("TLS", 5061),
                        "2026-03-02 09:14:05.180 ERROR write 203.0.113.5:5061: tls: failed to verify: x509: certificate"
                                + " signed by unknown authority"),
                line(
                        Kind.NAME_NOT_RESOLVED,
                        "2026-03-02 09:14:05.120 DEBUG sending request:\n" + invite(TCP, "sip:bob@sip.example.net"),
                        "2026-03-02 09:14:05.130 ERROR dial tcp: lookup sip.example.net: no such host"),
                line(
                        Kind.CONNECTION_LOST,
                        sent("TCP", 5060),
                        "2026-03-02 09:14:07.180 ERROR read tcp 192.0.2.10:40312->203.0.113.5:5060: read: connection reset"
                                + " by peer"),
                line(
                        Kind.UNREACHABLE,
                        sent("TCP", 5060),
                        "2026-03-02 09:14:05.180 WARN Error: connect EHOSTUNREACH 203.0.113.5:5060"),
                line(
                        Kind.NAME_NOT_RESOLVED,
                        "2026-03-02 09:14:05.120 DEBUG sending request:\n" + invite(TCP, "sip:bob@sip.example.net"),
                        "2026-03-02 09:14:05.130 ERROR java.net.UnknownHostException: sip.example.net"),
                line(
                        Kind.REFUSED,
                        "channel [0x55d0c8]: message sent to [TCP://203.0.113.5:5060], size: [955] bytes\n"
                                + invite(TCP, "sip:bob@example.com"),
                        "2026-03-02 09:14:05:130 [linphone/belle-sip] ERROR Cannot connect to"
                                + " [TCP://203.0.113.5:5060]: Connection refused"),
                line(
                        Kind.PROHIBITED,
                        "channel [0x55d0c8]: message sent to [UDP://203.0.113.5:5060], size: [955] bytes\n"
                                + invite("SIP/2.0/UDP 192.0.2.10:5060", "sip:bob@example.com"),
                        "2026-03-02 09:14:05:130 [linphone/belle-sip] ERROR channel [0x7162e1f3c0]: could not send UDP"
                                + " packet because [Operation not permitted]"),
                line(
                        Kind.CONNECTION_LOST,
                        "JsSIP:Transport sending message:\n\n"
                                + invite("SIP/2.0/WS 3kf8.invalid", "sip:bob@example.com") + "\n",
                        "JsSIP:WebSocketInterface WebSocket abrupt disconnection +0ms"),
                line(
                        Kind.CONNECTION_LOST,
                        browser(),
                        "Mon Mar 02 2026 09:14:06 GMT+0100 (CET) | sip.Transport | WebSocket closed"
                                + " wss://pbx.example.com:7443/wss (code: 1006)"));
    }

    @ParameterizedTest
    @MethodSource("complaints")
    void aLineSaysThatTheMessageBeforeItCouldNotBeSent(Kind kind, String log, String line) {
        TransportFailure failure = only(log + line + "\n");

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.message().callId()).contains("undelivered-1");
        assertThat(failure.words()).isEqualTo(line);
        assertThat(failure.reporter()).isEmpty();
    }

    static Stream<Arguments> otherComplaints() {
        return Stream.of(
                Arguments.of(
                        "a server sends to many",
                        sent("UDP", 5060),
                        "2026-03-02 09:14:05.121 ERROR:core:proto_udp_send: sendto(sock,0x7ff8,955,0,0x7ff9,16):"
                                + " Operation not permitted(1)"),
                Arguments.of(
                        "a server has connections to many",
                        pjsua("TCP", 5060),
                        "09:14:05.198  tcpc0x1099a0b28  TCP connect() error: Connection refused [code=120111]"),
                Arguments.of(
                        "the database is on the same host",
                        sent("TCP", 5060),
                        "2026-03-02 09:14:05.121 ERROR db_mysql: can't connect to 203.0.113.5:3306: Connection refused"),
                Arguments.of(
                        "a program of another port on the same host",
                        sent("TCP", 5060),
                        "2026-03-02 09:14:05.121 ERROR dial tcp 203.0.113.5:6379: connect: connection refused"),
                Arguments.of(
                        "nobody says what was refused",
                        sent("TCP", 5060),
                        "2026-03-02 09:14:05.121 ERROR worker: Connection refused"),
                Arguments.of(
                        "the host is named without what it was asked for",
                        sent("UDP", 5060),
                        "2026-03-02 09:14:05.121 ERROR licence: 203.0.113.5: Network is unreachable"),
                Arguments.of(
                        "RTP to the host that the call goes to",
                        sent("UDP", 5060),
                        "2026-03-02 09:14:05.121 WARNING res_rtp_asterisk.c: RTP transmission error of packet to"
                                + " 203.0.113.5:5060: Connection refused"),
                Arguments.of(
                        "a TURN server behind the same prefix",
                        sent("TCP", 5060),
                        "2026-03-02 09:14:05.121 turn_sock: TCP connect() error: Connection refused"),
                Arguments.of(
                        "TLS to another host",
                        pjsua("TLS", 5061),
                        "09:14:05.309  tlsc0x55d222827818  TLS connect() error: [code=171173] peer: 203.0.113.99: SSL"
                                + " certificate verification error (PJSIP_TLS_ECERTVERIF)"),
                Arguments.of(
                        "a host whose address begins alike",
                        sent("TCP", 5060),
                        "2026-03-02 09:14:05.121 ERROR dial tcp 203.0.113.50:5060: connect: connection refused"),
                Arguments.of(
                        "TLS, and the message went by UDP",
                        pjsua("UDP", 5060),
                        "09:14:05.309  tlsc0x55d222827818  TLS connect() error: SSL certificate verification error"),
                Arguments.of(
                        "another transaction",
                        pjsua("TCP", 5060),
                        "09:14:05.198  tsx0x1099a0b28  ....Failed to send Request msg OPTIONS/cseq=12 (tdta0x55d0)!"
                                + " err=120111 (Connection refused)"),
                Arguments.of(
                        "half an hour later",
                        sent("TCP", 5060),
                        "2026-03-02 09:44:05.121 ERROR dial tcp 203.0.113.5:5060: connect: connection refused"),
                Arguments.of(
                        "the records that a name need not have",
                        "2026-03-02 09:14:05.120 DEBUG sending request:\n" + invite(TCP, "sip:bob@sip.example.net"),
                        "2026-03-02 09:14:05.130 WARN SRV of sip.example.net: no such host"),
                Arguments.of(
                        "the page of a browser closes its WebSocket",
                        browser(),
                        "Mon Mar 02 2026 09:14:06 GMT+0100 (CET) | sip.Transport | WebSocket closed"
                                + " wss://pbx.example.com:7443/wss (code: 1000)"),
                Arguments.of(
                        "a WebSocket of another script",
                        browser(),
                        "chat.js:15 WebSocket closed wss://chat.example.com/ (code: 1006)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INFO peer 203.0.113.5:5060 reachable again, last error was connection refused",
                "INFO peer 203.0.113.5:5060 is reachable, connection refused 3 times",
                "INFO retrying 203.0.113.5:5060 after ECONNREFUSED: sent ok",
                "INFO 203.0.113.5:5060 was answering with connection refused before",
                "INFO connection refused by 203.0.113.5:5060 no longer, recovered",
                "INFO No route to host cached for 203.0.113.5:5060 cleared",
                "INFO send to 203.0.113.5:5060 succeeded after connection reset",
                "NOTICE syslog: 203.0.113.5:5060 closing, previous message repeated: connection reset",
                "DEBUG cannot resolve conflict for contact 203.0.113.5:5060",
            })
    void aLineAboutWhatIsOverOrTriedAgainSaysNothingOfTheMessage(String line) {
        assertThat(failures(sent("TCP", 5060) + "2026-03-02 09:14:05.121 " + line + "\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR could not resolve hostname: \"sip.example.net\"",
                "ERROR Failed to resolve 'sip.example.net'",
                "ERROR unable to resolve sip.example.net",
                "ERROR cannot resolve the remote address of sip.example.net",
                "ERROR name sip.example.net could not be resolved",
                "ERROR getaddrinfo EAI_AGAIN sip.example.net",
            })
    void aNameThatLeadsNowhereIsToldInManyWays(String line) {
        String log = "2026-03-02 09:14:05.120 DEBUG sending request:\n" + invite(TCP, "sip:bob@sip.example.net");

        assertThat(only(log + "2026-03-02 09:14:05.130 " + line + "\n").kind()).isEqualTo(Kind.NAME_NOT_RESOLVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR host 203.0.113.5:5060 is not reachable: no route to host",
                "ERROR connecting to 203.0.113.5:5060 was not successful: no route to host",
            })
    void thatSomethingDidNotSucceedIsAComplaint(String line) {
        assertThat(only(sent("TCP", 5060) + "2026-03-02 09:14:05.121 " + line + "\n")
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherComplaints")
    void aLineAboutSomethingElseSaysNothingOfTheMessage(String why, String log, String line) {
        assertThat(failures(log + line + "\n")).isEmpty();
    }

    @Test
    void whatAResponseCameForWasDelivered() {
        String trying =
                "2026-03-02 09:14:05.150 DEBUG received from TCP 203.0.113.5:5060\n" + answer("100 Trying", TCP);
        String reset = "2026-03-02 09:14:09.180 ERROR read tcp 203.0.113.5:5060: connection reset by peer\n";

        assertThat(failures(sent("TCP", 5060) + reset)).hasSize(1);
        assertThat(failures(sent("TCP", 5060) + trying + reset)).isEmpty();
    }

    @Test
    void aWebSocketThatIsLostAfterTheAnswerHasLostNoMessage() {
        String via = "SIP/2.0/WSS 3kf8.invalid";
        String received =
                "Mon Mar 02 2026 09:14:06 GMT+0100 (CET) | sip.Transport | Received WebSocket text message:\n\n";
        String sending = "Mon Mar 02 2026 09:14:06 GMT+0100 (CET) | sip.Transport | Sending WebSocket message:\n\n";
        String ack =
                invite(via, "sip:bob@example.com").replace("INVITE", "ACK").replace("z9hG4bK-first", "z9hG4bK-second");
        String lost = "Mon Mar 02 2026 09:14:07 GMT+0100 (CET) | sip.Transport | WebSocket closed"
                + " wss://pbx.example.com:7443/wss (code: 1006)\n";

        assertThat(failures(browser() + received + answer("200 OK", via) + lost))
                .isEmpty();
        assertThat(failures(browser() + received + answer("200 OK", via) + sending + ack + lost))
                .isEmpty();
    }

    @Test
    void whatTheElementReceivedItNeedNotSend() {
        String received = "2026-03-02 09:14:05.120 DEBUG received from TCP 203.0.113.5:5060\n"
                + invite("SIP/2.0/TCP 203.0.113.5:5060", "sip:bob@203.0.113.5:5060");

        assertThat(failures(
                        received + "2026-03-02 09:14:05.121 ERROR tcp 203.0.113.5:5060: connection reset by peer\n"))
                .isEmpty();
    }

    @Test
    void aConnectionBetweenTwoEndsDoesNotTellWhichOfThemSent() {
        String invite = "2026-03-02 09:14:05.120 203.0.113.5:40312 -> 192.0.2.1:5060\n"
                + invite("SIP/2.0/TCP 203.0.113.5:40312", "sip:bob@192.0.2.1:5060");
        String reset = "2026-03-02 09:14:06.120 ERROR: <core> [core/tcp_read.c:297]: tcp_read_data(): error reading:"
                + " Connection reset by peer (104) ([203.0.113.5]:40312 -> [192.0.2.1]:5060)\n";

        assertThat(failures(invite + reset)).isEmpty();
    }

    @Test
    void aResponseIsMeantWhereTheLineSaysSo() {
        String ok = "11:09:45.912  pjsua_core.c  TX 640 bytes Response msg 200/INVITE/cseq=4711 (tdta0x10) to UDP"
                + " 203.0.113.5:5060:\n"
                + answer("200 OK", "SIP/2.0/UDP 203.0.113.5:5060") + "--end msg--\n";
        String failed = "11:09:45.913  tsx0x1099a0b28  ....Failed to send Response msg 200/INVITE/cseq=4711 (tdta0x10)!"
                + " err=120101 (Network is unreachable)\n";

        TransportFailure failure = only(pjsua("UDP", 5060).replace("09:14", "11:09") + ok + failed);

        assertThat(failure.message().startLine()).isEqualTo("SIP/2.0 200 OK");
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void everyMessageThatIsSentAgainMayFailAgainAndIsToldOnce() {
        String xmit = "[Mar  2 09:14:05] WARNING[412] chan_sip.c: sip_xmit of 0x86be080 (len 955) to 203.0.113.5:5060"
                + " returned -1: Network is unreachable\n";
        String invite = "[Mar  2 09:14:05] VERBOSE[412] chan_sip.c: Transmitting (no NAT) to 203.0.113.5:5060:\n"
                + invite("SIP/2.0/UDP 192.0.2.10:5060", "sip:bob@example.com") + "\n---\n";

        assertThat(failures(invite + xmit + xmit + invite + xmit)).hasSize(2);
    }

    @Test
    void theLatestMessageToTheNamedEndIsMeantAndNotTheOneBeforeTheLine() {
        String other = sent("TCP", 5060).replace("203.0.113.5", "198.51.100.7").replace("undelivered-1", "other");
        String line = "2026-03-02 09:14:06.121 ERROR dial tcp 203.0.113.5:5060: connect: connection refused\n";

        assertThat(only(sent("TCP", 5060) + other + line).message().callId()).contains("undelivered-1");
    }

    @Test
    void ofTwoCallsWithOneNumberTheOneToTheNamedEndIsMeant() {
        String other = sent("UDP", 5060).replace("203.0.113.5", "198.51.100.7").replace("undelivered-1", "other");
        String line = "nta: INVITE (4711): Connection refused (111) with udp/[203.0.113.5]:5060\n";

        assertThat(only(sent("UDP", 5060) + other + line).message().callId()).contains("undelivered-1");
        assertThat(failures(other + line)).isEmpty();
    }

    @Test
    void aLongLogOfComplaintsIsReadInStep() {
        String line = "2026-03-02 09:14:06.121 ERROR dial tcp 203.0.113.9:5060: connect: connection refused\n";

        SipMessage message = only(sent("TCP", 5060)
                        + line.repeat(20_000)
                        + "2026-03-02 09:14:06.121 ERROR dial tcp 203.0.113.5:5060: connect: connection refused\n")
                .message();

        assertThat(message.callId()).contains("undelivered-1");
    }
}
