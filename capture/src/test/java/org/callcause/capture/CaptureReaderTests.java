package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.callcause.capture.Frames.part;
import static org.callcause.capture.Frames.udpFrame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.callcause.dialog.CapturedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureReaderTests {

    private static final byte[] CAPTURE =
            CaptureFiles.pcap(1, udpFrame(Sip.invite("one")), udpFrame(Sip.invite("two")));

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void read(CaptureReader reader, byte[] input, List<CapturedMessage> messages) throws IOException {
        reader.read("input", new ByteArrayInputStream(input), messages::add);
    }

    @Test
    void messagesAreNumberedThroughAllInputsOfAReader() throws IOException {
        CaptureReader reader = CaptureReader.create();
        List<CapturedMessage> messages = new ArrayList<>();

        read(reader, CAPTURE, messages);
        read(reader, Octets.text(Sip.invite("three")), messages);

        assertThat(messages).extracting(CapturedMessage::index).containsExactly(1L, 2L, 3L);
    }

    @Test
    void gzipIsUndone() throws IOException {
        Reading reading = Reading.of(gzip(CAPTURE));

        assertThat(reading.summary().kind()).isEqualTo(CaptureKind.PCAP);
        assertThat(reading.callIds()).containsExactly("one", "two");
    }

    @Test
    void aTruncatedGzipFileDeliversWhatStandsBefore() throws IOException {
        byte[][] frames = new byte[2000][];
        Random random = new Random(1);
        for (int i = 0; i < frames.length; i++) {
            frames[i] = udpFrame(Sip.invite(Long.toHexString(random.nextLong())));
        }
        byte[] packed = gzip(CaptureFiles.pcap(1, frames));

        Reading reading = Reading.of(part(packed, 0, packed.length / 2));

        assertThat(reading.summary().truncated()).isTrue();
        assertThat(reading.messages()).hasSizeBetween(500, 1900);
    }

    @Test
    void utf16OfWindowsIsRead() {
        Reading reading = Reading.of(("\uFEFF" + Sip.invite("wide")).getBytes(StandardCharsets.UTF_16LE));

        assertThat(reading.texts()).containsExactly(Sip.invite("wide"));
    }

    @Test
    void anInputMayComeInSmallPieces() throws IOException {
        InputStream dripping = new ByteArrayInputStream(CAPTURE) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 3));
            }
        };
        List<CapturedMessage> messages = new ArrayList<>();

        CaptureReader.create().read("input", dripping, messages::add);

        assertThat(messages).hasSize(2);
    }

    @Test
    void messagesMayBeKept() {
        Reading reading = Reading.of(CAPTURE);

        assertThat(reading.texts()).containsExactly(Sip.invite("one"), Sip.invite("two"));
    }

    @Test
    void aCaptureWithoutSipIsReadable() {
        Reading reading = Reading.of(CaptureFiles.pcap(1));

        assertThat(reading.summary().messages()).isZero();
        assertThat(reading.summary().firstTime()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', trace: the input is empty",
        "'just words', 'trace: no SIP message found, tried as pcap, as pcapng and as 40 kinds of text; it begins"
                + " \"just words\"'",
        "'09:14:05.120 [CM503003]: Call(C:3): Call to 100 has failed', 'trace: a log of 3CX that holds events and no"
                + " SIP messages; capture the traffic in its management console and give the capture'",
        "'[Mar  2 09:14:05] VERBOSE[412][C-0000002a] pbx.c: Executing', 'trace: a log of Asterisk that holds events and"
                + " no SIP messages; pjsip set logger on adds them, or sip set debug on for chan_sip'",
        "'2026-03-02 09:14:05.120000 [DEBUG] sofia.c:7291 Channel entering state', 'trace: a log of FreeSWITCH that"
                + " holds events and no SIP messages; sofia global siptrace on adds them'",
        "'Mar  2 09:14:05 sip1 kamailio[412]: NOTICE: started', 'trace: a log of Kamailio or OpenSIPS that holds events"
                + " and no SIP messages; write $mb by xlog, or capture with sngrep or the siptrace module'",
        "'PK\u0003\u0004 and so on', 'trace: packed with zip, unpack it first'",
        "'\u001F\u008B no gzip', 'trace: begins like gzip but is not'"
    })
    void anUnreadableInputIsExplainedInOneLine(String input, String message) {
        assertThatExceptionOfType(UnreadableCaptureException.class)
                .isThrownBy(() -> CaptureReader.create()
                        .read("trace", new ByteArrayInputStream(Octets.text(input)), captured -> {}))
                .withMessage(message);
    }

    @Test
    void aFileThatEndsInItsHeaderIsUnreadable() {
        byte[] section = CaptureFiles.pcapng(ByteOrder.BIG_ENDIAN).bytes();
        for (byte[] header : List.of(CaptureFiles.pcap(1), section)) {
            for (int length = 4; length < header.length; length++) {
                byte[] cut = part(header, 0, length);
                assertThatExceptionOfType(UnreadableCaptureException.class)
                        .isThrownBy(() ->
                                CaptureReader.create().read("trace", new ByteArrayInputStream(cut), captured -> {}))
                        .withMessage("trace: ends inside the header of the capture file");
            }
            assertThat(Reading.of(header).summary().truncated()).isFalse();
        }
    }

    @Test
    void noiseIsNeverMoreThanUnreadable() throws IOException {
        Random random = new Random(20);
        for (int round = 0; round < 300; round++) {
            byte[] noise = new byte[random.nextInt(4000)];
            random.nextBytes(noise);
            byte[] damaged = CAPTURE.clone();
            for (int i = 0; i < 10; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            readQuietly(noise);
            readQuietly(damaged);
        }
    }

    private static void readQuietly(byte[] input) throws IOException {
        try {
            CaptureReader.create().read("noise", new ByteArrayInputStream(input), captured -> {});
        } catch (UnreadableCaptureException e) {
            assertThat(e.getMessage()).startsWith("noise: ").doesNotContain("\n");
        }
    }
}
