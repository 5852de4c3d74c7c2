package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.LogSamples.prefixed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** Every kind of log becomes the same call, whatever has been done to it on the way. */
class LogFormatTests {

    private static final Map<String, UnaryOperator<String>> MISHAPS = Map.ofEntries(
            Map.entry("CR LF", text -> text.replace("\n", "\r\n")),
            Map.entry("carriage returns that are shown", text -> text.replace("\n", "^M\n")),
            Map.entry("carriage returns that are shown, and CR LF", text -> text.replace("\n", "^M\r\n")),
            Map.entry(
                    "lines of other threads",
                    text -> interrupted("2026-03-02 09:14:05.500 [worker-3] cache: 12 entries", text)),
            Map.entry("indentation", text -> prefixed("    ", text)),
            Map.entry("tabs", text -> prefixed("\t", text)),
            Map.entry("quoted e-mail", text -> "Hello,\n\n" + prefixed("> ", text) + "\nWhat is wrong?\n"),
            Map.entry("an answer to quoted e-mail", text -> "Hello,\n\n" + prefixed("> > ", text) + "> Why?\nThere.\n"),
            Map.entry("a list of containers", text -> prefixed("sbc-1  | ", text)),
            Map.entry("Markdown", text -> "# The call\n\n```text\n" + text + "```\nThat is all.\n"),
            Map.entry("HTML", text -> "<pre>\n" + html(text) + "</pre>\n"),
            Map.entry(
                    "HTML with line breaks",
                    text -> "<p>Hello,<br>\n" + html(text).replace("\n", "<br>\n") + "</p>"),
            Map.entry(
                    "HTML in one line",
                    text -> "<html><body><p>Hello</p><p>" + html(text).replace("\n", "<br />") + "</p></body></html>"),
            Map.entry(
                    "HTML with divisions",
                    text -> html(text)
                            .lines()
                            .map(line -> "<div class=\"log\">" + (line.isEmpty() ? "<br>" : line) + "</div>\n")
                            .collect(Collectors.joining())),
            Map.entry(
                    "colours",
                    text -> text.lines()
                            .map(line -> "\u001B[36;1m" + line + "\u001B[0m\n")
                            .collect(Collectors.joining())),
            Map.entry("RFC 3164", text -> prefixed("Mar  2 09:14:06 sbc app[412]: ", text)),
            Map.entry("RFC 5424", text -> prefixed("<134>1 2026-03-02T09:14:06.500Z sbc app 412 - - ", text)),
            Map.entry("docker", text -> entries("{\"log\":\"%s\\n\",\"time\":\"2026-03-02T09:14:06.%03dZ\"}", text)),
            Map.entry("Kubernetes", text -> prefixed("2026-03-02T09:14:06.500000000Z stdout F ", text)),
            Map.entry("journalctl -o json", text -> entries("{\"MESSAGE\":\"%s\",\"_PID\":\"%d\"}", text)),
            Map.entry("an end that is cut off", text -> text.stripTrailing()),
            Map.entry(
                    "masked addresses",
                    text -> text.replace("192.0.2.10", "xxx.xxx.xxx.xxx").replace("192.0.2.1", "xxx.xxx.xxx.xxx")));

    private static String entries(String form, String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(at -> String.format(
                        form + "\n",
                        lines.get(at)
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\t", "\\t")
                                .replace("\u001b", "\\u001b"),
                        at))
                .collect(Collectors.joining());
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static Stream<Sample> samples() {
        return LogSamples.all().stream();
    }

    @Test
    void everyFormatOfTheListHasASample() {
        List<String> listed = TextFormat.all().stream().map(TextFormat::name).toList();

        assertThat(samples().map(Sample::format)).containsExactlyElementsOf(listed.subList(0, listed.size() - 5));
        assertThat(TextFormat.all())
                .allSatisfy(format -> assertThat(format.example()).isNotBlank().doesNotContain("\n"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aLogBecomesACallWithItsEndsAndTimes(Sample sample) {
        List<CapturedMessage> messages = Reading.of(sample.text()).messages();

        assertEndsAreThoseOfTheCall(messages);
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

    private static void assertEndsAreThoseOfTheCall(List<CapturedMessage> messages) {
        assertThat(messages)
                .extracting(message -> message.from() + " > " + message.to())
                .containsExactlyElementsOf(SampleCall.CALL.stream()
                        .map(step -> step.from() + " > " + step.to())
                        .toList());
    }

    private static Ends told(CapturedMessage message) {
        if (message.isFromInferred() && message.isToInferred()) {
            return Ends.NONE;
        }
        return message.isFromInferred() || message.isToInferred() ? Ends.FAR : Ends.BOTH;
    }

    static Stream<Arguments> mishaps() {
        return samples()
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
            assertEndsAreThoseOfTheCall(messages);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aMessageMayBeCutBeforeItIsWritten(Sample sample) {
        List<CapturedMessage> messages = Reading.of(sample.cut()).messages();

        assertThat(messages)
                .extracting(LogFormatTests::firstWord)
                .containsExactly("INVITE", "SIP/2.0", "SIP/2.0", "ACK");
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.message().text())
                        .doesNotContain("m=audio", "Server: ", "Content-Length: 0"));
        assertThat(dispositions(messages)).containsExactly(Disposition.Kind.BUSY);
    }

    /** Another line stands behind the Call-ID of each message, or behind every fourth line where it has no line. */
    private static String interrupted(String other, String text) {
        List<String> lines = text.lines().toList();
        Predicate<String> callId = line -> line.strip().startsWith("Call-ID: ");
        boolean shown = lines.stream().anyMatch(callId);
        return IntStream.range(0, lines.size())
                .mapToObj(at ->
                        lines.get(at) + "\n" + ((shown ? callId.test(lines.get(at)) : at % 4 == 3) ? other + "\n" : ""))
                .collect(Collectors.joining());
    }

    private static String firstWord(CapturedMessage message) {
        String line = message.message().startLine();
        return line.substring(0, line.indexOf(' '));
    }

    private static List<Disposition.Kind> dispositions(List<CapturedMessage> messages) {
        List<CallReport> reports = new ArrayList<>();
        CallStream calls = Callcause.create().stream(reports::add);
        messages.forEach(calls::add);
        calls.close();
        return reports.stream().map(report -> report.disposition().kind()).toList();
    }
}
