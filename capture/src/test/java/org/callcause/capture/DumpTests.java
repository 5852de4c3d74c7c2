package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.callcause.dialog.CapturedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets printed as text: in hexadecimal digits, or taken apart. */
class DumpTests {

    @ParameterizedTest
    @CsvSource({"2024-01-02 10:11:12.123456,2024-01-02T10:11:12.123456Z", "12.123456,00:00:12.123456Z"})
    void whereTheDetailsTellNoTimeTheListBeforeThemDoes(String listed, String time) {
        String details = """
            No.     Time                          Source                Destination           Protocol Length Info
                393 %s    192.0.2.1             192.0.2.2             SIP      300    Request: OPTIONS sip:bob@example.com |

            Frame 393: 300 bytes on wire (2400 bits), 300 bytes captured (2400 bits)
            Internet Protocol Version 4, Src: 192.0.2.1, Dst: 192.0.2.2
            User Datagram Protocol, Src Port: 5060, Dst Port: 5080
            Session Initiation Protocol (OPTIONS)
                Request-Line: OPTIONS sip:bob@example.com SIP/2.0
                Message Header
                    Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
                    Call-ID: listed
                    CSeq: 1 OPTIONS

            """.formatted(listed);

        assertThat(Reading.of(details).only().time().toString()).endsWith(time);
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

    @Test
    void whatIsToldOfADumpIsNotToldOfTheNext() {
        String told = "2026-03-02 09:14:05.120 sent to 192.0.2.9:5060\n";
        String first = dump(Octets.text(Sip.invite("first")), "%04x   ", 1);
        String second = dump(Octets.text(Sip.invite("second")), "%04x   ", 1);

        Reading reading = Reading.of(told + first + "\n" + second);

        assertThat(reading.callIds()).containsExactly("first", "second");
        assertThat(reading.messages().get(0).to()).hasToString("192.0.2.9:5060");
        assertThat(reading.messages().get(1).to().host()).isNotEqualTo("192.0.2.9");
        assertThat(reading.messages().get(1).hasTime()).isFalse();
    }

    @Test
    void rowsWithoutNumbersAreADumpOnlyWhereBothSidesOfThemAgree() {
        String dump = unnumbered(Sip.invite("dumped"));

        assertThat(Reading.of(dump).texts()).containsExactly(Sip.invite("dumped"));
        assertThat(Reading.of(dump.replaceFirst("INVITE", "REFUSE") + "\n" + Sip.invite("written"))
                        .callIds())
                .containsExactly("written");
    }

    /** As ngrep -x prints it. */
    static String unnumbered(String text) {
        StringBuilder rows = new StringBuilder();
        for (int at = 0; at < text.length(); at += 16) {
            String row = text.substring(at, Math.min(text.length(), at + 16));
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < row.length(); i++) {
                digits.append(i == 8 ? "   " : "").append(String.format("%02x ", (int) row.charAt(i)));
            }
            rows.append(String.format("  %-54s%s\n", digits, row.replaceAll("[^ -~]", ".")));
        }
        return rows.toString();
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
}
