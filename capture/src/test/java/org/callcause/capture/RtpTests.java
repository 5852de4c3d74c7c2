package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.Frames.ALICE;
import static org.callcause.capture.Frames.BOB;
import static org.callcause.capture.Frames.UDP;
import static org.callcause.capture.Frames.ipv4;
import static org.callcause.capture.Frames.part;
import static org.callcause.capture.Frames.udp;
import static org.callcause.capture.Frames.udpPacket;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TransportFailure;
import org.junit.jupiter.api.Test;

class RtpTests {

    private static final int RAW = 101;
    private static final int ICMP = 1;
    private static final int HEADERS = 28;
    private static final Endpoint FROM = new Endpoint(ALICE, 40_000);
    private static final Endpoint TO = new Endpoint(BOB, 40_002);

    /** A header of RTP with this payload type, and twenty bytes. */
    private static byte[] rtp(int payloadType) {
        return media(0x80, payloadType);
    }

    private static byte[] media(int first, int second) {
        byte[] payload =
                Octets.of().octet(first).octet(second).raw(new byte[30]).bytes();
        return ipv4(ALICE, BOB, UDP, udp(FROM.port(), TO.port(), payload));
    }

    private static byte[] portUnreachable(byte[] quote) {
        byte[] error =
                Octets.of().octet(3).octet(3).word(0).doubleWord(0).raw(quote).bytes();
        return ipv4(BOB, ALICE, ICMP, error);
    }

    private static byte[][] frames(int count, byte[] frame) {
        byte[][] frames = new byte[count][];
        Arrays.fill(frames, frame);
        return frames;
    }

    private static byte[][] both(byte[][] some, byte[]... others) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray(byte[][]::new);
    }

    @Test
    void packetsAreCountedBetweenTheirSockets() {
        Reading reading = Reading.ofFrames(RAW, both(frames(50, rtp(8)), udpPacket(Sip.invite("one"))));

        assertThat(reading.rtp()).singleElement().satisfies(seen -> {
            assertThat(seen.from()).isEqualTo(FROM);
            assertThat(seen.to()).isEqualTo(TO);
            assertThat(seen.payloadType()).isEqualTo(OptionalInt.of(8));
            assertThat(seen.packets()).isEqualTo(50);
            assertThat(seen.length()).isEqualTo(Duration.ofMillis(49));
        });
        assertThat(reading.messages()).hasSize(1);
    }

    @Test
    void aLongStreamIsToldInPartsOfTwoSeconds() {
        Reading reading = Reading.ofFrames(RAW, frames(5_000, rtp(0)));

        assertThat(reading.rtp()).extracting(RtpStream::packets).containsExactly(2_000L, 2_000L, 1_000L);
    }

    @Test
    void whatEndedIsToldBeforeTheMessageThatComesTwoSecondsLater() {
        Reading reading = Reading.ofFrames(
                RAW, both(both(frames(10, rtp(0)), frames(2_500, udpPacket(Sip.invite("one")))), rtp(0)));

        assertThat(reading.rtp()).extracting(RtpStream::packets).containsExactly(10L, 1L);
    }

    @Test
    void eachPayloadTypeIsAStreamOfItsOwn() {
        Reading reading = Reading.ofFrames(RAW, rtp(0), rtp(101), rtp(0), rtp(0x80 | 101), rtp(13));

        assertThat(reading.rtp())
                .extracting(seen -> seen.payloadType().getAsInt() + ": " + seen.packets())
                .containsExactlyInAnyOrder("0: 2", "101: 2", "13: 1");
    }

    @Test
    void rtcpAndWhatHasAnotherVersionIsNoStream() {
        Reading reading = Reading.ofFrames(RAW, media(0x80, 200), media(0x81, 201), media(0x00, 0x01), media(0xC0, 0));

        assertThat(reading.rtp()).isEmpty();
    }

    @Test
    void whatAnIcmpErrorRefusesIsToldOfTheSocketsQuoted() {
        Reading reading = Reading.ofFrames(RAW, rtp(8), portUnreachable(part(rtp(8), 0, HEADERS)));

        assertThat(reading.rtp())
                .filteredOn(RtpStream::isRefused)
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.from()).isEqualTo(FROM);
                    assertThat(refused.to()).isEqualTo(TO);
                    assertThat(refused.refusal())
                            .contains(new RtpStream.Refusal(TransportFailure.Kind.REFUSED, new Endpoint(BOB, 0)));
                    assertThat(refused.payloadType()).isEmpty();
                });
    }

    @Test
    void refusedSipAndRtcpAreNotMedia() {
        byte[] invite = udpPacket(Sip.invite("one"));

        Reading reading = Reading.ofFrames(RAW, invite, portUnreachable(invite), portUnreachable(media(0x80, 200)));

        assertThat(reading.rtp()).isEmpty();
    }
}
