package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.Frames.part;
import static org.callcause.capture.Frames.udpFrame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureFileTests {

    private static final byte[] ONE = udpFrame(Sip.invite("one"));
    private static final byte[] TWO = udpFrame(Sip.invite("two"));
    private static final long MICROSECOND_TICKS = CaptureFiles.SECONDS * 1_000_000 + 250_000;

    private static ByteOrder order(boolean littleEndian) {
        return littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    @ParameterizedTest
    @CsvSource({"true, a1b2c3d4, 1000", "false, a1b2c3d4, 1000", "true, a1b23c4d, 1000000", "false, a1b23c4d, 1000000"})
    void pcapIsReadInBothOrdersAndBothResolutions(boolean littleEndian, String magic, int unitsPerMillisecond) {
        byte[] file = CaptureFiles.pcap(
                order(littleEndian), Integer.parseUnsignedInt(magic, 16), unitsPerMillisecond, 1, ONE, TWO);

        Reading reading = Reading.of(file);

        assertThat(reading.summary().kind()).isEqualTo(CaptureKind.PCAP);
        assertThat(reading.callIds()).containsExactly("one", "two");
        assertThat(reading.summary().firstTime()).contains(Instant.ofEpochSecond(CaptureFiles.SECONDS));
        assertThat(reading.summary().lastTime()).contains(Instant.ofEpochSecond(CaptureFiles.SECONDS, 1_000_000));
        assertThat(reading.summary().truncated()).isFalse();
    }

    @Test
    void packetsWithoutSipShowThatTheCaptureWentOn() {
        byte[] file = CaptureFiles.pcap(1, ONE, udpFrame("no SIP"), udpFrame("nor this"));

        Reading reading = Reading.of(file);

        assertThat(reading.summary().lastTime()).contains(Instant.ofEpochSecond(CaptureFiles.SECONDS));
        assertThat(reading.summary().observedUntil()).contains(Instant.ofEpochSecond(CaptureFiles.SECONDS, 2_000_000));
    }

    @Test
    void timesBeyondTheYear2038AreRead() {
        byte[] file = CaptureFiles.pcap(1, ONE);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(24, (int) 4_000_000_000L);

        assertThat(Reading.of(file).only().time()).isEqualTo(Instant.ofEpochSecond(4_000_000_000L));
    }

    @Test
    void aPcapFileCutInARecordDeliversWhatStandsBefore() {
        byte[] file = CaptureFiles.pcap(1, ONE, TWO);

        Reading reading = Reading.of(part(file, 0, file.length - TWO.length - 5));

        assertThat(reading.callIds()).containsExactly("one");
        assertThat(reading.summary().truncated()).isTrue();
    }

    @Test
    void aRecordCutByTheEndOfTheFileIsStillRead() {
        byte[] file = CaptureFiles.pcap(1, ONE, TWO);

        Reading reading = Reading.of(part(file, 0, file.length - 20));

        assertThat(reading.callIds()).containsExactly("one", "two");
        assertThat(reading.summary().truncated()).isTrue();
        assertThat(reading.summary().undecoded()).isEmpty();
    }

    @Test
    void aMessageCutByTheSnapLengthIsNamed() {
        byte[] snapped = part(ONE, 0, ONE.length - 20);
        byte[] file = CaptureFiles.pcap(1, snapped);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(24 + 12, ONE.length);

        Reading reading = Reading.of(file);

        assertThat(reading.callIds()).containsExactly("one");
        assertThat(reading.summary().truncated()).isFalse();
        assertThat(reading.losses())
                .containsExactly("SIP messages cut by the capture, 1 message: capture with a larger snap length");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 5_000_000})
    void aRecordLengthThatCannotBeTrueEndsTheFile(int length) {
        byte[] file = CaptureFiles.pcap(1, ONE, TWO);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(24 + 16 + ONE.length + 8, length);

        Reading reading = Reading.of(file);

        assertThat(reading.callIds()).containsExactly("one");
        assertThat(reading.summary().truncated()).isTrue();
        assertThat(reading.losses()).containsExactly("damaged capture file, 1 record: copy the file again");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pcapngIsReadInBothOrders(boolean littleEndian) {
        byte[] file = CaptureFiles.pcapng(order(littleEndian))
                .microsecondInterface(1)
                .packet(0, MICROSECOND_TICKS, ONE)
                .obsoletePacket(0, MICROSECOND_TICKS + 1, TWO)
                .bytes();

        Reading reading = Reading.of(file);

        assertThat(reading.summary().kind()).isEqualTo(CaptureKind.PCAPNG);
        assertThat(reading.callIds()).containsExactly("one", "two");
        assertThat(reading.summary().firstTime()).contains(Instant.ofEpochSecond(CaptureFiles.SECONDS, 250_000_000));
        assertThat(reading.summary().lastTime()).contains(Instant.ofEpochSecond(CaptureFiles.SECONDS, 250_001_000));
        assertThat(reading.summary().truncated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // if_tsresol, ticks of 1,700,000,000.25 seconds
        "3, 1700000000250",
        "9, 1700000000250000000",
        "129, 3400000000",
        "138, 1740800000256",
        "160, 7301444404273741824"
    })
    void interfacesCountTimeInUnitsOfTheirOwn(int resolution, long ticks) {
        byte[] file = CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN)
                .describedInterface(1, resolution, 0)
                .packet(0, ticks, ONE)
                .bytes();
        boolean holdsQuarters = resolution != 129;

        Reading reading = Reading.of(file);

        Instant expected = Instant.ofEpochSecond(CaptureFiles.SECONDS, holdsQuarters ? 250_000_000 : 0);
        assertThat(reading.only().time()).isEqualTo(expected);
    }

    @Test
    void anOffsetOfTheInterfaceIsAdded() {
        byte[] file = CaptureFiles.pcapng(ByteOrder.BIG_ENDIAN)
                .describedInterface(1, 6, 3600)
                .packet(0, MICROSECOND_TICKS, ONE)
                .bytes();

        assertThat(Reading.of(file).only().time())
                .isEqualTo(Instant.ofEpochSecond(CaptureFiles.SECONDS + 3600, 250_000_000));
    }

    @Test
    void aTimeThatNobodyCanHaveMeantIsNoTime() {
        byte[] file = CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN)
                .describedInterface(1, 0, Long.MAX_VALUE)
                .packet(0, -1, ONE)
                .bytes();

        assertThat(Reading.of(file).only().hasTime()).isFalse();
    }

    @Test
    void sectionsAndInterfacesAreKeptApart() {
        byte[] first = CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN)
                .microsecondInterface(101)
                .microsecondInterface(1)
                .packet(1, MICROSECOND_TICKS, ONE)
                .packet(0, MICROSECOND_TICKS, Frames.udpPacket(Sip.invite("raw")))
                .bytes();
        byte[] second = CaptureFiles.pcapng(ByteOrder.BIG_ENDIAN)
                .microsecondInterface(1)
                .packet(0, MICROSECOND_TICKS, TWO)
                .bytes();

        assertThat(Reading.of(Octets.of().raw(first, second).bytes()).callIds()).containsExactly("one", "raw", "two");
    }

    @Test
    void simplePacketsHaveNoTime() {
        byte[] file = CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN)
                .microsecondInterface(1)
                .simplePacket(ONE)
                .bytes();

        Reading reading = Reading.of(file);

        assertThat(reading.only().hasTime()).isFalse();
        assertThat(reading.summary().firstTime()).isEmpty();
    }

    @Test
    void unknownBlocksArePassedOver() {
        byte[] file = CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN)
                .block(0x0BAD, body -> body.put(new byte[100_000]))
                .microsecondInterface(1)
                .block(5, body -> body.putLong(0).putInt(0))
                .packet(0, MICROSECOND_TICKS, ONE)
                .bytes();

        assertThat(Reading.of(file).callIds()).containsExactly("one");
    }

    @Test
    void aPacketOfAnUnknownInterfaceIsCounted() {
        byte[] file = CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN)
                .microsecondInterface(1)
                .packet(9, MICROSECOND_TICKS, ONE)
                .packet(0, MICROSECOND_TICKS, TWO)
                .bytes();

        Reading reading = Reading.of(file);

        assertThat(reading.callIds()).containsExactly("two");
        assertThat(reading.summary().undecodedFrames()).isEqualTo(1);
    }

    @Test
    void aCapturedLengthBeyondItsBlockIsHeldToIt() {
        byte[] file = CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN)
                .microsecondInterface(1)
                .packet(0, MICROSECOND_TICKS, ONE)
                .bytes();
        int captured = file.length - 4 - (ONE.length + 3 & ~3) - 8;
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(captured, 0x7FFF_FFFF);

        assertThat(Reading.of(file).texts()).containsExactly(Sip.invite("one"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 11, 13, -2})
    void aBlockLengthThatCannotBeTrueEndsTheFile(int length) {
        CaptureFiles pcapng = CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN)
                .microsecondInterface(1)
                .packet(0, MICROSECOND_TICKS, ONE);
        int next = pcapng.bytes().length;
        byte[] file = pcapng.packet(0, MICROSECOND_TICKS, TWO).bytes();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(next + 4, length);

        Reading reading = Reading.of(file);

        assertThat(reading.callIds()).containsExactly("one");
        assertThat(reading.summary().truncated()).isTrue();
    }

    @Test
    void aPcapngFileCutInABlockDeliversWhatStandsBefore() {
        byte[] file = CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN)
                .microsecondInterface(1)
                .packet(0, MICROSECOND_TICKS, ONE)
                .packet(0, MICROSECOND_TICKS, TWO)
                .bytes();

        for (int length = file.length - 1; length > file.length - TWO.length; length--) {
            Reading reading = Reading.of(part(file, 0, length));
            assertThat(reading.callIds()).startsWith("one");
            assertThat(reading.summary().truncated()).isTrue();
        }
    }
}
