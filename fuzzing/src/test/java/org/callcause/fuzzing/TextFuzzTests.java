package org.callcause.fuzzing;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text as a pasted trace or a log. */
class TextFuzzTests {

    static Stream<byte[]> seeds() {
        return Seeds.traces();
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        "SIP/2.0 200 OK\\x0A",
        "INVITE sip:a SIP/2.0\\x0A",
        "<--- ",
        " --->",
        "```",
        "> ",
        "&lt;",
        "\\x1B[0m"
    })
    @FuzzTest
    void anyTextIsReadOrRefused(byte[] text) {
        CaptureReading.assertPiecesDoNotMatter(text);
    }
}
