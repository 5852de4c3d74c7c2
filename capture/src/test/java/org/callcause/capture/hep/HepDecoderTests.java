package org.callcause.capture.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.hep.HepPackets.SIP;
import static org.callcause.capture.hep.HepPackets.address;
import static org.callcause.capture.hep.HepPackets.text;
import static org.callcause.capture.hep.HepPackets.usual;
import static org.callcause.capture.hep.HepPackets.usualPacket;
import static org.callcause.capture.hep.HepPackets.v2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.callcause.capture.source.EndpointCache;
import org.callcause.dialog.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HepDecoderTests {

    private final HepDecoder decoder = new HepDecoder(Optional.empty());

    private HepOutcome decode(byte[] packet) {
        return decoder.decode(packet, 0, packet.length);
    }

    private String payload() {
        return new String(
                decoder.payloadBytes(),
                decoder.payloadStart(),
                decoder.payloadEnd() - decoder.payloadStart(),
                StandardCharsets.ISO_8859_1);
    }

    private String ends() {
        EndpointCache endpoints = new EndpointCache();
        return endpoints.of(decoder.sourceHigh(), decoder.sourceLow(), decoder.sourcePort()) + " to "
                + endpoints.of(decoder.destinationHigh(), decoder.destinationLow(), decoder.destinationPort());
    }

    @Test
    void version3TellsEverythingThatItsAgentSaw() {
        byte[] packet = usual().chunk(17, text("leg-a")).chunk(15, text(SIP)).bytes();

        assertThat(decode(packet)).isEqualTo(HepOutcome.PAYLOAD);
        assertThat(payload()).isEqualTo(SIP);
        assertThat(ends()).isEqualTo("192.0.2.1:5070 to 192.0.2.2:5080");
        assertThat(decoder.transport()).isEqualTo(Transport.UDP);
        assertThat(decoder.nanos()).isEqualTo(1_600_000_000_250_000_000L);
        assertThat(decoder.captureAgent()).isEqualTo(2_001);
        assertThat(decoder.correlationId()).hasValue("leg-a");
    }

    @Test
    void version3CarriesIpv6() {
        byte[] packet = HepPackets.v3()
                .chunk(1, 10)
                .chunk(2, 132)
                .chunk(5, address("2001:db8::1"))
                .chunk(6, address("2001:db8::2"))
                .chunk(7, 0x13, 0xC4)
                .chunk(8, 0x13, 0xC4)
                .chunk(15, text(SIP))
                .bytes();

        assertThat(decode(packet)).isEqualTo(HepOutcome.PAYLOAD);
        assertThat(ends()).isEqualTo("[2001:db8::1]:5060 to [2001:db8::2]:5060");
        assertThat(decoder.transport()).isEqualTo(Transport.SCTP);
        assertThat(decoder.nanos()).isEqualTo(HepDecoder.NO_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.2, false, 192.0.2.1:5070 to 192.0.2.2:5080",
        "192.0.2.1, 192.0.2.2, true, 192.0.2.1:5070 to 192.0.2.2:5080",
        "2001:db8::1, 2001:db8::2, false, [2001:db8::1]:5070 to [2001:db8::2]:5080"
    })
    void version2IsReadInEitherByteOrderOfItsTime(String from, String to, boolean bigEnd, String ends) {
        assertThat(decode(v2(from, to, bigEnd))).isEqualTo(HepOutcome.PAYLOAD);
        assertThat(payload()).isEqualTo(SIP);
        assertThat(ends()).isEqualTo(ends);
        assertThat(decoder.transport()).isEqualTo(Transport.TCP);
        assertThat(decoder.nanos()).isEqualTo(1_600_000_000_250_000_000L);
        assertThat(decoder.captureAgent()).isEqualTo(2_001);
    }

    @Test
    void version1HasNoTime() {
        byte[] second = v2("192.0.2.1", "192.0.2.2", false);
        byte[] first = new byte[second.length - 12];
        System.arraycopy(second, 0, first, 0, 16);
        System.arraycopy(second, 28, first, 16, second.length - 28);
        first[0] = 1;

        assertThat(decode(first)).isEqualTo(HepOutcome.PAYLOAD);
        assertThat(payload()).isEqualTo(SIP);
        assertThat(decoder.nanos()).isEqualTo(HepDecoder.NO_TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zlib", "gzip", "deflate"})
    void aCompressedPayloadIsUnpacked(String packing) throws IOException {
        byte[] packet = usual().chunk(16, packed(packing, text(SIP))).bytes();

        assertThat(decode(packet)).isEqualTo(HepOutcome.PAYLOAD);
        assertThat(payload()).isEqualTo(SIP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zlib", "gzip", "deflate"})
    void whatUnpacksToMoreThanAMessageIsRefused(String packing) throws IOException {
        byte[] bomb = packed(packing, new byte[20_000_000]);

        assertThat(decode(usual().chunk(16, bomb).bytes())).isEqualTo(HepOutcome.NOT_UNPACKED);
    }

    @Test
    void aDamagedCompressedPayloadIsRefused() {
        assertThat(decode(usual().chunk(16, 1, 2, 3, 4).bytes())).isEqualTo(HepOutcome.NOT_UNPACKED);
    }

    private static byte[] packed(String packing, byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var output = packing.equals("gzip")
                ? new GZIPOutputStream(packed)
                : new DeflaterOutputStream(packed, new Deflater(9, packing.equals("deflate")))) {
            output.write(content);
        }
        return packed.toByteArray();
    }

    @Test
    void onlyTheRightKeyOpens() {
        HepDecoder locked = new HepDecoder(Optional.of("secret"));
        byte[] right = usual().chunk(14, text("secret")).chunk(15, text(SIP)).bytes();
        byte[] wrong = usual().chunk(14, text("secre")).chunk(15, text(SIP)).bytes();
        byte[] second = v2("192.0.2.1", "192.0.2.2", false);

        assertThat(locked.decode(right, 0, right.length)).isEqualTo(HepOutcome.PAYLOAD);
        assertThat(locked.decode(wrong, 0, wrong.length)).isEqualTo(HepOutcome.WRONG_KEY);
        assertThat(locked.decode(usualPacket(), 0, usualPacket().length)).isEqualTo(HepOutcome.WRONG_KEY);
        assertThat(locked.decode(second, 0, second.length)).isEqualTo(HepOutcome.WRONG_KEY);
        assertThat(decode(wrong)).isEqualTo(HepOutcome.PAYLOAD);
    }

    @Test
    void whatIsNotSipIsSetAside() {
        byte[] rtcp = HepPackets.v3().chunk(11, 5).chunk(15, text("{}")).bytes();
        byte[] keepAlive = HepPackets.v3().chunk(11, 1).chunk(15).bytes();

        assertThat(decode(rtcp)).isEqualTo(HepOutcome.OTHER);
        assertThat(decode(keepAlive)).isEqualTo(HepOutcome.OTHER);
        assertThat(decode(HepPackets.v3().bytes())).isEqualTo(HepOutcome.OTHER);
    }

    @Test
    void chunksOfAVendorDoNotCountAsTheGenericOnes() {
        byte[] packet = usual().chunk(15, text(SIP))
                .chunk(3, 15, 9, text("foo"))
                .chunk(3, 4, 10, address("203.0.113.9"))
                .bytes();

        assertThat(decode(packet)).isEqualTo(HepOutcome.PAYLOAD);
        assertThat(payload()).isEqualTo(SIP);
        assertThat(ends()).isEqualTo("192.0.2.1:5070 to 192.0.2.2:5080");
    }

    @Test
    void lengthsThatLieAreRefused() {
        assertThat(decode(usual().chunk(15, text(SIP)).bytes(65_535))).isEqualTo(HepOutcome.MALFORMED);
        assertThat(decode(usual().chunk(15, text(SIP)).bytes(3))).isEqualTo(HepOutcome.MALFORMED);
        assertThat(decode(usual().chunk(0, 15, 65_535, text(SIP)).bytes())).isEqualTo(HepOutcome.MALFORMED);
        assertThat(decode(usual().chunk(0, 15, 0, text(SIP)).bytes())).isEqualTo(HepOutcome.MALFORMED);
        assertThat(decode(text("HEP"))).isEqualTo(HepOutcome.MALFORMED);
        assertThat(decode(text(SIP))).isEqualTo(HepOutcome.MALFORMED);
        assertThat(decode(new byte[0])).isEqualTo(HepOutcome.MALFORMED);
        assertThat(decode(Arrays.copyOf(v2("192.0.2.1", "192.0.2.2", false), 20)))
                .isEqualTo(HepOutcome.MALFORMED);
    }

    @Test
    void noBytesMakeItThrow() {
        Random random = new Random(4_711);
        byte[][] seeds = {usualPacket(), v2("192.0.2.1", "192.0.2.2", false), v2("2001:db8::1", "2001:db8::2", true)};
        for (int round = 0; round < 50_000; round++) {
            byte[] packet = seeds[round % seeds.length].clone();
            for (int change = random.nextInt(6); change >= 0; change--) {
                packet[random.nextInt(Math.min(packet.length, 130))] = (byte) random.nextInt();
            }
            int end = random.nextInt(packet.length + 1);
            if (decoder.decode(packet, 0, end) == HepOutcome.PAYLOAD) {
                assertThat(decoder.payloadStart()).isBetween(0, decoder.payloadEnd());
                assertThat(decoder.payloadEnd()).isLessThanOrEqualTo(decoder.payloadBytes().length);
                assertThat(decoder.correlationId()).isNotNull();
                assertThat(decoder.nanos()).isGreaterThanOrEqualTo(Long.MIN_VALUE);
            }
            assertThat(HepFraming.packetLength(packet, 0, end)).isBetween(HepFraming.NOT_HEP, end);
        }
    }
}
