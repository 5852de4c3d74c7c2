package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to somebody who does not know the command yet. */
class UsageTests {

    @TempDir
    private Path folder;

    private Path trace;

    @BeforeEach
    void writeTrace() throws IOException {
        trace = Files.writeString(folder.resolve("trace.txt"), Traces.declined("one"));
    }

    @Test
    void aCommandThatIsMisspeltIsCorrected() {
        assertThat(Run.of("analyse", trace).error())
                .startsWith("callcause: analyse is no command; did you mean analyze?");
    }

    @Test
    void aFileWithoutACommandIsPointedToAnalyze() {
        assertThat(Run.of(trace).error())
                .startsWith("callcause: " + trace + " is no command; to read a capture: callcause analyze " + trace);
    }

    @Test
    void valuesAreListedAsTheHelpWritesThem() {
        assertThat(Run.of("analyze", "--format", "xml", trace).error()).contains("[text, json] but was 'xml'");
        assertThat(Run.of("analyze", "--only", "healthy", trace).error()).contains("[failed] but was 'healthy'");
    }

    @ParameterizedTest
    @CsvSource({
        "--json, --format json",
        "-json, --format json",
        "--JSON, --format json",
        "--text, --format text",
        "--failed, --only failed",
        "--diagnosis, --fail-on diagnosis",
        "--callid, --call-id",
        "--call-ids=one, --call-id",
        "--sumary, --summary",
        "--no-colour, --no-color"
    })
    void anOptionThatThereIsNotIsCorrected(String option, String meant) {
        Run run = Run.of("analyze", option, trace);

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.error())
                .contains("there is no option ", "; did you mean " + meant + "? (see 'callcause analyze --help')")
                .hasLineCount(1);
    }

    @Test
    void aFileThatIsGivenTwiceIsReadOnce() {
        Run run = Run.of("analyze", trace, folder.resolve(".").resolve("trace.txt"), trace);

        assertThat(run.status()).isZero();
        assertThat(run.error())
                .contains("trace.txt is given more than once; it is read once")
                .hasLineCount(1);
        assertThat(run.output()).containsOnlyOnce("text, 4 SIP messages").contains("1 call: 1 declined.");
    }

    @Test
    void standardInputGivenTwiceIsReadOnce() {
        Run run = Run.withInput(Traces.declined("one"), "analyze", "-", "-");

        assertThat(run.status()).isZero();
        assertThat(run.error()).isEqualTo("callcause: standard input is given more than once; it is read once\n");
    }

    @Test
    void theHelpOfListenNamesEveryFormOfAnAddress() {
        String help = Run.of("listen", "--help").output();

        assertThat(help)
                .contains("[udp:|tcp:|tls:][HOST:]PORT")
                .contains("9060", "udp:192.0.2.1:9060", "tcp:9061", "tls:[2001:db8::1]:9062");
        for (String form : new String[] {"9060", "udp:192.0.2.1:9060", "tcp:9061", "tls:[2001:db8::1]:9062"}) {
            assertThat(FeedAddress.of("--hep", form, "udp", "0.0.0.0").address().getPort())
                    .isBetween(9060, 9062);
        }
    }

    @Test
    void aFolderWithoutJarsOfRulesSaysWhereJarsMayBe() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.createFile(project.resolve("pom.xml"));
        Path built = Files.createDirectories(folder.resolve("built/target"));
        Files.createFile(built.resolve("rules.jar"));

        assertThat(Run.of("rules", "--rules", empty).error())
                .isEqualTo("callcause: " + empty
                        + ": no jars in this folder; give the jar of a rule module, or the folder it is in\n");
        assertThat(Run.of("rules", "--rules", project).error())
                .contains(
                        "it is a project: build it with mvn package and give its jar in " + project.resolve("target"));
        assertThat(Run.of("rules", "--rules", built.getParent()).error()).contains("there are some in " + built);
    }

    @Test
    void theHelpOfAnalyzeNamesTheGuideAndEveryExitStatus() {
        String help = Run.of("analyze", "--help").output();

        assertThat(help)
                .contains("docs/reading-a-report.md")
                .containsPattern("(?m)^ +3 +What was asked for is not there");
    }
}
