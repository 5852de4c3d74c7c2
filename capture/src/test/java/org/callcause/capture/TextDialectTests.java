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

/** What the lines before a message tell, in the dialects of the tools that write them. */
class TextDialectTests {

    private static final String UNKNOWN = "unknown";

    @ParameterizedTest(name = "{0}")
    @MethodSource("announcements")
    void theAnnouncementTellsTimeEndsAndTransport(
            String announcement, String time, String from, String to, Transport transport) {
        CapturedMessage message =
                Reading.of(announcement + "\n" + lineFeeds(Sip.invite("told"))).only();

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

    @Test
    void packetDetailsOfTsharkArePutTogetherAgain() {
        String details = """
            Frame 1: 300 bytes on wire (2400 bits), 300 bytes captured (2400 bits)
                Arrival Time: Jan  2, 2024 10:11:12.123456000 UTC
            Ethernet II, Src: 02:00:00:00:00:01, Dst: 02:00:00:00:00:02
            Internet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2
            User Datagram Protocol, Src Port: 5060, Dst Port: 5080
            Session Initiation Protocol (INVITE)
                Request-Line: INVITE sip:bob@example.com SIP/2.0
                    Method: INVITE
                Message Header
                    Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
                        Transport: UDP
                    Call-ID: details
                    [Generated Call-ID: details]
                    CSeq: 1 INVITE
                        Sequence Number: 1
                    Content-Type: application/sdp
                    Content-Length: 29
                Message Body
                    Session Description Protocol
                        Session Description Protocol Version (v): 0
                        Session Name (s): a (b): c
                        Media Attribute (a): sendrecv

            """;

        CapturedMessage message = Reading.of(details).only();

        assertThat(message.time()).isEqualTo(Instant.parse("2024-01-02T10:11:12.123456Z"));
        assertThat(message.from()).hasToString("192.0.2.1:5060");
        assertThat(message.to()).hasToString("192.0.2.2:5080");
        assertThat(message.message().text()).isEqualTo("""
            INVITE sip:bob@example.com SIP/2.0\r
            Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r
            Call-ID: details\r
            CSeq: 1 INVITE\r
            Content-Type: application/sdp\r
            Content-Length: 29\r
            \r
            v=0\r
            s=a (b): c\r
            a=sendrecv\r
            """);
    }

    @Test
    void hexadecimalDumpsOfTcpdumpAndTsharkAreDecoded() {
        byte[] packet = Frames.udpPacket(Sip.invite("dumped"));
        String tcpdump = "10:11:12.5 IP 192.0.2.1.5060 > 192.0.2.2.5060: SIP\n" + dump(packet, "\t0x%04x:  ", 2);
        String tshark = "Frame (500 bytes):\n" + dump(Frames.ethernet(0x0800, packet), "%04x  ", 1)
                + "Reassembled IPv4 (480 bytes):\n" + dump(packet, "%04x  ", 1);

        assertThat(Reading.of(tcpdump).only().time()).isEqualTo(Instant.parse("1970-01-01T10:11:12.500Z"));
        assertThat(Reading.of(tcpdump).texts()).containsExactly(Sip.invite("dumped"));
        assertThat(Reading.of(tshark).texts()).containsExactly(Sip.invite("dumped"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "12",
                "123",
                "1234",
                "12345",
                "123456",
                "1234567",
                "12345678",
                "123456789",
                "1234567890",
                "12345678901",
                "123456789012",
                "1234567890123",
                "12345678901234",
                "123456789012345"
            })
    void theDotsThatADumpShowsForLineEndsAreNone(String shift) {
        String message = Sip.invite("dumped" + shift).replace("INVITE sip:", "INVITE sip:" + shift);
        String tshark = dump(Frames.ethernet(0x0800, Frames.udpPacket(message)), "%04x  ", 1);

        assertThat(Reading.of(tshark).texts()).containsExactly(message);
    }

    @Test
    void dumpsOfOtherToolsAreDecoded() {
        byte[] packet = Frames.ethernet(0x0800, Frames.udpPacket(Sip.invite("dumped")));
        String gap = dump(packet, "%08x  ", 1).replaceAll("(?m)^(\\w{8}  (?:\\w\\w ){8})(?=\\w\\w )", "$1 ");
        StringBuilder k12 =
                new StringBuilder("+---------+---------------+----------+\n10:11:12,500,000   ETHER\n|0   |");
        for (byte octet : packet) {
            k12.append(String.format("%02x|", octet));
        }

        assertThat(Reading.of(gap).texts()).containsExactly(Sip.invite("dumped"));
        assertThat(Reading.of(dump(packet, "%06x ", 1)).texts()).containsExactly(Sip.invite("dumped"));
        assertThat(Reading.of(k12 + "\n\n").only().time()).isEqualTo(Instant.parse("1970-01-01T10:11:12.500Z"));
        assertThat(Reading.of(dump(Octets.text(Sip.invite("dumped")), "%04x   ", 1))
                        .texts())
                .containsExactly(Sip.invite("dumped"));
    }

    private static String dump(byte[] bytes, String offset, int group) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < bytes.length; line += 16) {
            text.append(String.format(offset, line));
            StringBuilder characters = new StringBuilder();
            for (int i = line; i < Math.min(bytes.length, line + 16); i++) {
                text.append(String.format("%02x", bytes[i])).append((i - line + 1) % group == 0 ? " " : "");
                characters.append(bytes[i] > ' ' ? (char) bytes[i] : '.');
            }
            text.append("  ").append(characters).append('\n');
        }
        return text.toString();
    }

    private static String lineFeeds(String sip) {
        return sip.replace("\r\n", "\n");
    }
}
