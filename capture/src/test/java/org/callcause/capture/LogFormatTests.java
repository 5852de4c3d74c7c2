package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Disposition;
import org.callcause.capture.LogSamples.Ends;
import org.callcause.capture.LogSamples.Sample;
import org.callcause.dialog.CapturedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of log becomes the same call, whatever has been done to it on the way. */
class LogFormatTests {

    private static final Map<String, UnaryOperator<String>> MISHAPS = Map.ofEntries(
            Map.entry("CR LF", text -> text.replace("\n", "\r\n")),
            Map.entry("carriage returns that are shown", text -> text.replace("\n", "^M\n")),
            Map.entry(
                    "lines of other threads",
                    text -> interrupted("2026-03-02 09:14:05.500 [worker-3] cache: 12 entries", text)),
            Map.entry("messages that are cut", LogFormatTests::withoutEnds),
            Map.entry("indentation", text -> prefixed("    ", text)),
            Map.entry("tabs", text -> prefixed("\t", text)),
            Map.entry("quoted e-mail", text -> "Hello,\n\n" + prefixed("> ", text) + "\nWhat is wrong?\n"),
            Map.entry("Markdown", text -> "# The call\n\n```text\n" + text + "```\nThat is all.\n"),
            Map.entry(
                    "HTML",
                    text -> "<pre>\n"
                            + text.replace("&", "&amp;")
                                    .replace("<", "&lt;")
                                    .replace(">", "&gt;")
                                    .replace("\"", "&quot;")
                            + "</pre>\n"),
            Map.entry(
                    "colours",
                    text -> text.lines()
                            .map(line -> "\u001B[36;1m" + line + "\u001B[0m\n")
                            .collect(Collectors.joining())),
            Map.entry("RFC 3164", text -> prefixed("Mar  2 09:14:06 sbc app[412]: ", text)),
            Map.entry("RFC 5424", text -> prefixed("<134>1 2026-03-02T09:14:06.500Z sbc app 412 - - ", text)),
            Map.entry("an end that is cut off", text -> text.stripTrailing()),
            Map.entry(
                    "masked addresses",
                    text -> text.replace("192.0.2.10", "xxx.xxx.xxx.xxx").replace("192.0.2.1", "xxx.xxx.xxx.xxx")));

    static Stream<Sample> samples() {
        return LogSamples.all().stream();
    }

    @Test
    void everyFormatOfTheListHasASample() {
        List<String> listed = TextFormat.all().stream().map(TextFormat::name).toList();

        assertThat(samples().map(Sample::format)).containsExactlyElementsOf(listed.subList(0, listed.size() - 2));
        assertThat(TextFormat.all())
                .allSatisfy(format -> assertThat(format.example()).isNotBlank().doesNotContain("\n"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aLogBecomesACallWithItsEndsAndTimes(Sample sample) {
        List<CapturedMessage> messages = Reading.of(sample.text()).messages();

        assertThat(messages)
                .extracting(message -> message.from() + " > " + message.to())
                .containsExactlyElementsOf(LogSamples.CALL.stream()
                        .map(step -> step.from() + " > " + step.to())
                        .toList());
        assertThat(messages).allSatisfy(message -> assertThat(told(message)).isEqualTo(sample.ends()));
        assertThat(messages).allSatisfy(message -> assertThat(message.hasTime()).isEqualTo(sample.timed()));
        if (sample.timed()) {
            long first = messages.get(0).nanos();
            assertThat(messages)
                    .extracting(message -> (message.nanos() - first) / 1_000_000)
                    .containsExactly(0L, 270L, 4_364L, 4_370L);
            assertThat(messages.get(0).time().toString()).contains("T09:14:05.12");
        }
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.message().defects()).isEmpty());
        assertThat(dispositions(messages)).containsExactly(Disposition.Kind.BUSY);
    }

    private static Ends told(CapturedMessage message) {
        if (message.isFromInferred() && message.isToInferred()) {
            return Ends.NONE;
        }
        return message.isFromInferred() || message.isToInferred() ? Ends.FAR : Ends.BOTH;
    }

    static Stream<Arguments> mishaps() {
        return samples()
                .filter(Sample::framed)
                .flatMap(sample -> MISHAPS.keySet().stream().sorted().map(mishap -> Arguments.of(sample, mishap)));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("mishaps")
    void whatHappenedToALogOnTheWayDoesNotMatter(Sample sample, String mishap) {
        String text = MISHAPS.get(mishap).apply(sample.text());

        List<CapturedMessage> messages = Reading.of(text).messages();

        assertThat(messages)
                .extracting(message ->
                        firstWord(message) + " " + message.message().callId().isPresent())
                .containsExactly("INVITE true", "SIP/2.0 true", "SIP/2.0 true", "ACK true");
        assertThat(dispositions(messages)).containsExactly(Disposition.Kind.BUSY);
        if (!mishap.equals("masked addresses")) {
            assertThat(messages)
                    .extracting(message -> message.from() + " > " + message.to())
                    .containsExactlyElementsOf(LogSamples.CALL.stream()
                            .map(step -> step.from() + " > " + step.to())
                            .toList());
        }
    }

    private static String interrupted(String other, String text) {
        return text.lines()
                .map(line -> line + "\n" + (line.contains("Call-ID: ") ? other + "\n" : ""))
                .collect(Collectors.joining());
    }

    /** The last lines of every message are missing. */
    private static String withoutEnds(String text) {
        return text.lines()
                .filter(line -> Stream.of("m=audio", "a=rtpmap", "Server: ", "Content-Length: 0")
                        .noneMatch(line::contains))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quoted e-mail", "indentation", "tabs", "Markdown", "CR LF", "colours", "HTML"})
    void packetDetailsMayBeQuotedAndIndented(String mishap) {
        Sample details = samples()
                .filter(sample -> sample.format().startsWith("tshark -V"))
                .findFirst()
                .orElseThrow();

        whatHappenedToALogOnTheWayDoesNotMatter(details, mishap);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentMayStandInABlockOfMarkdown(Sample document) {
        whatHappenedToALogOnTheWayDoesNotMatter(document, "Markdown");
        whatHappenedToALogOnTheWayDoesNotMatter(document, "CR LF");
        whatHappenedToALogOnTheWayDoesNotMatter(document, "masked addresses");
    }

    static Stream<Sample> documents() {
        return samples().filter(sample -> !sample.framed());
    }

    private static String firstWord(CapturedMessage message) {
        String line = message.message().startLine();
        return line.substring(0, line.indexOf(' '));
    }

    private static String prefixed(String prefix, String text) {
        return text.lines().map(line -> prefix + line + "\n").collect(Collectors.joining());
    }

    private static List<Disposition.Kind> dispositions(List<CapturedMessage> messages) {
        List<CallReport> reports = new ArrayList<>();
        CallStream calls = Callcause.create().stream(reports::add);
        messages.forEach(calls::add);
        calls.close();
        return reports.stream().map(report -> report.disposition().kind()).toList();
    }
}
