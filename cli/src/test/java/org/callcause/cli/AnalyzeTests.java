package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.callcause.contract.Contract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AnalyzeTests {

    @TempDir
    private Path folder;

    private Path trace;

    @BeforeEach
    void writeTrace() throws IOException {
        trace = Files.writeString(folder.resolve("trace.txt"), Traces.declined("one") + Traces.answered("two"));
    }

    @Test
    void textTellsTheFailedCallAndSumsUpTheHealthyOne() {
        Run run = Run.of("analyze", trace);

        assertThat(run.status()).isZero();
        assertThat(run.error()).isEmpty();
        assertThat(run.output())
                .contains("trace.txt: text, 9 SIP messages, 2026-11-21 10:00:00 to 10:02:02 UTC")
                .contains("2 calls: 1 answered, 1 declined.")
                .contains("DECLINED  603 Decline")
                .contains("#3 4.500")
                .contains("1000@example.com to 2000@example.com  answered")
                .doesNotContain("\u001b");
    }

    @Test
    void jsonKeepsTheContract() {
        Run run = Run.of("analyze", "--format", "json", trace);

        assertThat(run.status()).isZero();
        JsonNode document = Contract.validated(run.output());
        assertThat(document.get("sources").get(0).get("messages").asInt()).isEqualTo(9);
        assertThat(document.get("calls")).hasSize(2);
        assertThat(document.get("calls").get(0).get("disposition").asString()).isEqualTo("DECLINED");
    }

    @Test
    void aLogThatGoesOnWithoutTheCallShowsThatNothingCame() throws IOException {
        Path cut = Files.writeString(folder.resolve("cut.txt"), Traces.challenged("three"));
        Path longer = Files.writeString(
                folder.resolve("longer.txt"),
                Traces.challenged("three") + "\n2026/11/21 10:00:41 peer 192.0.2.9 lagged\n");

        assertThat(Run.of("analyze", cut).output()).contains("request for credentials (possible)");
        assertThat(Run.of("analyze", longer).output()).contains("request for credentials (likely)");
    }

    private static Path example(String kind) {
        return Path.of(System.getProperty("callcause.root")).resolve("examples/incidents/" + kind + ".txt");
    }

    @Test
    void incidentsAreTheFirstPageOfTheTextAndKeepTheContractInJson() {
        Run text = Run.of("analyze", example("outage"));
        JsonNode document = Contract.validated(
                Run.of("analyze", "--format", "json", example("outage")).output());

        assertThat(text.output())
                .containsSubsequence(
                        "What is wrong with this system, in order of calls hurt",
                        "No call over 198.51.100.7:5060 gets through (likely)",
                        "Calls with a problem");
        assertThat(document.get("incidents")).hasSize(1);
        JsonNode incident = document.get("incidents").get(0);
        assertThat(incident.get("kind").asString()).isEqualTo("outage");
        assertThat(incident.get("callsHurt").asInt()).isEqualTo(8);
    }

    @Test
    void theSummaryTellsPeersAndNoCalls() {
        Run text = Run.of("analyze", "--summary", example("outage"));
        JsonNode document = Contract.validated(Run.of("analyze", "--summary", "--format", "json", example("outage"))
                .output());

        assertThat(text.output())
                .contains("198.51.100.7:5060                   18   56 %   56 %         40 s")
                .doesNotContain("Calls with a problem");
        assertThat(document.get("calls")).isEmpty();
        assertThat(document.get("peers").get(0).get("attempts").asInt()).isEqualTo(18);
    }

    @Test
    void aSuppressedIncidentStaysVisibleWithItsReason() {
        Run run = Run.of("analyze", "--summary", "--suppress", "rfc3261/sudden-outage=a drill", example("outage"));

        assertThat(run.output()).contains("Not counted: No call over 198.51.100.7:5060 gets through", "a drill");
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(Run.of("analyze", "--format=json", trace).output())
                .isEqualTo(Run.of("analyze", "--format=json", trace).output());
        assertThat(Run.of("analyze", trace).output())
                .isEqualTo(Run.of("analyze", trace).output());
    }

    @Test
    void aDashIsStandardInput() {
        Run run = Run.withInput(Traces.declined("one"), "analyze", "-");

        assertThat(run.status()).isZero();
        assertThat(run.output())
                .contains("standard input: text, 4 SIP messages")
                .contains("1 call: 1 declined.");
    }

    @Test
    void severalFilesAreOneNumbering() throws IOException {
        Path later = Files.writeString(folder.resolve("later.txt"), Traces.declined("three"));

        JsonNode document = Contract.validated(
                Run.of("analyze", "--format", "json", trace, later).output());

        assertThat(document.get("sources")).hasSize(2);
        JsonNode last = document.get("calls").get(2);
        assertThat(last.get("callIds").get(0).asString()).isEqualTo("three");
        assertThat(last.get("messages").get(0).get("index").asInt()).isEqualTo(10);
    }

    @Test
    void anOutputThatCannotBeOpenedIsNotWritten() {
        Path output = folder.resolve("none/report.txt");

        Run run = Run.of("analyze", "--output", output, trace);

        assertThat(run.status()).isEqualTo(74);
        assertThat(run.error())
                .isEqualTo("callcause: " + output + ": cannot be written: there is no folder " + output.getParent()
                        + "\n");
        assertThat(Run.of("analyze", "--output", folder, trace).error())
                .isEqualTo("callcause: " + folder + ": cannot be written: it is a folder\n");
    }

    @Test
    void outputGoesToAFile() throws IOException {
        Path report = folder.resolve("report.json");

        Run run = Run.of("analyze", "--format", "json", "--output", report, trace);

        assertThat(run.output()).isEmpty();
        Contract.validated(Files.readString(report));
    }

    @Test
    void theOutputDoesNotOverwriteAnInput() throws IOException {
        Run run = Run.of("analyze", "--output", trace, trace);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).isEqualTo("callcause: --output " + trace + ": this is an input\n");
        assertThat(Files.readString(trace)).contains("INVITE");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() {
        Console console = new Console(
                InputStream.nullInputStream(),
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                },
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                false,
                false,
                Locale.ENGLISH);

        assertThat(Main.run(console, "analyze", trace.toString())).isZero();
    }

    @Test
    void aFullDiskIsAFailure() {
        StringBuilder error = new StringBuilder();
        Console console = new Console(
                InputStream.nullInputStream(),
                new OutputStream() {
                    @Override
                    public void write(int value) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                new PrintStream(
                        new OutputStream() {
                            @Override
                            public void write(int value) {
                                error.append((char) value);
                            }
                        },
                        true,
                        StandardCharsets.UTF_8),
                false,
                false,
                Locale.ENGLISH);

        assertThat(Main.run(console, "analyze", trace.toString())).isEqualTo(74);
        assertThat(error.toString()).isEqualTo("callcause: the report could not be written: No space left on device\n");
    }
}
