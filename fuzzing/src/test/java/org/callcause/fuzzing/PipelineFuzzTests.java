package org.callcause.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes in, report out. */
class PipelineFuzzTests {

    static Stream<byte[]> seeds() {
        return Stream.concat(Seeds.traces(), Seeds.captures());
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyInputGivesTheSameWholeReportTwiceAndNoRuleFails(byte[] input) {
        WholeReport.assertWhole(input);
    }
}
