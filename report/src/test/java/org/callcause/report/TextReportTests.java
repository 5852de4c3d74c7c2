package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callcause.rule.LoadProblem;
import org.callcause.rule.RuleFailure;
import org.junit.jupiter.api.Test;

class TextReportTests {

    @Test
    void aFailedCallIsTold() {
        String text = Scenes.declined().rule(Scenes.DECLINED).text();

        assertThat(text)
                .containsSubsequence(
                        "1 call: 1 declined.",
                        "DECLINED  603 Decline",
                        "2026-11-21 10:00:00.000 UTC",
                        "Alice <1000@example.com> called 2000@example.com",
                        "Call-ID call-1",
                        "It began to ring after 250 ms and rang for 4.3 s.",
                        "The callee refused the call (likely)",
                        "The phone rang and then said no.",
                        "#4  SIP/2.0 603 Decline",
                        "#4  Reason: Q.850;cause=21",
                        "generated at or beyond 192.0.2.2:5060 (inferred)",
                        "Caller: Call later.",
                        "Administrator: Look at the phone's rules.",
                        "To be sure: Ask the callee.",
                        "RFC 3261 21.6.2",
                        "test/declined",
                        "INVITE ─");
    }

    @Test
    void whoCalledIsNotSaidOfACallCapturedFromItsMiddle() {
        String text = Scene.begin()
                .request(0, "BYE", 2)
                .response(0.1, "200 OK", "BYE", 2)
                .text();

        assertThat(text).contains("1000@example.com and 2000@example.com  begins before the capture");
    }

    @Test
    void whatSurroundedACallIsToldBeforeAnybodyIsBlamed() {
        String text = Scenes.declined()
                .rule(Scenes.DECLINED)
                .circumstance("test/trunk", "The trunk had not been seen for 6 min.")
                .text();

        assertThat(text)
                .containsSubsequence(
                        "rang for 4.3 s.",
                        "First of all: The trunk had not been seen for 6 min. (rule test/trunk)",
                        "The callee refused the call (likely)");
    }

    @Test
    void otherReadingsAreOneLineEach() {
        String text =
                Scenes.declined().rule(Scenes.DECLINED).rule(Scenes.RINGS_OUT).text();

        assertThat(text).contains("Other readings:\n    Possible: It rang out (test/rang-out)\n");
    }

    @Test
    void aHealthyCallIsOneLine() {
        String text = Scenes.answered().text();

        assertThat(text)
                .contains("1 call: 1 answered.")
                .contains("2026-11-21 10:00:00  1000@example.com to 2000@example.com  answered, rang 5.0 s, "
                        + "talked 65 s, the caller hung up\n")
                .doesNotContain("│");
    }

    @Test
    void aFailureWithoutARuleIsShownAndSaysSo() {
        String text = Scenes.declined().text();

        assertThat(text).contains("No rule explains this outcome.").contains("603 Decline ─");
    }

    @Test
    void hundredsOfHealthyCallsAreCounted() {
        Scene scene = Scene.begin();
        for (int i = 0; i < 150; i++) {
            scene.call("call-" + i)
                    .request(i, "INVITE")
                    .response(i + 0.1, "200 OK")
                    .request(i + 0.2, "ACK");
        }

        assertThat(scene.text().lines().filter(line -> line.contains("  answered")))
                .hasSize(20);
        assertThat(scene.text()).contains("... and 130 more answered.");
    }

    @Test
    void aFailedRegistrationIsShownAndHealthyOnesAreCounted() {
        String text = Scenes.refusedRegistration()
                .call("fine")
                .request(1, "REGISTER")
                .response(1.1, "200 OK", "REGISTER", 1)
                .text();

        assertThat(text)
                .contains("No calls.")
                .contains("2 registrations: 1 rejected, 1 succeeded.")
                .contains("REGISTER 1000@example.com to 2000@example.com  rejected, 403 Forbidden");
    }

    @Test
    void ofRegistrationsThatFailAlikeOneIsToldInFull() {
        Scene scene = Scene.begin().rule(Scenes.DECLINED);
        for (int i = 0; i < 3; i++) {
            scene.call("registration-" + i).request(i, "REGISTER").response(i + 0.1, "603 Decline", "REGISTER", 1);
        }
        String text = scene.text();

        assertThat(text).containsOnlyOnce("REGISTER  DECLINED  603 Decline").containsOnlyOnce("The callee refused");
        assertThat(text.replace("\n  ", "\n|")).contains("""
            |2 more like this (same diagnosis):
            |  2026-11-21 10:00:01  REGISTER 1000@example.com to 2000@example.com
            |  2026-11-21 10:00:02  REGISTER 1000@example.com to 2000@example.com
            """);
    }

    private static Scene declinedAlike(int calls) {
        Scene scene = Scene.begin().rule(Scenes.DECLINED);
        for (int i = 0; i < calls; i++) {
            scene.call("alike-" + i).request(i, "INVITE").response(i + 0.1, "603 Decline");
        }
        return scene;
    }

    @Test
    void ofManyCallsThatFailAlikeTwoAreToldInFull() {
        assertThat(declinedAlike(3).text().lines().filter(line -> line.startsWith("DECLINED")))
                .hasSize(3);

        String text = declinedAlike(20).text();

        assertThat(text.lines().filter(line -> line.startsWith("DECLINED"))).hasSize(2);
        assertThat(text)
                .containsSubsequence(
                        "Call-ID alike-0",
                        "Call-ID alike-1",
                        "\n  18 more like this (same diagnosis):",
                        "\n    2026-11-21 10:00:02  1000@example.com to 2000@example.com\n",
                        "\n    2026-11-21 10:00:11  1000@example.com to 2000@example.com\n",
                        "    ... and 8 more\n")
                .doesNotContain("10:00:12  ");
        assertThat(declinedAlike(20).json()).contains("alike-0", "alike-19");
    }

    @Test
    void callsThatFailInAnotherWayAreToldAlthoughTheyComeLate() {
        String text = declinedAlike(10)
                .call("busy")
                .request(100, "INVITE")
                .response(100.1, "486 Busy Here")
                .text();

        assertThat(text).containsSubsequence("8 more like this", "Call-ID busy", "486 Busy Here");
    }

    @Test
    void rulesThatFailAreNamedOnce() {
        String text = Scenes.declined()
                .call("call-2")
                .request(100, "INVITE")
                .response(100.1, "603 Decline")
                .rule(Scenes.DECLINED)
                .rule(Scenes.BROKEN)
                .text();

        assertThat(text)
                .contains("The callee refused the call")
                .contains("test/broken failed on 2 calls")
                .contains("no table of numbers");
    }

    @Test
    void rulesAboutManyCallsThatFailAreNamedInEveryText() throws IOException {
        AnalysisSummary summary = new AnalysisSummary(List.of(), AnalysisLimits.NONE, List.of())
                .withIncidents(List.of(), List.of(new RuleFailure("acme/broken", "no table of numbers", true)));
        ByteArrayOutputStream calls = new ByteArrayOutputStream();
        ByteArrayOutputStream peers = new ByteArrayOutputStream();

        new TextReport(calls, TextOptions.PLAIN).finish(summary);
        new SummaryReport(peers, TextOptions.PLAIN).finish(summary);

        assertThat(List.of(calls.toString(StandardCharsets.UTF_8), peers.toString(StandardCharsets.UTF_8)))
                .allSatisfy(text -> assertThat(text)
                        .contains("Rules that failed")
                        .contains(
                                "acme/broken failed 1 time; it was not run any more after that: no table of numbers"));
    }

    @Test
    void aViolationOfAFailedCallIsToldWithItsMessages() {
        String text = Scenes.declined().rule(Scenes.OLD_AGENT).text();

        assertThat(text.replaceAll("\\s+", " "))
                .contains("Against the standard: The request has no Max-Forwards (test/max-forwards-missing, #1): "
                        + "Nothing limits how far it is handed on.");
    }

    @Test
    void violationsOnHealthyCallsAreSummedUp() {
        String text = Scenes.answered().rule(Scenes.OLD_AGENT).text();

        assertThat(text).contains("The request has no Max-Forwards: 1 time, first in #1 (test/max-forwards-missing)");
    }

    @Test
    void controlCharactersOfAMessageDoNotReachTheTerminal() {
        String text = Scene.begin()
                .request(0, "INVITE")
                .response(0.1, "603 De\u001b[31mcline", "Reason: Q.850;cause=21;text=\"\u001b]0;x\u0007\"")
                .rule(Scenes.DECLINED)
                .text();

        assertThat(text).doesNotContain("\u001b").doesNotContain("\u0007").contains("\\u001b");
    }

    @Test
    void coloursAreOptional() {
        String coloured = Scenes.declined()
                .rule(Scenes.DECLINED)
                .written(output -> new TextReport(output, new TextOptions(100, true)));

        assertThat(coloured).contains("\u001b[31m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
                .isEqualTo(Scenes.declined().rule(Scenes.DECLINED).text());
    }

    @Test
    void proseStaysWithinTheWidth() {
        String text =
                Scenes.declined().rule(Scenes.DECLINED).rule(Scenes.RINGS_OUT).text();

        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void whatCouldNotBeDecodedStandsAtTheTop() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        SourceReport encrypted = new SourceReport(
                "a.pcap",
                "pcap",
                0,
                214,
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(new SourceReport.Note(
                        "encrypted-sip",
                        "encrypted SIP on port 5061",
                        214,
                        "record",
                        "get it in clear from the server")),
                List.of(),
                Optional.empty(),
                Optional.empty());
        SourceReport plain = new SourceReport(
                "b.txt",
                "text",
                3,
                0,
                Optional.of(Instant.parse("2026-11-21T10:00:00Z")),
                Optional.of(Instant.parse("2026-11-21T10:05:00Z")),
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        new TextReport(output, TextOptions.PLAIN)
                .finish(new AnalysisSummary(
                        List.of(encrypted, plain), AnalysisLimits.NONE, List.of(new LoadProblem("acme", "no class"))));

        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("a.pcap: pcap, 0 SIP messages\n")
                .contains("Not decoded: encrypted SIP on port 5061, 214 records: get it in clear from the server.")
                .contains("b.txt: text, 3 SIP messages, 2026-11-21 10:00:00 to 10:05:00 UTC")
                .contains("No calls.")
                .contains("acme could not be loaded: no class");
    }

    private static String limits(long messages) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new TextReport(output, TextOptions.PLAIN)
                .finish(new AnalysisSummary(List.of(), new AnalysisLimits(0, messages, messages, 0, 0, 0), List.of()));
        return output.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    @Test
    void oneMessageThatWasLeftOutIsToldAsOne() throws IOException {
        assertThat(limits(1))
                .contains("1 message went uncounted: its call had too many, or it was cut before it named one.")
                .contains("1 message came after the end of its call had been reported, and counts for none.");
        assertThat(limits(2))
                .contains(
                        "2 messages went uncounted: their calls had too many, or they were cut before they named one.")
                .contains("2 messages came after the end of their calls had been reported, and count for none.");
    }
}
