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

class TunnelTests {

    private static final String OUTER_SOURCE = "198.51.100.1";
    private static final String OUTER_DESTINATION = "198.51.100.2";
    private static final byte[] INNER = udpPacket(Sip.invite("inner"));
    private static final byte[] INNER_FRAME = ethernet(0x0800, INNER);

    @ParameterizedTest(name = "{0}")
    @MethodSource("tunnels")
    void theInnerPacketIsTheOneThatCounts(String name, byte[] packet) {
        Reading reading = Reading.ofFrames(101, packet);

        assertThat(reading.only().from()).isEqualTo(new Endpoint(ALICE, 5060));
        assertThat(reading.only().to()).isEqualTo(new Endpoint(BOB, 5060));
        assertThat(reading.losses()).isEmpty();
    }

    static Stream<Arguments> tunnels() {
        return Stream.of(
                Arguments.of("IPv4 in IPv4", outer(4, INNER)),
                Arguments.of("IPv4 in IPv6", ipv6("2001:db8::1", "2001:db8::2", 4, INNER)),
                Arguments.of("GRE", outer(47, prefixed("0000 0800", INNER))),
                Arguments.of(
                        "GRE with checksum, key and sequence",
                        outer(47, prefixed("B000 0800 00000000 00000001 00000002", INNER))),
                Arguments.of(
                        "PPP in GRE as PPTP sends it",
                        outer(47, prefixed("3081 880B 00200001 00000001 00000002 FF030021", INNER))),
                Arguments.of("Ethernet in GRE", outer(47, prefixed("0000 6558", INNER_FRAME))),
                Arguments.of("ERSPAN I", outer(47, prefixed("0000 88BE", INNER_FRAME))),
                Arguments.of("ERSPAN II", outer(47, prefixed("1000 88BE 00000001 1000000000000000", INNER_FRAME))),
                Arguments.of(
                        "ERSPAN III", outer(47, prefixed("1000 22EB 00000001 200000000000000000000000", INNER_FRAME))),
                Arguments.of("GTP-U", tunnelled(2152, prefixed("30FF 0000 00000001", INNER))),
                Arguments.of(
                        "GTP-U with an extension header",
                        tunnelled(2152, prefixed("34FF 0000 00000001 0000 00 85 01 1009 00", INNER))),
                Arguments.of("VXLAN", tunnelled(4789, prefixed("08000000 00000100", INNER_FRAME))),
                Arguments.of(
                        "authentication header",
                        ipv4(
                                ALICE,
                                BOB,
                                51,
                                prefixed(
                                        "1104 0000 00000001 00000001 000000000000000000000000",
                                        Frames.part(INNER, 20, INNER.length)))));
    }

    private static byte[] outer(int protocol, byte[] payload) {
        return ipv4(OUTER_SOURCE, OUTER_DESTINATION, protocol, payload);
    }

    private static byte[] tunnelled(int port, byte[] payload) {
        return outer(UDP, udp(40_000, port, payload));
    }

    private static byte[] prefixed(String header, byte[] payload) {
        return Octets.of().hex(header).raw(payload).bytes();
    }

    @Test
    void aHomerPacketTellsWhatItsAgentSaw() {
        byte[] sip = Octets.text(Sip.invite("homer"));
        byte[] chunks = Octets.of()
                .raw(chunk(1, new byte[] {2}), chunk(2, new byte[] {6}))
                .raw(chunk(3, Frames.address(ALICE)), chunk(4, Frames.address(BOB)))
                .raw(
                        chunk(7, Octets.of().word(5070).bytes()),
                        chunk(8, Octets.of().word(5080).bytes()))
                .raw(chunk(9, Octets.of().doubleWord(1_600_000_000).bytes()))
                .raw(chunk(10, Octets.of().doubleWord(250_000).bytes()))
                .raw(chunk(11, new byte[] {1}), chunk(15, sip))
                .bytes();
        byte[] packet = Octets.of()
                .raw(Octets.text("HEP3"))
                .word(6 + chunks.length)
                .raw(chunks)
                .bytes();

        CapturedMessage message = Reading.ofFrames(101, tunnelled(9060, packet)).only();

        assertThat(message.from()).isEqualTo(new Endpoint(ALICE, 5070));
        assertThat(message.to()).isEqualTo(new Endpoint(BOB, 5080));
        assertThat(message.transport()).isEqualTo(Transport.TCP);
        assertThat(message.time()).isEqualTo(Instant.parse("2020-09-13T12:26:40.250Z"));
    }

    private static byte[] chunk(int type, byte[] value) {
        return Octets.of().word(0).word(type).word(6 + value.length).raw(value).bytes();
    }

    @Test
    void sipOverSctpIsReadFromEachDataChunk() {
        byte[] sip = Octets.text(Sip.invite("sctp"));
        byte[] packet = Octets.of()
                .word(5060)
                .word(5062)
                .doubleWord(1)
                .doubleWord(0)
                .hex("0000 0007 000000")
                .zeros(1)
                .octet(0)
                .octet(3)
                .word(16 + sip.length)
                .zeros(12)
                .raw(sip)
                .bytes();
        // The first chunk is an empty DATA chunk of 7 bytes, padded to 8.
        CapturedMessage message =
                Reading.ofFrames(101, ipv4(ALICE, BOB, 132, packet)).only();

        assertThat(message.transport()).isEqualTo(Transport.SCTP);
        assertThat(message.to().port()).isEqualTo(5062);
    }
}
