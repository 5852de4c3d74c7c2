package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.Frames.ALICE;
import static org.callcause.capture.Frames.BOB;
import static org.callcause.capture.Frames.UDP;
import static org.callcause.capture.Frames.ethernet;
import static org.callcause.capture.Frames.ipv4;
import static org.callcause.capture.Frames.ipv6;
import static org.callcause.capture.Frames.udp;
import static org.callcause.capture.Frames.udpPacket;

import java.time.Instant;
import java.util.stream.Stream;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinkTypeTests {

    private static final byte[] PACKET = udpPacket(Sip.invite("link"));

    @Test
    void aFrameTellsTimeEndsAndTransportOfItsMessage() {
        CapturedMessage message = Reading.ofFrames(1, ethernet(0x0800, PACKET)).only();

        assertThat(message.index()).isEqualTo(1);
        assertThat(message.time()).isEqualTo(Instant.ofEpochSecond(CaptureFiles.SECONDS));
        assertThat(message.from()).isEqualTo(new Endpoint(ALICE, 5060));
        assertThat(message.to()).isEqualTo(new Endpoint(BOB, 5060));
        assertThat(message.transport()).isEqualTo(Transport.UDP);
        assertThat(message.message().text()).isEqualTo(Sip.invite("link"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("links")
    void everyLinkTypeLeadsToTheMessage(String name, int linkType, byte[] frame) {
        Reading reading = Reading.ofFrames(linkType, frame);

        assertThat(reading.callIds()).containsExactly("link");
        assertThat(reading.only().from()).isEqualTo(new Endpoint(ALICE, 5060));
        assertThat(reading.losses()).isEmpty();
    }

    static Stream<Arguments> links() {
        byte[] ppp = Octets.of().hex("0021").raw(PACKET).bytes();
        byte[] pppoe = Octets.of().hex("1100 0001").word(ppp.length).raw(ppp).bytes();
        byte[] vlan = Octets.of().hex("0064 0800").raw(PACKET).bytes();
        byte[] frame = ethernet(0x0800, PACKET);
        return Stream.of(
                Arguments.of("null, little-endian host", 0, prefixed("02000000")),
                Arguments.of("null, big-endian host", 0, prefixed("00000002")),
                Arguments.of("loop", 108, prefixed("00000002")),
                Arguments.of("raw", 101, PACKET),
                Arguments.of("raw of BSD/OS", 12, PACKET),
                Arguments.of("raw of OpenBSD", 14, PACKET),
                Arguments.of("IPv4", 228, PACKET),
                Arguments.of("Linux cooked", 113, prefixed("0000 0001 0006 020000000001 0000 0800")),
                Arguments.of("Linux cooked 2", 276, prefixed("0800 0000 00000002 0001 00 06 0200000000010000")),
                Arguments.of("PPP", 9, ppp),
                Arguments.of(
                        "PPP with address and control",
                        50,
                        Octets.of().hex("FF03").raw(ppp).bytes()),
                Arguments.of("PPP with a short protocol field", 9, prefixed("21")),
                Arguments.of("PPPoE", 51, pppoe),
                Arguments.of("PPPoE in Ethernet", 1, ethernet(0x8864, pppoe)),
                Arguments.of("Cisco HDLC", 104, prefixed("0F00 0800")),
                Arguments.of("VLAN", 1, ethernet(0x8100, vlan)),
                Arguments.of(
                        "VLAN in service VLAN",
                        1,
                        ethernet(0x88A8, Octets.of().hex("0065 8100").raw(vlan).bytes())),
                Arguments.of("two MPLS labels", 1, ethernet(0x8847, prefixed("00010040 00020140"))),
                Arguments.of(
                        "Ethernet in MPLS with control word",
                        1,
                        ethernet(
                                0x8847,
                                Octets.of().hex("00010140 00000000").raw(frame).bytes())),
                Arguments.of("LLC and SNAP", 1, ethernet(8 + PACKET.length, prefixed("AAAA03 000000 0800"))),
                Arguments.of(
                        "ERF Ethernet",
                        197,
                        Octets.of()
                                .zeros(8)
                                .octet(2)
                                .zeros(7)
                                .zeros(2)
                                .raw(frame)
                                .bytes()),
                Arguments.of(
                        "ERF Ethernet with an extension header",
                        197,
                        Octets.of()
                                .zeros(8)
                                .octet(0x82)
                                .zeros(7)
                                .zeros(8)
                                .zeros(2)
                                .raw(frame)
                                .bytes()),
                Arguments.of(
                        "ERF IPv4",
                        197,
                        Octets.of().zeros(8).octet(22).zeros(7).raw(PACKET).bytes()));
    }

    private static byte[] prefixed(String header) {
        return Octets.of().hex(header).raw(PACKET).bytes();
    }

    @Test
    void ipv6AddressesAreWrittenInTheirShortForm() {
        byte[] packet = ipv6("2001:db8:0:0:1:0:0:1", "::1", UDP, udp(5060, 5080, Octets.text(Sip.invite("six"))));

        CapturedMessage message = Reading.ofFrames(229, packet).only();

        assertThat(message.from()).hasToString("[2001:db8::1:0:0:1]:5060");
        assertThat(message.to()).hasToString("[::1]:5080");
    }

    @Test
    void ipv6ExtensionHeadersArePassedOver() {
        byte[] datagram = udp(5060, 5060, Octets.text(Sip.invite("extended")));
        byte[] options = Octets.of().octet(60).octet(0).zeros(6).bytes();
        byte[] moreOptions = Octets.of().octet(UDP).octet(1).zeros(14).bytes();
        byte[] packet = ipv6(
                "2001:db8::1",
                "2001:db8::2",
                0,
                Octets.of().raw(options, moreOptions, datagram).bytes());

        assertThat(Reading.ofFrames(101, packet).callIds()).containsExactly("extended");
    }

    @Test
    void paddingBehindTheIpPacketIsNotPartOfTheMessage() {
        byte[] padded = Octets.of().raw(PACKET).zeros(9).bytes();

        assertThat(Reading.ofFrames(101, padded).texts()).containsExactly(Sip.invite("link"));
    }

    @Test
    void aPacketWithoutLengthFromASegmentingCardIsReadToItsEnd() {
        byte[] packet = PACKET.clone();
        packet[2] = 0;
        packet[3] = 0;

        assertThat(Reading.ofFrames(101, packet).callIds()).containsExactly("link");
    }

    @Test
    void otherTrafficIsNoLoss() {
        byte[] rtp = ipv4(ALICE, BOB, UDP, udp(10_000, 20_000, Octets.hexadecimal("80000001000000000000000055")));
        byte[] dns = ipv4(ALICE, BOB, UDP, udp(53, 53, Octets.hexadecimal("123401000001000000000000")));
        byte[] addressResolution = ethernet(0x0806, new byte[28]);
        byte[] spanningTree = ethernet(38, Octets.of().hex("424203").zeros(35).bytes());

        Reading reading =
                Reading.ofFrames(1, ethernet(0x0800, rtp), ethernet(0x0800, dns), addressResolution, spanningTree);

        assertThat(reading.messages()).isEmpty();
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void anUnknownLinkTypeIsNamed() {
        Reading reading = Reading.ofFrames(147, PACKET, PACKET);

        assertThat(reading.losses())
                .containsExactly("frames of link type 147, 2 frames: capture on an Ethernet or \"any\" interface");
        assertThat(reading.summary().undecodedFrames()).isEqualTo(2);
    }

    @Test
    void headersThatEndTooEarlyAreCounted() {
        byte[] shortHeader = PACKET.clone();
        shortHeader[0] = 0x41;

        Reading reading = Reading.ofFrames(101, new byte[3], shortHeader, Frames.part(PACKET, 0, 24));

        assertThat(reading.messages()).isEmpty();
        assertThat(reading.summary().undecoded())
                .singleElement()
                .satisfies(loss -> assertThat(loss.reason()).isEqualTo("malformed-frame"))
                .satisfies(loss -> assertThat(loss.count()).isEqualTo(3));
    }

    @Test
    void aFrameThatNestsWithoutEndIsGivenUp() {
        byte[] packet = PACKET;
        for (int i = 0; i < 40; i++) {
            packet = ipv4(ALICE, BOB, 4, packet);
        }

        Reading reading = Reading.ofFrames(101, packet);

        assertThat(reading.messages()).isEmpty();
        assertThat(reading.summary().undecodedFrames()).isEqualTo(1);
    }

    @Test
    void wiresharksExportedMessagesKeepTheirEnds() {
        byte[] frame = Octets.of()
                .word(12)
                .word(4)
                .raw(Octets.text("sip\0"))
                .word(20)
                .word(4)
                .raw(Frames.address(ALICE))
                .word(21)
                .word(4)
                .raw(Frames.address(BOB))
                .word(24)
                .word(4)
                .doubleWord(2)
                .word(25)
                .word(4)
                .doubleWord(40_000)
                .word(26)
                .word(4)
                .doubleWord(5061)
                .doubleWord(0)
                .raw(Octets.text(Sip.invite("exported")))
                .bytes();

        CapturedMessage message = Reading.ofFrames(252, frame).only();

        assertThat(message.from()).isEqualTo(new Endpoint(ALICE, 40_000));
        assertThat(message.to()).isEqualTo(new Endpoint(BOB, 5061));
        assertThat(message.transport()).isEqualTo(Transport.TCP);
    }
}
