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

        One failed call seldom tells the whole story. Does one user have the trouble, or everybody? What happened just
        before? Did somebody try again? An incident is one cause seen across many calls. It says whom it concerns and whom
        they were compared to, when it began, how many calls it hurt, and which calls to look at.

        - `callcause analyze` tells incidents before the calls, those that hurt the most calls first.
        - `callcause analyze --summary` tells them without the calls.
        - `callcause analyze --format json` has them as `incidents`.
        - `callcause listen` writes a line when an incident is found, and another when it is over.

        ## When a rule speaks

        A rule needs two things: so many failures that chance does not explain them, and other calls to compare them to. A
        few failures among thousands of calls are no incident. The [catalogue](rules/rfc3261.md) says of each rule when it
        speaks. Where several rules explain the same calls, only the one that goes deepest is told.

        ## How calls are counted

        A border element or a PBX that ends a call and makes a new one gives it two legs.

        - A call that failed on both legs counts once, at the leg where the failure began. So the trunk behind a border
          element is named, and the number is that of its calls.
        - A leg that failed counts at its peer also where the call went on another way, but not as a call hurt: of two trunks
          that both refuse a call, each counts it, and it is hurt once.
        - Good calls are counted when they are answered. Nobody knows then which legs belong together, so a good call counts
          once for each leg that the capture shows. This concerns the figures that others are compared to.

        ## What is remembered

        The memory of a rule does not grow with the number of calls. Each rule remembers 200 to 20,000 trunks, callers or users
        and forgets the ones that it has not seen for the longest time. Where more are active at once, those go unwatched.

        ## One example of each kind

        This part is made by the tests from the captures in [`examples/incidents`](../examples/incidents), which they make
        too; a test fails when it differs. [Reading a report](reading-a-report.md) explains every line.
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
            lines.add("### `" + example.kind().word() + "`");
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
