package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.Frames.ACK;
import static org.callcause.capture.Frames.ALICE;
import static org.callcause.capture.Frames.BOB;
import static org.callcause.capture.Frames.FIN;
import static org.callcause.capture.Frames.RST;
import static org.callcause.capture.Frames.SYN;
import static org.callcause.capture.Frames.TCP;
import static org.callcause.capture.Frames.ipv4;
import static org.callcause.capture.Frames.part;
import static org.callcause.capture.Frames.tcp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callcause.capture.hep.HepPackets;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Transport;
import org.junit.jupiter.api.Test;

class TcpStreamTests {

    private static final int RAW = 101;
    private static final long START = 0xFFFF_FF00L;

    private static byte[] syn() {
        return ipv4(ALICE, BOB, TCP, tcp(40_000, 7000, START - 1, SYN, new byte[0]));
    }

    /** A segment of a stream at so many bytes behind its start. */
    private static byte[] segment(int position, byte[] payload) {
        return segment(position, payload, ACK);
    }

    private static byte[] segment(int position, byte[] payload, int flags) {
        return ipv4(ALICE, BOB, TCP, tcp(40_000, 7000, START + position, flags, payload));
    }

    private static byte[] segment(byte[] stream, int from, int to) {
        return segment(from, part(stream, from, to));
    }

    private static byte[] acknowledgement(int position) {
        return ipv4(BOB, ALICE, TCP, tcp(7000, 40_000, 1, START + position, ACK, new byte[0]));
    }

    private static byte[] stream(String... messages) {
        return Octets.text(String.join("", messages));
    }

    @Test
    void aMessageInOneSegmentIsOneMessage() {
        CapturedMessage message = Reading.ofFrames(RAW, syn(), segment(0, stream(Sip.invite("one"))))
                .only();

        assertThat(message.transport()).isEqualTo(Transport.TCP);
        assertThat(message.from()).hasToString("192.0.2.1:40000");
        assertThat(message.to()).hasToString("192.0.2.2:7000");
    }

    @Test
    void hepInAStreamTellsWhatItsAgentSaw() {
        byte[] packet = HepPackets.usualPacket();
        byte[] stream = Octets.of().raw(packet, packet).bytes();

        Reading reading = Reading.ofFrames(RAW, syn(), segment(stream, 0, 60), segment(stream, 60, stream.length));

        assertThat(reading.callIds()).containsExactly("hep-1", "hep-1");
        assertThat(reading.messages().get(1).from()).hasToString("192.0.2.1:5070");
        assertThat(reading.messages().get(1).time()).isEqualTo(Instant.parse("2020-09-13T12:26:40.250Z"));
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void severalMessagesInOneSegmentAreToldApart() {
        byte[] stream = stream(Sip.invite("one"), "\r\n\r\n", Sip.request("INFO", "two", "body"), Sip.invite("three"));

        assertThat(Reading.ofFrames(RAW, segment(0, stream)).callIds()).containsExactly("one", "two", "three");
    }

    @Test
    void aMessageOverManySegmentsHasTheTimeOfTheLast() {
        byte[] stream = stream(Sip.longInvite("long"));
        List<byte[]> frames = new ArrayList<>();
        frames.add(syn());
        for (int from = 0; from < stream.length; from += 100) {
            frames.add(segment(stream, from, Math.min(stream.length, from + 100)));
        }

        Reading reading = Reading.ofFrames(RAW, frames.toArray(byte[][]::new));

        assertThat(reading.texts()).containsExactly(Sip.longInvite("long"));
        assertThat(reading.only().time())
                .isEqualTo(Instant.ofEpochSecond(CaptureFiles.SECONDS, (frames.size() - 1) * 1_000_000L));
    }

    @Test
    void aStreamThatArrivesByteByByteIsRead() {
        byte[] stream = stream(Sip.invite("slow"), Sip.invite("slower"));
        List<byte[]> frames = new ArrayList<>(List.of(syn()));
        for (int i = 0; i < stream.length; i++) {
            frames.add(segment(stream, i, i + 1));
        }

        assertThat(Reading.ofFrames(RAW, frames.toArray(byte[][]::new)).callIds())
                .containsExactly("slow", "slower");
    }

    @Test
    void segmentsOutOfOrderAreSorted() {
        byte[] stream = stream(Sip.invite("one"), Sip.invite("two"), Sip.invite("three"));

        Reading reading = Reading.ofFrames(
                RAW,
                syn(),
                segment(stream, 400, 600),
                segment(stream, 200, 400),
                segment(stream, 0, 200),
                segment(stream, 600, stream.length));

        assertThat(reading.callIds()).containsExactly("one", "two", "three");
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void retransmittedAndOverlappingSegmentsAreReadOnce() {
        byte[] stream = stream(Sip.invite("one"), Sip.invite("two"));

        Reading reading = Reading.ofFrames(
                RAW,
                segment(stream, 0, 300),
                segment(stream, 0, 300),
                segment(stream, 150, 400),
                segment(stream, 100, 200),
                segment(stream, 350, stream.length));

        assertThat(reading.texts()).containsExactly(Sip.invite("one"), Sip.invite("two"));
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void aCaptureThatBeginsInTheMiddleOfAMessageBeginsWithTheNext() {
        byte[] stream = stream(Sip.longInvite("lost"), Sip.invite("found"));
        byte[] frame = ipv4(ALICE, BOB, TCP, tcp(40_000, 5060, 1, ACK, part(stream, 1000, stream.length)));

        assertThat(Reading.ofFrames(RAW, frame).callIds()).containsExactly("found");
    }

    @Test
    void behindALostSegmentReadingGoesOnWithTheNextMessage() {
        byte[] stream = stream(Sip.invite("one"), Sip.longInvite("torn"), Sip.invite("three"), Sip.invite("four"));
        int tornAt = Sip.invite("one").length();

        Reading reading = Reading.ofFrames(
                RAW,
                segment(stream, 0, tornAt + 1000),
                segment(stream, tornAt + 2000, stream.length),
                acknowledgement(stream.length));

        assertThat(reading.callIds()).containsExactly("one", "torn", "three", "four");
        assertThat(reading.texts().get(1)).isEqualTo(Sip.longInvite("torn").substring(0, 1000));
        assertThat(reading.summary().undecoded())
                .extracting(Undecoded::reason)
                .containsExactly("tcp-gap", "incomplete-message");
    }

    @Test
    void aGapThatNobodyAcknowledgesIsGivenUpInTheEnd() {
        byte[] stream = stream(Sip.invite("one"), Sip.invite("lost"), Sip.invite("three"));
        int lostAt = Sip.invite("one").length();
        int thirdAt = lostAt + Sip.invite("lost").length();

        Reading reading = Reading.ofFrames(RAW, segment(stream, 0, lostAt), segment(stream, thirdAt, stream.length));

        assertThat(reading.callIds()).containsExactly("one", "three");
        assertThat(reading.summary().undecodedFrames()).isEqualTo(1);
    }

    @Test
    void aStreamThatEndsInAMessageDeliversItsBeginning() {
        byte[] stream = stream(Sip.longInvite("cut"));

        Reading reading = Reading.ofFrames(RAW, segment(0, part(stream, 0, 900), ACK | FIN));

        assertThat(reading.callIds()).containsExactly("cut");
        assertThat(reading.summary().undecoded()).extracting(Undecoded::reason).containsExactly("incomplete-message");
    }

    @Test
    void aNewConnectionOnTheSamePortsStartsAnew() {
        byte[] first = stream(Sip.longInvite("cut"));
        byte[] again = ipv4(ALICE, BOB, TCP, tcp(40_000, 7000, 77, SYN, new byte[0]));
        byte[] second = ipv4(ALICE, BOB, TCP, tcp(40_000, 7000, 78, ACK, stream(Sip.invite("new"))));

        Reading reading =
                Reading.ofFrames(RAW, segment(0, part(first, 0, 900)), segment(900, new byte[0], RST), again, second);

        assertThat(reading.callIds()).containsExactly("cut", "new");
    }

    @Test
    void streamsOfOtherProtocolsAreNoLoss() {
        byte[] web = Octets.text("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n");

        Reading reading = Reading.ofFrames(RAW, syn(), segment(0, web), segment(web.length, new byte[500]));

        assertThat(reading.messages()).isEmpty();
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void twoDirectionsAreTwoStreams() {
        byte[] answer = ipv4(BOB, ALICE, TCP, tcp(7000, 40_000, 9, ACK, stream(Sip.response("200 OK", "both"))));

        Reading reading = Reading.ofFrames(RAW, segment(0, stream(Sip.invite("both"))), answer);

        assertThat(reading.messages())
                .extracting(message -> message.from().host())
                .containsExactly(ALICE, BOB);
    }

    @Test
    void aFloodOfConnectionsIsBounded() {
        List<byte[]> frames = new ArrayList<>();
        byte[] beginning = part(stream(Sip.longInvite("half")), 0, 600);
        for (int i = 0; i < 20_000; i++) {
            frames.add(ipv4("10.0." + (i >> 8) + "." + (i & 0xFF), BOB, TCP, tcp(40_000, 5060, 1, ACK, beginning)));
        }

        Reading reading = Reading.ofFrames(RAW, frames.toArray(byte[][]::new));

        assertThat(reading.messages()).hasSize(20_000);
        assertThat(reading.summary().undecoded())
                .extracting(Undecoded::reason)
                .containsExactly("tcp-evicted", "incomplete-message");
    }

    @Test
    void encryptedSipIsNamedWithItsPort() {
        byte[] record = Octets.of().hex("170303 0020").zeros(32).bytes();
        byte[] two = Octets.of().raw(record, record).bytes();

        Reading reading = Reading.ofFrames(
                RAW,
                ipv4(ALICE, BOB, TCP, tcp(40_000, 5061, 1, ACK, two)),
                ipv4(BOB, ALICE, TCP, tcp(5061, 40_000, 1, ACK, record)));

        assertThat(reading.messages()).isEmpty();
        assertThat(reading.losses())
                .containsExactly("encrypted SIP on port 5061, 3 records: get it in clear from the server");
        assertThat(reading.summary().undecodedFrames()).isEqualTo(3);
    }

    @Test
    void encryptionOnOtherPortsIsNamedButNotCountedAsLost() {
        byte[] record = Octets.of().hex("160301 0020").zeros(32).bytes();

        Reading reading = Reading.ofFrames(RAW, ipv4(ALICE, BOB, TCP, tcp(40_000, 443, 1, ACK, record)));

        assertThat(reading.losses())
                .containsExactly(
                        "encrypted traffic on port 443, 1 record: if SIP is inside, get it in clear from the server");
        assertThat(reading.summary().undecodedFrames()).isZero();
    }
}
