package org.callcause.fuzzing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.callcause.CallReport;
import org.callcause.report.AnalysisLimits;
import org.callcause.report.AnalysisSummary;
import org.callcause.report.JsonReport;
import org.callcause.report.ReportWriter;
import org.callcause.report.TextOptions;
import org.callcause.report.TextReport;

/** Reports as people and programs get them. */
final class WrittenReport {

    private WrittenReport() {}

    static String json(List<CallReport> reports) {
        return written(reports, JsonReport::new);
    }

    static String text(List<CallReport> reports) {
        return written(reports, output -> new TextReport(output, TextOptions.PLAIN));
    }

    private static String written(List<CallReport> reports, Function<ByteArrayOutputStream, ReportWriter> format) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ReportWriter writer = format.apply(output);
        reports.forEach(writer::add);
        try {
            writer.finish(new AnalysisSummary(List.of(), AnalysisLimits.NONE, List.of()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
