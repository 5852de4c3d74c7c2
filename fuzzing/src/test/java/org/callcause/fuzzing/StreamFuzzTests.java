package org.callcause.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.testkit.CallScript;

/** A TCP stream cut anywhere into segments which come out of order, and some twice: its messages come out whole. */
class StreamFuzzTests {

    private static final List<String> MESSAGES = CallScript.of("""
        0.000 caller -> callee INVITE
        0.200 caller -> callee CANCEL
        0.400 caller -> callee OPTIONS
        """).messages().stream()
            .map(captured -> text(captured.message().toBytes()))
            .toList();

    private static final byte[] STREAM = String.join("", MESSAGES).getBytes(StandardCharsets.ISO_8859_1);

    /** So near its end a sequence number wraps within the stream. */
    private static final int INITIAL_SEQUENCE = -700;

    private static final int LONGEST_SEGMENT = 400;
    private static final int FURTHEST_OUT_OF_ORDER = 4;
    private static final long SEGMENT_INTERVAL = 1_000_000;

    @FuzzTest
    void segmentsOutOfOrderGiveTheMessagesOfTheStream(FuzzedDataProvider data) {
        List<byte[]> packets = segments(data);
        for (int i = 0; i < packets.size(); i++) {
            int other = Math.min(packets.size() - 1, i + data.consumeInt(0, FURTHEST_OUT_OF_ORDER));
            packets.add(other, packets.remove(i));
            if (data.consumeBoolean()) {
                packets.add(i, packets.get(i));
                i++;
            }
        }
        PcapFile file = new PcapFile(PcapFile.RAW_IP);
        file.add(0, PcapFile.tcp(INITIAL_SEQUENCE - 1, true, new byte[0]));
        for (int i = 0; i < packets.size(); i++) {
            file.add((i + 1) * SEGMENT_INTERVAL, packets.get(i));
        }

        List<CapturedMessage> read = CaptureReading.messages(file.bytes());

        assertThat(read).map(captured -> text(captured.message().toBytes())).isEqualTo(MESSAGES);
    }

    private static List<byte[]> segments(FuzzedDataProvider data) {
        List<byte[]> segments = new ArrayList<>();
        int start = 0;
        while (start < STREAM.length) {
            int end = Math.min(STREAM.length, start + data.consumeInt(1, LONGEST_SEGMENT));
            segments.add(PcapFile.tcp(INITIAL_SEQUENCE + start, false, Arrays.copyOfRange(STREAM, start, end)));
            start = end;
        }
        return segments;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
