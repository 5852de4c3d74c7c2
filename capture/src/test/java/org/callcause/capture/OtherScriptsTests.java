package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.LogSamples.prefixed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.callcause.capture.LogSamples.Sample;
import org.callcause.dialog.CapturedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are not in English: of people, of hosts, before the lines of a log; and files of Windows. */
class OtherScriptsTests {

    // In UTF-8 the second letter ends in the byte 85, which is a line end to much that reads text, and the others hold
    // A0.
    private static final String CYRILLIC = "\u0425\u0445 \u0420\u0430\u0411";
    private static final String CHINESE = "\u5145\u6797\u4E60";
    private static final String GERMAN = "J\u00FCrgen \u00DC\u00D6";
    private static final String EMOJI = "Ann \uD83D\uDE00";

    // What these print of a byte that is no ASCII character is a dot.
    private static final List<String> DOTTING = List.of("ngrep without -W byline");

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Stream<Sample> samples() {
        return LogSamples.all().stream().filter(sample -> !DOTTING.contains(sample.format()));
    }

    static Stream<Arguments> names() {
        return samples()
                .flatMap(sample -> Stream.of(CYRILLIC, CHINESE, GERMAN, EMOJI).map(name -> Arguments.of(sample, name)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("names")
    void aNameIsReadAsItWasSent(Sample sample, String name) {
        Sample named = new Sample(
                sample.format(),
                sample.ends(),
                sample.timed(),
                steps -> sample.written()
                        .apply(steps.stream()
                                .map(step -> new SampleCall.Step(
                                        step.time(),
                                        step.received(),
                                        step.message()
                                                .replace("Alice", utf8(name))
                                                .replace("s=-", "s=" + utf8(name))
                                                .replaceFirst(
                                                        "Content-Length: [1-9]\\d*",
                                                        "Content-Length: "
                                                                + (113
                                                                        - 1
                                                                        + utf8(name)
                                                                                .length()))))
                                .toList()));

        List<CapturedMessage> messages = Reading.of(named.text()).messages();

        assertThat(messages)
                .extracting(message -> message.message().from().orElseThrow().displayName())
                .containsExactly(name, name, name, name);
        assertThat(messages.get(0).message().text()).contains("s=" + name, "m=audio");
    }

    static Stream<Arguments> prefixes() {
        return samples()
                .flatMap(sample -> Stream.of(CYRILLIC.replace(' ', '-'), CHINESE, "b\u00FCro", GERMAN.replace(' ', '-'))
                        .map(host -> Arguments.of(sample, host)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("prefixes")
    void theHostBeforeEachLineOfALogMayHaveAnyName(Sample sample, String host) {
        String text = prefixed("Mar  2 09:14:06 " + host + " sip[412]: ", sample.text());

        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            if (charset.newEncoder().canEncode(text)) {
                assertThat(startsOf(text.getBytes(charset))).containsExactly("INVITE", "SIP/2.0", "SIP/2.0", "ACK");
            }
        }
    }

    private static List<String> startsOf(byte[] input) {
        return Reading.of(input).messages().stream()
                .filter(message -> message.message().callId().isPresent())
                .map(message -> message.message().startLine())
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    static Stream<Sample> everySample() {
        return LogSamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void filesOfWindowsAreReadAsAllOthers(Sample sample) {
        UnaryOperator<String> windows = text -> text.replace("\n", "\r\n");
        List<String> expected = Reading.of(sample.text()).texts();

        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String text = windows.apply("\uFEFF" + sample.text());
            Reading reading = Reading.of(text.getBytes(charset));

            assertThat(reading.texts()).as(charset.name()).hasSameSizeAs(expected);
            assertThat(startsOf(text.getBytes(charset))).containsExactly("INVITE", "SIP/2.0", "SIP/2.0", "ACK");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "U %s:5060 -> 192.0.2.1:5060 #1",
                "<--- SIP read from UDP:%s:5060 --->",
                "INFO: <script>: received from udp:%s:5060 to udp:192.0.2.1:5060",
                "Received SIP message from %s:5060",
                "channel [0x55d0c8]: received [640] new bytes from [UDP://%s:5060]:"
            })
    void theHostsOfALineMayHaveAnyName(String line) {
        for (String host : List.of("b\u00FCro.example.com", "\u0448\u043B\u044E\u0437-\u0445.example.com")) {
            String text = line.formatted(utf8(host)) + "\n" + Sip.lineFeeds(Sip.invite("told"));

            CapturedMessage message = Reading.of(text).only();

            assertThat(message.from()).hasToString(host + ":5060");
            assertThat(message.isFromInferred()).isFalse();
        }
        String latin = line.formatted("b\u00FCro.example.com") + "\n" + Sip.lineFeeds(Sip.invite("told"));
        assertThat(Reading.of(latin).only().from()).hasToString("b\u00FCro.example.com:5060");
    }

    @Test
    void charactersOfLatin1AreReadAsSuch() {
        String text = Sip.invite("latin").replace("<sip:alice", "\"" + GERMAN + "\" <sip:alice");

        CapturedMessage message = Reading.of(Octets.text(text)).only();

        assertThat(message.message().header("Call-ID")).contains("latin");
        assertThat(message.message().from().orElseThrow().displayName()).isEqualTo(GERMAN);
    }

    @Test
    void namesInEscapedTextBecomeWhatTheyStandFor() {
        String sent = Sip.invite("json").replace("<sip:alice", "\"\\u0425 \\uD83D\\uDE00\" <sip:alice");
        String escaped = sent.replace("\"", "\\\"").replace("\r\n", "\\r\\n");

        CapturedMessage message =
                Reading.of("{\"message\": \"" + escaped + "\"}\n").only();

        assertThat(message.message().from().orElseThrow().displayName()).isEqualTo("\u0425 \uD83D\uDE00");
    }
}
