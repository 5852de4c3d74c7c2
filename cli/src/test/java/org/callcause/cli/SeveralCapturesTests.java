package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.callcause.contract.Contract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the command counts and shows of calls that several of its inputs show. */
class SeveralCapturesTests {

    @TempDir
    private Path folder;

    private Path phone;
    private Path server;

    @BeforeEach
    void writeCaptures() throws IOException {
        // The server is 10 ms away and its clock 3 s ahead; the second call never reaches it.
        phone = Files.writeString(
                folder.resolve("phone.txt"),
                refused("one", 0.000, 0.100)
                        + invitation("lost", 5.0)
                        + invitation("lost", 5.5)
                        + invitation("lost", 6.5)
                        + invitation("lost", 8.5)
                        + refused("two", 80.000, 80.100));
        server = Files.writeString(
                folder.resolve("server.txt"), refused("one", 3.010, 3.090) + refused("two", 83.010, 83.090));
    }

    private static String refused(String callId, double asked, double answered) {
        return invitation(callId, asked)
                + message(callId, answered, "192.0.2.7", "192.0.2.9", "SIP/2.0 486 Busy Here", ";tag=b1");
    }

    private static String invitation(String callId, double time) {
        return message(callId, time, "192.0.2.9", "192.0.2.7", "INVITE sip:2000@example.com SIP/2.0", "");
    }

    private static String message(String callId, double time, String from, String to, String start, String tag) {
        return String.format(Locale.ROOT, "U 2026/11/21 10:%02d:%09.6f ", (int) time / 60, time % 60) + from
                + ":5060 -> " + to + ":5060\n"
                + start + "\nVia: SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bK" + callId
                + "\nFrom: <sip:1000@example.com>;tag=a1\nTo: <sip:2000@example.com>" + tag + "\nCall-ID: " + callId
                + "\nCSeq: 1 INVITE\nContent-Length: 0\n\n\n";
    }

    @Test
    void aCallThatTwoInputsShowIsCountedAndToldOnce() {
        Run run = Run.of("analyze", phone, server);

        assertThat(run.output())
                .contains("3 calls: 2 busy, 1 unreachable.")
                .contains("The INVITE was lost on the way")
                .contains("phone.txt (2 messages, #1 to #2)")
                .contains("clock 3.000 s ahead");
        assertThat(run.error()).contains("10.00 ms apart").contains("3.000 s ahead");
    }

    @Test
    void theOrderOfTheInputsDoesNotMatter() {
        assertThat(Run.of("analyze", server, phone).output())
                .contains("3 calls: 2 busy, 1 unreachable.")
                .contains("The INVITE was lost on the way");
    }

    @Test
    void jsonHasEachMessageOnceAndSaysWhereItWasSeen() {
        JsonNode document = Contract.validated(
                Run.of("analyze", "--format=json", phone, server).output());

        assertThat(document.get("sources")).hasSize(2);
        assertThat(document.get("calls")).hasSize(3);
        JsonNode call = document.get("calls").get(0);
        assertThat(call.get("messages")).hasSize(2);
        JsonNode captures = call.get("captures");
        assertThat(captures).hasSize(2);
        assertThat(captures.get(1).get("clock").asDouble()).isEqualTo(3.0);
        assertThat(captures.get(1).get("messages").get(0).get("shownAs").asInt())
                .isEqualTo(1);
    }

    @Test
    void theSummaryCountsEachAttemptOnce() {
        JsonNode document = Contract.validated(
                Run.of("analyze", "--summary", "--format=json", phone, server).output());

        assertThat(document.get("peers").get(0).get("attempts").asInt()).isEqualTo(3);
    }

    @Test
    void aCopyOfAnInputIsNoSecondCapture() throws IOException {
        Path copy = Files.copy(phone, folder.resolve("copy.txt"));

        assertThat(Run.of("analyze", phone, copy).output())
                .contains("3 calls: 2 busy, 1 unreachable.")
                .doesNotContain("lost on the way");
    }

    @Test
    void inputsWithOtherCallsAreAnalysedByThemselves() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), refused("three", 1.0, 1.1));

        Run run = Run.of("analyze", phone, server, other);

        assertThat(run.output()).contains("4 calls: 3 busy, 1 unreachable.");
        assertThat(run.error()).doesNotContain("other.txt");
    }

    @Test
    void aClockAnHourAheadIsSolvedToo() throws IOException {
        Path later = Files.writeString(
                folder.resolve("later.txt"), Files.readString(server).replace(" 10:", " 11:"));

        assertThat(Run.of("analyze", phone, later).output()).contains("3 calls: 2 busy, 1 unreachable.");
    }
}
