package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.Frames.ALICE;
import static org.callcause.capture.Frames.BOB;
import static org.callcause.capture.Frames.UDP;
import static org.callcause.capture.Frames.ipv4;
import static org.callcause.capture.Frames.udp;

import org.callcause.dialog.Endpoint;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.MediaSignal.Kind;
import org.junit.jupiter.api.Test;

class MediaSignalTests {

    private static final int RAW = 101;
    private static final int FROM = 40_000;
    private static final int TO = 40_002;

    private static final byte[] USERNAME = {0, 6, 0, 5, 'a', ':', 'b', 'c', 'd', 0, 0, 0};
    private static final byte[] SOFTWARE = {(byte) 0x80, 0x22, 0, 3, 'a', 'b', 'c', 0};
    private static final byte[] ERROR_401 = {0, 9, 0, 4, 0, 0, 4, 1};

    private static byte[] packet(byte[] payload) {
        return ipv4(ALICE, BOB, UDP, udp(FROM, TO, payload));
    }

    private static byte[] stun(int type, byte[]... attributes) {
        Octets all = Octets.of();
        for (byte[] attribute : attributes) {
            all = all.raw(attribute);
        }
        byte[] body = all.bytes();
        return packet(Octets.of()
                .word(type)
                .word(body.length)
                .doubleWord(0x2112_A442)
                .raw(new byte[12])
                .raw(body)
                .bytes());
    }

    private static byte[] record(int content, int epoch, int... body) {
        Octets record = Octets.of()
                .octet(content)
                .word(0xFEFD)
                .word(epoch)
                .raw(new byte[6])
                .word(body.length);
        for (int octet : body) {
            record = record.octet(octet);
        }
        return record.bytes();
    }

    private static void assertSignals(Reading reading, String... expected) {
        assertThat(reading.signals())
                .extracting(seen -> seen.kind() + " " + seen.number() + " x" + seen.packets())
                .containsExactlyInAnyOrder(expected);
    }

    @Test
    void aCheckNamesTheUserThatItChecks() {
        Reading reading = Reading.ofFrames(RAW, stun(0x0001, SOFTWARE, USERNAME), stun(0x0001, USERNAME));

        assertThat(reading.signals()).singleElement().satisfies(seen -> {
            assertThat(seen.kind()).isEqualTo(Kind.CHECK);
            assertThat(seen.from()).isEqualTo(new Endpoint(ALICE, FROM));
            assertThat(seen.to()).isEqualTo(new Endpoint(BOB, TO));
            assertThat(seen.packets()).isEqualTo(2);
        });
    }

    @Test
    void aRequestForTheOwnAddressAndAKeepaliveAreNoChecks() {
        Reading reading = Reading.ofFrames(RAW, stun(0x0001, SOFTWARE), stun(0x0011), stun(0x0003, USERNAME));

        assertThat(reading.signals()).isEmpty();
    }

    @Test
    void whatAnswersAndWhatRefusesACheckIsTold() {
        Reading reading = Reading.ofFrames(RAW, stun(0x0101), stun(0x0111, ERROR_401), stun(0x0111));

        assertSignals(reading, "CHECK_ANSWERED 0 x1", "CHECK_REFUSED 401 x1", "CHECK_REFUSED 0 x1");
    }

    @Test
    void anotherCookieIsNoStun() {
        byte[] other = Octets.of().word(0x0101).word(0).raw(new byte[16]).bytes();

        assertThat(Reading.ofFrames(RAW, packet(other)).signals()).isEmpty();
    }

    @Test
    void theHandshakeIsToldByItsRecords() {
        byte[] flight = Octets.of()
                .raw(record(22, 0, 11, 0, 0))
                .raw(record(20, 0, 1))
                .raw(record(22, 1, 99, 99))
                .bytes();

        Reading reading = Reading.ofFrames(
                RAW,
                packet(record(22, 0, 1, 0)),
                packet(record(22, 0, 3, 0)),
                packet(record(22, 0, 2)),
                packet(flight));

        assertSignals(reading, "CLIENT_HELLO 0 x1", "SERVER_HELLO 0 x2", "DTLS_PROTECTED 0 x1");
    }

    @Test
    void underTheKeysOfVersion13TheHeaderIsAnother() {
        byte[] unified =
                Octets.of().octet(0x2E).word(7).word(20).raw(new byte[20]).bytes();

        assertSignals(Reading.ofFrames(RAW, packet(unified)), "DTLS_PROTECTED 0 x1");
    }

    @Test
    void onlyAFatalAlertThatCanBeReadIsTold() {
        Reading reading = Reading.ofFrames(
                RAW, packet(record(21, 0, 2, 42)), packet(record(21, 0, 1, 0)), packet(record(21, 1, 7, 7, 7)));

        assertSignals(reading, "DTLS_ALERT 42 x1");
        assertThat(reading.signals())
                .extracting(MediaSignal::toString)
                .allMatch(told -> told.contains(", 42, 1 packet"));
    }

    private static byte[] senderReport(int packets, byte[]... blocks) {
        Octets report = Octets.of()
                .octet(0x80 | blocks.length)
                .octet(200)
                .word(6 + 6 * blocks.length)
                .raw(new byte[16])
                .doubleWord(packets)
                .raw(new byte[4]);
        for (byte[] block : blocks) {
            report = report.raw(block);
        }
        return report.bytes();
    }

    private static byte[] block(int source, int highestSequence) {
        return Octets.of()
                .doubleWord(source)
                .raw(new byte[4])
                .doubleWord(highestSequence)
                .raw(new byte[12])
                .bytes();
    }

    @Test
    void theHighestCountOfTheSenderReportsIsTold() {
        Reading reading = Reading.ofFrames(RAW, packet(senderReport(120)), packet(senderReport(370)));

        assertSignals(reading, "SENDER_REPORT 370 x2");
        assertThat(reading.rtp()).isEmpty();
    }

    @Test
    void aBlockOfAReportSaysThatPacketsArrivedUnlessItIsOfZeros() {
        Reading reading = Reading.ofFrames(
                RAW, packet(senderReport(1, block(0, 0), block(77, 0))), packet(senderReport(2, block(77, 4711))));

        assertSignals(reading, "SENDER_REPORT 2 x2", "RECEPTION 0 x1");
    }

    @Test
    void theByeBehindAReceiverReportIsTold() {
        byte[] report = {(byte) 0x80, (byte) 201, 0, 1, 1, 2, 3, 4};
        byte[] bye = {(byte) 0x81, (byte) 203, 0, 1, 1, 2, 3, 4};

        Reading reading = Reading.ofFrames(
                RAW, packet(Octets.of().raw(report).raw(bye).raw(new byte[4]).bytes()));

        assertSignals(reading, "RECEIVER_REPORT 0 x1", "RTCP_BYE 0 x1");
    }

    @Test
    void whatIsCutShortIsPassedOver() {
        byte[] cut = {22, (byte) 0xFE, (byte) 0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50};
        byte[] half = {0, 1, 0, 12, 0x21, 0x12, (byte) 0xA4, 0x42, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6};

        assertThat(Reading.ofFrames(RAW, packet(cut), packet(half)).signals()).isEmpty();
    }
}
