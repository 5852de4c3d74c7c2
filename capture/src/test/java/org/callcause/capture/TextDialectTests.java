package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.PartialTime;
import org.callcause.dialog.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lines before a message tell of it. */
class TextDialectTests {

    private static final String UNKNOWN = "unknown";

    @ParameterizedTest(name = "{0}")
    @MethodSource("announcements")
    void theAnnouncementTellsTimeEndsAndTransport(
            String announcement, String time, String from, String to, Transport transport) {
        CapturedMessage message = Reading.of(announcement + "\n" + Sip.lineFeeds(Sip.invite("told")))
                .only();

        assertThat(message.hasTime()).isEqualTo(!time.isEmpty());
        if (!time.isEmpty()) {
            assertThat(message.time()).isEqualTo(Instant.parse(time));
        }
        assertThat(message.isFromInferred() ? UNKNOWN : message.from().toString())
                .isEqualTo(from);
        assertThat(message.isToInferred() ? UNKNOWN : message.to().toString()).isEqualTo(to);
        assertThat(message.transport()).isEqualTo(transport);
    }

    static Stream<Arguments> announcements() {
        String alice = "192.0.2.1:5060";
        String bob = "192.0.2.2:5080";
        return Stream.of(
                Arguments.of(
                        "U 2023/05/06 07:08:09.101112 192.0.2.1:5060 -> 192.0.2.2:5080 #1",
                        "2023-05-06T07:08:09.101112Z",
                        alice,
                        bob,
                        Transport.UDP),
                Arguments.of(
                        "T 2023/05/06 07:08:09.101112 192.0.2.1:5060 -> 192.0.2.2:5080 [AP] #1",
                        "2023-05-06T07:08:09.101112Z",
                        alice,
                        bob,
                        Transport.TCP),
                Arguments.of("U 192.0.2.1:5060 -> 192.0.2.2:5080 #1", "", alice, bob, Transport.UDP),
                Arguments.of("[0:5060]->192.0.2.2:5080", "", UNKNOWN, bob, Transport.UDP),
                Arguments.of("[0:5060]<<192.0.2.1:5060", "", alice, UNKNOWN, Transport.UDP),
                // The terminal was not wide enough for the port.
                Arguments.of(
                        "<--- Transmitting SIP request (640 bytes) to UDP:192.0.2.2:50\n80 --->",
                        "",
                        UNKNOWN,
                        UNKNOWN,
                        Transport.UDP),
                Arguments.of(
                        "2024/01/02 10:11:12.123456 192.0.2.1:5060 -> 192.0.2.2:5080",
                        "2024-01-02T10:11:12.123456Z",
                        alice,
                        bob,
                        Transport.UDP),
                Arguments.of(
                        "11:12:13.141 192.0.2.1:5060 -> 192.0.2.2:5080 (TCP)",
                        "1970-01-01T11:12:13.141Z",
                        alice,
                        bob,
                        Transport.TCP),
                Arguments.of(
                        "10:00:00.000#\nTLS 192.0.2.1:5060 -> 192.0.2.2:5080",
                        "1970-01-01T10:00:00Z",
                        alice,
                        bob,
                        Transport.TLS),
                Arguments.of(
                        "2023-02-03 04:05:06.070809 [agent 77]: SENDING: Packet 12, +0:00:03.141592\n"
                                + "192.0.2.1:5060 -(SIP over TLS)-> 192.0.2.2:5080",
                        "2023-02-03T04:05:06.070809Z",
                        alice,
                        bob,
                        Transport.TLS),
                Arguments.of(
                        "[10:11:12 DBG] Request sent: udp:192.0.2.1:5060->udp:192.0.2.2:5080",
                        "1970-01-01T10:11:12Z",
                        alice,
                        bob,
                        Transport.UDP),
                Arguments.of(
                        "[10:11:12 DBG] Received: udp:192.0.2.2:5080<-udp:192.0.2.1:5060: INVITE",
                        "1970-01-01T10:11:12Z",
                        alice,
                        bob,
                        Transport.UDP),
                Arguments.of(
                        "07:08:09.101112 IP 192.0.2.1.5060 > 192.0.2.2.5080: SIP: INVITE",
                        "1970-01-01T07:08:09.101112Z",
                        alice,
                        bob,
                        Transport.UDP),
                Arguments.of(
                        "2024-01-02T10:11:12.5+02:00 [2001:db8::1]:5060 => [2001:db8::2]:5080 udp",
                        "2024-01-02T08:11:12.500Z",
                        "[2001:db8::1]:5060",
                        "[2001:db8::2]:5080",
                        Transport.UDP),
                Arguments.of(
                        "recv 512 bytes from udp/[192.0.2.1]:5060 at 04:05:06.070809:\n" + "-".repeat(72),
                        "1970-01-01T04:05:06.070809Z",
                        alice,
                        UNKNOWN,
                        Transport.UDP),
                Arguments.of(
                        "send 512 bytes to tls/[2001:db8::2]:5061 at 04:05:06.070809:",
                        "1970-01-01T04:05:06.070809Z",
                        UNKNOWN,
                        "[2001:db8::2]:5061",
                        Transport.TLS),
                Arguments.of("<--- SIP read from UDP:192.0.2.1:5060 --->", "", alice, UNKNOWN, Transport.UDP),
                Arguments.of(
                        "<--- SIP read from WS:[2001:db8::1]:5060 --->",
                        "",
                        "[2001:db8::1]:5060",
                        UNKNOWN,
                        Transport.WS),
                Arguments.of("Reliably Transmitting (NAT) to 192.0.2.2:5080:", "", UNKNOWN, bob, Transport.UDP),
                Arguments.of("Retransmitting #2 (no NAT) to 192.0.2.2:5080:", "", UNKNOWN, bob, Transport.UDP),
                Arguments.of(
                        "[Mar  4 10:00:00] <--- Received SIP request (640 bytes) from TCP:192.0.2.1:5060 --->",
                        "1972-03-04T10:00:00Z",
                        alice,
                        UNKNOWN,
                        Transport.TCP),
                Arguments.of(
                        "<--- Transmitting SIP response (420 bytes) to UDP:192.0.2.2:5080 --->",
                        "",
                        UNKNOWN,
                        bob,
                        Transport.UDP),
                Arguments.of(
                        "10:00:00.090  pjsua_core.c  ...TX 333 bytes Request msg ACK/cseq=7 (tdta0x1f) to TCP"
                                + " 192.0.2.2:5080:",
                        "1970-01-01T10:00:00.090Z",
                        UNKNOWN,
                        bob,
                        Transport.TCP),
                Arguments.of(
                        "10:00:00.090  pjsua_core.c  .RX 333 bytes Response msg 200/INVITE (rdata0x9) from UDP"
                                + " 192.0.2.1:5060:",
                        "1970-01-01T10:00:00.090Z",
                        alice,
                        UNKNOWN,
                        Transport.UDP),
                Arguments.of(
                        "10:00:00.000 192.0.2.2 local0.notice [S=1] ---- Outgoing SIP Message to sbc.example.com:5061"
                                + " from SIPInterface #1 TLS",
                        "1970-01-01T10:00:00Z",
                        UNKNOWN,
                        "sbc.example.com:5061",
                        Transport.TLS),
                Arguments.of("""
                    ----------------------------------------------- 2022-03-04 05:06:07.080910
                    TCP message sent (600 bytes):
                    """, "2022-03-04T05:06:07.080910Z", UNKNOWN, UNKNOWN, Transport.TCP),
                Arguments.of(
                        "DEBUG | 20230203-040506.789 | test | Stack.cxx:42 | SEND:\n",
                        "2023-02-03T04:05:06.789Z",
                        UNKNOWN,
                        UNKNOWN,
                        Transport.UDP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<--- SIP read from UDP:192.0.2.1:70000 --->",
                "<--- SIP read from UDP:192.0.2.1:506000 --->",
                "[Mar  4 10:00:00] <--- Received SIP request (640 bytes) from TCP:[2001:db8::1]:506000 --->",
                "recv 512 bytes from udp/[192.0.2.1]:99999 at 04:05:06.070809:",
                "Incoming SIP TCP message from 192.0.2.10 on port 506001 index 12 with 640 bytes:",
                "Received SIP message from 192.0.2.10:506001",
                "U 192.0.2.1:65536 -> 192.0.2.2:5080 #1",
                "192.0.2.1:5060 -> 192.0.2.2:506001",
                "INFO: <script>: received from udp:192.0.2.10:99999 to udp:192.0.2.1:506001",
                "fromip: udp:192.0.2.10:99999",
                "07:08:09.101112 IP 192.0.2.1.70000 > 192.0.2.2.5080: SIP: INVITE"
            })
    void aPortThatNoHostHasMakesNoAddress(String announcement) {
        CapturedMessage message = Reading.of(announcement + "\n" + Sip.lineFeeds(Sip.invite("told")))
                .only();

        assertThat(message.isFromInferred() && message.isToInferred()).isTrue();
        assertThat(message.from()).hasToString("192.0.2.1:5060");
        assertThat(message.to()).hasToString("example.com:5060");
    }

    @Test
    void whatNgrepMadeOfTheLineEndsIsUndone() {
        String body = "v=0\r\no=a 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n";
        String sent = Sip.request("MESSAGE", "dots", body).replace("text/plain", "application/sdp");
        String answer = Sip.response("200 OK", "dots");
        String printed = "U 2023/05/06 07:08:09.101112 192.0.2.1:5060 -> 192.0.2.2:5060 #1\n"
                + sent.replace("\r\n", ".\n")
                + "\nU 2023/05/06 07:08:10.101112 192.0.2.2:5060 -> 192.0.2.1:5060 #2\n"
                + answer.replace("\r\n", ".\n")
                + "\n";

        assertThat(Reading.of(printed).texts()).containsExactly(sent, answer);
    }

    @Test
    void anAnnouncementBelongsToTheNextMessageOnly() {
        String text = "10:00:00.000 192.0.2.1:5060 -> 192.0.2.2:5060\n" + Sip.invite("one") + Sip.invite("two");

        assertThat(Reading.of(text).messages())
                .extracting(CapturedMessage::isFromInferred)
                .containsExactly(false, true);
    }

    @Test
    void endsToldLongBeforeAMessageAreNotItsOwn() {
        String text =
                "10:00:00.000 192.0.2.1:5060 -> 192.0.2.2:5060\nso\nmuch\nother\ntext\nfollows\n" + Sip.invite("one");

        assertThat(Reading.of(text).only().isFromInferred()).isTrue();
        assertThat(Reading.of(text).only().hasTime()).isTrue();
    }

    @Test
    void datesWithoutYearsGoOnAfterNewYearAndKnowTheLeapDay() {
        String text = "Dec 31 23:59:59.5 192.0.2.1:5060 -> 192.0.2.2:5060\n" + Sip.invite("one")
                + "Jan  1 00:00:00.5 192.0.2.2:5060 -> 192.0.2.1:5060\n" + Sip.response("200 OK", "one");
        String leapDay = "Feb 29 10:00:00 192.0.2.1:5060 -> 192.0.2.2:5060\n" + Sip.invite("two");

        assertThat(Reading.of(text).messages())
                .extracting(CapturedMessage::time)
                .containsExactly(Instant.parse("1972-12-31T23:59:59.500Z"), Instant.parse("1973-01-01T00:00:00.500Z"))
                .allMatch(PartialTime::isPartial);
        assertThat(Reading.of(leapDay).only().time()).isEqualTo(Instant.parse("1972-02-29T10:00:00Z"));
    }

    @Test
    void timesWithoutDatesGoOnAfterMidnight() {
        String text = "23:59:59.5 192.0.2.1:5060 -> 192.0.2.2:5060\n" + Sip.invite("one")
                + "00:00:00.5 192.0.2.2:5060 -> 192.0.2.1:5060\n" + Sip.response("200 OK", "one");

        assertThat(Reading.of(text).messages())
                .extracting(CapturedMessage::time)
                .containsExactly(Instant.parse("1970-01-01T23:59:59.500Z"), Instant.parse("1970-01-02T00:00:00.500Z"));
    }
}
