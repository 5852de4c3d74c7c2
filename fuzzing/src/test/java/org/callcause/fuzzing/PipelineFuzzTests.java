package org.callcause.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.report.JsonReport;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bytes in, report out. */
class PipelineFuzzTests {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<byte[]> seeds() {
        return Stream.concat(Seeds.traces(), Seeds.captures());
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyInputGivesTheSameWholeReportTwiceAndNoRuleFails(byte[] input) {
        Callcause callcause = Callcause.create();
        List<CallReport> reports = reports(input, callcause);
        String json = WrittenReport.json(reports);

        JsonNode document = JSON.readTree(json);
        assertThat(document.get("schema").asString()).isEqualTo(JsonReport.SCHEMA);
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.verdict().failures())
                        .as("rules that threw")
                        .isEmpty());
        assertThat(WrittenReport.text(reports)).isNotBlank();
        assertThat(WrittenReport.json(reports(input, callcause))).isEqualTo(json);
    }

    private static List<CallReport> reports(byte[] input, Callcause callcause) {
        return FollowedCalls.reports(stream -> CaptureReading.feed(input, stream), callcause::stream);
    }
}
