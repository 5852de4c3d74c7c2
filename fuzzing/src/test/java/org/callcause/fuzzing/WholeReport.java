package org.callcause.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.report.JsonReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds for the report of any input. */
final class WholeReport {

    private static final JsonMapper JSON = new JsonMapper();

    private WholeReport() {}

    /** Checks that the input gives the same whole report twice, and that no rule fails. */
    static void assertWhole(byte[] input) {
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
