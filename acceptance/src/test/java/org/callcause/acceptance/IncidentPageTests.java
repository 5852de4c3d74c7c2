package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.Incidents;
import org.callcause.capture.CaptureReader;
import org.callcause.capture.CaptureSummary;
import org.callcause.incident.Incident;
import org.callcause.incident.IncidentKind;
import org.callcause.report.AnalysisLimits;
import org.callcause.report.AnalysisSummary;
import org.callcause.report.SourceReport;
import org.callcause.report.SummaryReport;
import org.callcause.report.TextOptions;
import org.callcause.testkit.TrafficScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The captures of {@code examples/incidents} and the page about them are what the code makes and says. */
class IncidentPageTests {

    private static final Path ROOT = Path.of(System.getProperty("callcause.root"));
    private static final Path PAGE = ROOT.resolve("docs").resolve("incidents.md");
    private static final boolean UPDATE = Boolean.getBoolean("callcause.update");

    private static final String INTRODUCTION = """
        # Incidents

        A single code hardly ever tells the story: is it one user or everyone, what happened just before, did the trunk
        retry? An incident is one cause seen across many calls, with whom it concerns, whom that was compared to, when it
        began, how many calls it hurt, and some of the calls to look at. `callcause analyze` tells them first, those that
        hurt the most calls before the others; `--summary` leaves the calls out; `--format json` has them as `incidents`;
        `callcause listen` writes a line when one is found and another when it is over.

        A rule speaks only when chance is out of the question and others are there to compare to, so a few failures among
        thousands of calls are none. When each speaks stands in the [catalogue](rules/rfc3261.md). Of several rules that
        explain the same calls only the deepest is told.

        An element that ends a call and makes a new one gives it two legs. A call that failed on both counts once, at the
        leg where the failure began: the trunk behind a border element is named, and the number is that of its calls. A leg
        that failed while another way took the call counts at its peer too. Answers are counted as they come, when nobody
        knows yet which legs belong together: among the good calls that a figure over all, a caller or a number compares to,
        a call stands once for each leg that the capture shows.

        What the rules keep does not grow with the number of calls: each keeps so many parties (200 to 20,000) and forgets
        those not seen lately, so that the oldest of more trunks, callers or users at once than that go unwatched.

        This page is written from the captures in [`examples/incidents`](../examples/incidents), which are made by the
        tests; a test fails when it differs.
        """;

    static Stream<IncidentExamples.Example> examples() {
        return IncidentExamples.all().stream();
    }

    private static String fileOf(IncidentExamples.Example example) {
        return "examples/incidents/" + example.kind().word() + ".txt";
    }

    private static List<Incident> incidentsIn(String file, ByteArrayOutputStream output) throws IOException {
        Callcause callcause = Callcause.create();
        Incidents incidents = callcause.incidents(incident -> {});
        SummaryReport report = new SummaryReport(output, TextOptions.PLAIN);
        CaptureSummary read;
        try (InputStream input = Files.newInputStream(ROOT.resolve(file));
                CallStream calls = callcause.stream(report::add, incidents)) {
            read = CaptureReader.create().read(file, input, calls::add);
        }
        List<Incident> found = incidents.finish();
        SourceReport source = new SourceReport(
                file,
                "text",
                read.messages(),
                0,
                read.firstTime(),
                read.lastTime(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty());
        report.finish(new AnalysisSummary(List.of(source), AnalysisLimits.NONE, List.of())
                .withIncidents(found, incidents.failures()));
        return found;
    }

    private static void holds(Path file, String wanted) throws IOException {
        if (UPDATE) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, wanted);
        }
        assertThat(Files.readString(file).replace("\r\n", "\n")).isEqualTo(wanted);
    }

    @Test
    void thereIsACaptureForEveryKind() {
        assertThat(IncidentExamples.all())
                .extracting(IncidentExamples.Example::kind)
                .containsExactlyInAnyOrder(IncidentKind.values());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCaptureShowsItsKindAndNothingElse(IncidentExamples.Example example) throws IOException {
        String file = fileOf(example);
        holds(ROOT.resolve(file), TrafficScript.of(example.script()).trace());

        assertThat(incidentsIn(file, new ByteArrayOutputStream()))
                .extracting(Incident::kind)
                .containsExactly(example.kind());
    }

    @Test
    void thePageSaysWhatTheCommandPrints() throws IOException {
        List<String> lines = new ArrayList<>(List.of(INTRODUCTION.stripTrailing()));
        for (IncidentExamples.Example example : IncidentExamples.all()) {
            String file = fileOf(example);
            holds(ROOT.resolve(file), TrafficScript.of(example.script()).trace());
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            incidentsIn(file, output);
            lines.add("");
            lines.add("## `" + example.kind().word() + "`");
            lines.add("");
            lines.add(example.sentence());
            lines.add("");
            lines.add("    ./callcause analyze --summary " + file);
            lines.add("");
            lines.add("```text");
            lines.add(output.toString(StandardCharsets.UTF_8).stripTrailing());
            lines.add("```");
        }
        holds(PAGE, String.join("\n", lines) + "\n");
    }
}
