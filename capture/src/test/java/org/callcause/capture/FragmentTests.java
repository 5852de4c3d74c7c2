package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.Frames.ALICE;
import static org.callcause.capture.Frames.BOB;
import static org.callcause.capture.Frames.UDP;
import static org.callcause.capture.Frames.ipv4;
import static org.callcause.capture.Frames.ipv6;
import static org.callcause.capture.Frames.part;
import static org.callcause.capture.Frames.udp;
import static org.callcause.capture.Frames.udpPacket;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FragmentTests {

    private static final int RAW = 101;
    private static final int MORE = 0x2000;
    private static final byte[] DATAGRAM = udp(5060, 5060, Octets.text(Sip.longInvite("long")));
    private static final byte[] FIRST = fragment(7, 0, 1480, true);
    private static final byte[] LAST = fragment(7, 1480, DATAGRAM.length, false);

    private static byte[] fragment(int identification, int from, int to, boolean more) {
        return ipv4(ALICE, BOB, UDP, identification, from / 8 | (more ? MORE : 0), part(DATAGRAM, from, to));
    }

    @Test
    void fragmentsInOrderMakeOneMessage() {
        Reading reading = Reading.ofFrames(RAW, FIRST, LAST);

        assertThat(reading.texts()).containsExactly(Sip.longInvite("long"));
        assertThat(reading.only().time()).isEqualTo(Instant.ofEpochSecond(CaptureFiles.SECONDS, 1_000_000));
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void fragmentsInAnyOrderMakeOneMessage() {
        byte[] middle = fragment(7, 800, 1600, true);
        byte[] start = fragment(7, 0, 800, true);
        byte[] end = fragment(7, 1600, DATAGRAM.length, false);

        assertThat(Reading.ofFrames(RAW, end, start, middle).texts()).containsExactly(Sip.longInvite("long"));
    }

    @Test
    void fragmentsSeenTwiceMakeTwoSightings() {
        Reading reading = Reading.ofFrames(RAW, FIRST, LAST, LAST, FIRST);

        assertThat(reading.callIds()).containsExactly("long", "long");
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void fragmentsSeenTwiceOneByOneAreNoLoss() {
        Reading reading = Reading.ofFrames(RAW, FIRST, FIRST, LAST, LAST);

        assertThat(reading.callIds()).containsExactly("long");
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void packetsOfOtherIdentificationsAreKeptApart() {
        byte[] other = udp(5060, 5060, Octets.text(Sip.longInvite("other")));
        byte[] otherFirst = ipv4(ALICE, BOB, UDP, 8, MORE, part(other, 0, 1480));
        byte[] otherLast = ipv4(ALICE, BOB, UDP, 8, 1480 / 8, part(other, 1480, other.length));

        assertThat(Reading.ofFrames(RAW, FIRST, otherFirst, LAST, otherLast).callIds())
                .containsExactly("long", "other");
    }

    @Test
    void ipv6FragmentsMakeOneMessage() {
        byte[] first = Octets.of()
                .hex("1100 0001 00000009")
                .raw(part(DATAGRAM, 0, 1232))
                .bytes();
        byte[] last = Octets.of()
                .hex("1100")
                .word(1232)
                .hex("00000009")
                .raw(part(DATAGRAM, 1232, DATAGRAM.length))
                .bytes();

        assertThat(Reading.ofFrames(
                                RAW,
                                ipv6("2001:db8::1", "2001:db8::2", 44, first),
                                ipv6("2001:db8::1", "2001:db8::2", 44, last))
                        .texts())
                .containsExactly(Sip.longInvite("long"));
    }

    @Test
    void whatCameOfAnIncompleteMessageIsDeliveredAtTheEnd() {
        Reading reading = Reading.ofFrames(RAW, FIRST, udpPacket(Sip.invite("short")));

        assertThat(reading.callIds()).containsExactly("short", "long");
        assertThat(reading.messages().get(1).time()).isEqualTo(Instant.ofEpochSecond(CaptureFiles.SECONDS));
        assertThat(reading.summary().undecoded()).extracting(Undecoded::reason).containsExactly("incomplete-fragments");
    }

    @Test
    void anIncompleteMessageIsDeliveredOnceItsFragmentsAreOverdue() {
        byte[][] frames = new byte[3002][];
        frames[0] = FIRST;
        for (int i = 1; i < frames.length; i++) {
            frames[i] = udpPacket(Sip.invite("later-" + i));
        }

        Reading reading = Reading.ofFrames(RAW, frames);

        // One packet a millisecond: two seconds are over with the packet of index 2001.
        assertThat(reading.callIds().indexOf("long")).isEqualTo(2000);
    }

    @Test
    void aFragmentWithoutABeginningIsOnlyCounted() {
        Reading reading = Reading.ofFrames(RAW, LAST);

        assertThat(reading.messages()).isEmpty();
        assertThat(reading.summary().undecodedFrames()).isEqualTo(1);
    }

    @Test
    void fragmentsBeyondTheLargestPacketAreMalformed() {
        byte[] beyond = ipv4(ALICE, BOB, UDP, 7, 0x1FFF, new byte[200]);

        assertThat(Reading.ofFrames(RAW, beyond).summary().undecoded())
                .extracting(Undecoded::reason)
                .containsExactly("malformed-frame");
    }

    @Test
    void aFloodOfFirstFragmentsIsBounded() {
        byte[][] frames = IntStream.range(0, 3000)
                .mapToObj(i -> fragment(i, 0, 1480, true))
                .toArray(byte[][]::new);

        Reading reading = Reading.ofFrames(RAW, frames);

        assertThat(reading.messages()).hasSize(3000);
        assertThat(reading.summary().undecodedFrames()).isEqualTo(3000);
    }
}
