package org.callcause.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.capture.hep.HepDecoder;
import org.callcause.capture.hep.HepFraming;
import org.callcause.capture.hep.HepOutcome;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as HEP: one packet, and a stream that may be cut anywhere. */
class HepFuzzTests {

    /** Each message in a packet of version 3 and in one of version 2. */
    static Stream<byte[]> seeds() {
        return Seeds.messages()
                .limit(50)
                .flatMap(sip -> Stream.of(
                        packet("HEP3", 12 + sip.length, "\0\0\0\u000f", 6 + sip.length, sip),
                        packet("\u0002\u0010\u0002\u0011", 0x13C4, "\u0013\u00c4" + "\0".repeat(18), 0, sip)));
    }

    private static byte[] packet(String head, int number, String more, int second, byte[] sip) {
        String packet =
                head + twoBytes(number) + more + twoBytes(second) + new String(sip, StandardCharsets.ISO_8859_1);
        return packet.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String twoBytes(int number) {
        return "" + (char) ((number >> 8) & 0xFF) + (char) (number & 0xFF);
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyPacketIsReadOrRefused(byte[] bytes) {
        for (HepDecoder decoder : List.of(new HepDecoder(Optional.empty()), new HepDecoder(Optional.of("key")))) {
            if (decoder.decode(bytes, 0, bytes.length) == HepOutcome.PAYLOAD) {
                boolean within = decoder.payloadStart() >= 0
                        && decoder.payloadStart() < decoder.payloadEnd()
                        && decoder.payloadEnd() <= decoder.payloadBytes().length;
                if (!within) {
                    throw new AssertionError("a payload outside its array");
                }
                decoder.correlationId();
            }
        }
    }

    @MethodSource("seeds")
    @FuzzTest
    void whereAStreamIsCutDoesNotChangeItsPackets(byte[] bytes) {
        List<Integer> whole = lengths(bytes, bytes.length);
        List<Integer> half = lengths(bytes, bytes.length / 2);
        if (!whole.subList(0, Math.min(half.size(), whole.size())).equals(half)) {
            throw new AssertionError(half + " at half, " + whole + " in all");
        }
    }

    private static List<Integer> lengths(byte[] bytes, int end) {
        List<Integer> lengths = new ArrayList<>();
        int at = 0;
        int length = HepFraming.packetLength(bytes, at, end);
        while (length > 0) {
            lengths.add(length);
            at += length;
            length = HepFraming.packetLength(bytes, at, end);
        }
        return lengths;
    }
}
