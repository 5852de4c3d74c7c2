package org.callcause.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a file: pcap, pcapng, text, packed or not. */
class CaptureFileFuzzTests {

    static Stream<byte[]> seeds() {
        return Seeds.captures();
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyFileIsReadOrRefused(byte[] file) {
        CaptureReading.assertPiecesDoNotMatter(file);
    }
}
