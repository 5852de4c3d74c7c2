package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callcause.contract.Contract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which calls a report shows, and how much of them. */
class CallChoiceTests {

    @TempDir
    private Path folder;

    private Path trace;

    @BeforeEach
    void writeTrace() throws IOException {
        trace = Files.writeString(folder.resolve("trace.txt"), Traces.declined("one") + Traces.answered("two"));
    }

    private Path traceOf(String... callIds) throws IOException {
        StringBuilder calls = new StringBuilder();
        for (String callId : callIds) {
            calls.append(Traces.answered(callId));
        }
        return Files.writeString(folder.resolve("named.txt"), calls);
    }

    @Test
    void onlyFailedLeavesOutTheHealthyCalls() {
        JsonNode document = Contract.validated(
                Run.of("analyze", "--only", "failed", "--format", "json", trace).output());
        Run text = Run.of("analyze", "--only", "failed", trace);

        assertThat(document.get("calls")).hasSize(1);
        assertThat(text.output())
                .contains("2 calls: 1 answered, 1 declined.")
                .contains("1 of them left out here, as asked.")
                .doesNotContain("to 2000@example.com  answered");
    }

    @Test
    void callIdChoosesCalls() {
        JsonNode document = Contract.validated(
                Run.of("analyze", "--call-id", "two", "--format", "json", trace).output());

        assertThat(document.get("calls")).hasSize(1);
        assertThat(document.get("calls").get(0).get("callIds").get(0).asString())
                .isEqualTo("two");
    }

    @Test
    void aCallThatIsNamedIsToldInFullAlsoWhereNothingIsWrong() {
        Run run = Run.of("analyze", "--call-id", "two", trace);

        assertThat(run.status()).isZero();
        assertThat(run.output())
                .contains("Calls without a problem", "ANSWERED  200 OK", "No rule found a problem with it.")
                .contains("#9 62.020")
                .doesNotContain("DECLINED");
    }

    @Test
    void fullTellsEveryCallWithItsLadder() {
        Run run = Run.of("analyze", "--full", trace);

        assertThat(run.output())
                .containsSubsequence(
                        "Calls with a problem",
                        "DECLINED  603 Decline",
                        "#4 ",
                        "Calls without a problem",
                        "ANSWERED",
                        "#9 ");
    }

    @Test
    void fullFoldsNoCallsThatFailAlike() throws IOException {
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            calls.append(Traces.declined("call-" + i));
        }
        Path alike = Files.writeString(folder.resolve("alike.txt"), calls);

        assertThat(Run.of("analyze", alike).output()).contains("more like this");
        assertThat(Run.of("analyze", "--full", alike).output())
                .contains("Call-ID call-0", "Call-ID call-1", "Call-ID call-2", "Call-ID call-3", "Call-ID call-4")
                .doesNotContain("more like this");
    }

    @Test
    void aCallIdThatNoCallHasIsComplainedOf() {
        Run run = Run.of("analyze", "--call-id", "three", "--call-id", "two", trace);

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_THERE);
        assertThat(run.error()).isEqualTo("callcause: no call has the Call-ID three, nor one like it\n");
        assertThat(run.output()).contains("ANSWERED  200 OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7f2c41d0", "7f2c", "7F2C41D0@192.0.2.10", "7f2c41d0@sbc.example.com", "<7f2c41d0@192.0.2.10>"})
    void aCallIdThatIsNearOneNamesIt(String near) throws IOException {
        Run run = Run.of("analyze", "--call-id", near, traceOf("7f2c41d0@192.0.2.10", "b90a@192.0.2.10"));

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_THERE);
        assertThat(run.error())
                .isEqualTo("callcause: no call has the Call-ID " + near + "; did you mean 7f2c41d0@192.0.2.10?\n");
    }

    @Test
    void ofManyNearOnesAFewAreNamed() throws IOException {
        Run run = Run.of(
                "analyze", "--call-id", "call-", traceOf("call-1@a", "call-2@a", "call-3@a", "call-4@a", "call-5@a"));

        assertThat(run.error())
                .isEqualTo("callcause: no call has the Call-ID call-; like it are call-1@a, call-2@a, call-3@a and 2"
                        + " more\n");
    }

    @Test
    void failOnDiagnosisStaysSilentOnlyWhereTheCallWasThere() {
        assertThat(Run.of("analyze", "--fail-on", "diagnosis", "--call-id", "one", trace)
                        .status())
                .isEqualTo(ExitStatus.FOUND);
        assertThat(Run.of("analyze", "--fail-on", "diagnosis", "--call-id", "none", trace)
                        .status())
                .isEqualTo(ExitStatus.NOT_THERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--only=failed", "--call-id=one", "--full"})
    void theSummaryTakesNoChoiceOfCalls(String choice) {
        Run run = Run.of("analyze", "--summary", choice, trace);

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.error())
                .startsWith("callcause: --summary counts all calls and shows none of them")
                .hasLineCount(1);
    }

    @Test
    void jsonHasTheFiguresOfThePeersOfAllCallsWhicheverItShows() {
        JsonNode all =
                Contract.validated(Run.of("analyze", "--format", "json", trace).output());
        JsonNode failed = Contract.validated(
                Run.of("analyze", "--format", "json", "--only", "failed", trace).output());

        assertThat(all.get("peers").get(0).get("attempts").asInt()).isEqualTo(2);
        assertThat(failed.get("calls")).hasSize(1);
        assertThat(failed.get("peers")).isEqualTo(all.get("peers"));
    }
}
