package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callcause.capture.LogSamples.prefixed;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.callcause.dialog.Transport;
import org.callcause.message.SipMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding where messages begin and end in text, and what their bytes were. */
class TextTests {

    private static final String SDP = "v=0\r\no=a 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n";
    private static final String OFFER = Sip.request("INVITE", "offer", "")
                    .replace(
                            "Content-Length: 0\r\n",
                            "Content-Type: application/sdp\r\nContent-Length: " + SDP.length() + "\r\n")
            + SDP;
    private static final String ANSWER = Sip.response("200 OK", "offer");

    private static String lineFeeds(String sip) {
        return sip.replace("\r\n", "\n");
    }

    @Test
    void messagesPastedOneAfterAnotherAreToldApart() {
        assertThat(Reading.of(OFFER + ANSWER).texts()).containsExactly(OFFER, ANSWER);
    }

    @Test
    void bareLineFeedsBecomeTheLineEndsThatWereSent() {
        Reading reading = Reading.of(lineFeeds(OFFER) + "\n" + lineFeeds(ANSWER));

        assertThat(reading.texts()).containsExactly(OFFER, ANSWER);
        assertThat(reading.messages())
                .allSatisfy(message -> assertThat(message.message().defects()).isEmpty());
    }

    @Test
    void aMissingBlankLineAtTheEndIsNoMatter() {
        assertThat(Reading.of(lineFeeds(ANSWER).strip()).texts()).containsExactly(ANSWER);
    }

    @Test
    void aLogThatEndsWithinAMessageLeavesItCut() {
        String log = lineFeeds(OFFER) + "\n" + lineFeeds(ANSWER);
        String end = "Call-ID: off";
        Reading reading = Reading.of(log.substring(0, log.lastIndexOf(end) + end.length()));

        SipMessage last = reading.messages().get(1).message();
        assertThat(last.isCut()).isTrue();
        assertThat(last.text()).endsWith("tag=b1\r\n" + end);
        assertThat(last.callId()).isEmpty();
        assertThat(reading.messages().get(0).message().isCut()).isFalse();
        assertThat(reading.summary().truncated()).isTrue();
    }

    @Test
    void aMessageOfWhichALogShowsThreeLinesIsCut() {
        String begun = lineFeeds(ANSWER).lines().limit(4).collect(Collectors.joining("\n"));
        Reading reading = Reading.of(begun + "\n10:00:01.000 192.0.2.2:5060 -> 192.0.2.1:5060\n" + lineFeeds(OFFER));

        assertThat(reading.messages())
                .extracting(message -> message.message().isCut())
                .containsExactly(true, false);
        assertThat(reading.summary().truncated()).isFalse();
    }

    @Test
    void aStringWithoutLineEndsBehindItsMessageIsWhole() {
        String stripped = ANSWER.strip();
        String json = stripped.replace("\r\n", "\\r\\n");

        assertThat(Reading.of("[{\"raw\": \"" + json + "\"}]").texts()).containsExactly(ANSWER);
        assertThat(Reading.of("10:00:01 sent \"" + json + "\"").texts()).containsExactly(ANSWER);
    }

    @Test
    void aMessageEndsWhereTheNextBegins() {
        String text = lineFeeds(ANSWER).strip() + "\n" + lineFeeds(OFFER) + lineFeeds(OFFER);

        assertThat(Reading.of(text).texts()).containsExactly(ANSWER, OFFER, OFFER);
    }

    @Test
    void aStatusLineMayHaveMoreThanOneBlank() {
        String spread = ANSWER.replaceFirst("SIP/2.0 ", "SIP/2.0  ");

        assertThat(Reading.of(OFFER + spread).texts()).containsExactly(OFFER, spread);
    }

    @Test
    void blanksThatDocumentsPrintIntoAStartLineAreTakenAsTheyStand() {
        String spread = OFFER.replaceFirst("INVITE sip:(\\S+) SIP/2.0", "INVITE sip: $1 SIP /2.0");

        assertThat(spread).isNotEqualTo(OFFER);
        assertThat(Reading.of(spread + ANSWER).texts()).containsExactly(spread, ANSWER);
    }

    @Test
    void anExampleThatShowsOnlyHeadersOfMicrosoftIsAMessage() {
        String example = """
            INVITE sip: +15550101@sbc1.example.com SIP /2.0
            X-MS-UserLocation: internal
            X-MS-MediaPath: proxysbc.example.com, sbc1.example.com
            """;

        assertThat(Reading.of(example).texts()).singleElement().asString().startsWith("INVITE sip: +15550101@");
        assertThatThrownBy(() -> Reading.of(example.replace("X-MS-", "Note-"))).hasMessageContaining("no SIP message");
    }

    @Test
    void theTopmostViaTellsTheTransportThatNothingElseTells() {
        assertThat(Reading.of(OFFER.replace("SIP/2.0/UDP", "SIP/2.0/WSS"))
                        .only()
                        .transport())
                .isEqualTo(Transport.WSS);
    }

    @Test
    void markdownFencesAndQuotesAreNotPartOfTheMessage() {
        String text = "# What I see\n\n```\n" + lineFeeds(ANSWER).strip() + "\n```\nand\n\n" + prefixed("> ", OFFER)
                + "> what now?\n";

        assertThat(Reading.of(text).texts()).containsExactly(ANSWER, OFFER);
    }

    @Test
    void indentationAndTableBarsAreRemoved() {
        String folded = OFFER.replace("branch=", "\r\n branch=");

        assertThat(Reading.of(prefixed("    ", folded)).texts()).containsExactly(folded);
        assertThat(Reading.of(prefixed("| ", folded)).texts()).containsExactly(folded);
        assertThat(Reading.of(prefixed("\t", OFFER).replace("\t\n", "\n")).texts())
                .containsExactly(OFFER);
    }

    @Test
    void aLogPrefixOnEveryLineIsRemoved() {
        String prefix = "2024-01-02 10:11:12.123 DEBUG [sip] ";

        Reading reading = Reading.of(prefixed(prefix, OFFER));

        assertThat(reading.texts()).containsExactly(OFFER);
        assertThat(reading.only().time()).hasToString("2024-01-02T10:11:12.123Z");
    }

    @Test
    void aLogPrefixOnTheFirstLineOnlyIsRemoved() {
        String text = "[10:11:12 INF] received: " + OFFER + "[10:11:13 INF] sent: " + ANSWER;

        assertThat(Reading.of(text).texts()).containsExactly(OFFER, ANSWER);
    }

    @Test
    void binaryMarksBeforeAStartLineAreRemoved() {
        assertThat(Reading.of("\u0001PKT\u0001" + OFFER + "\u0001PKT\u0002" + ANSWER)
                        .texts())
                .containsExactly(OFFER, ANSWER);
    }

    @Test
    void logLinesBehindAMessageAreNotPartOfIt() {
        String text = lineFeeds(OFFER) + "10:00:01.000 call state changed\nsip: ringing\n" + lineFeeds(ANSWER)
                + "terminated\n";

        assertThat(Reading.of(text).texts()).containsExactly(OFFER, ANSWER);
    }

    @Test
    void aStartLineInProseIsNoMessage() {
        String text = "We sent INVITE sip:bob@example.com SIP/2.0\nand got SIP/2.0 200 OK\nback.\n" + ANSWER;

        assertThat(Reading.of(text).texts()).containsExactly(ANSWER);
    }

    @Test
    void aResponseQuotedInANotifyIsNoMessageOfItsOwn() {
        String fragment = "SIP/2.0 180 Ringing\r\n";
        String notify = Sip.request("NOTIFY", "refer", fragment).replace("text/plain", "message/sipfrag;version=2.0");

        assertThat(Reading.of(notify + ANSWER).texts()).containsExactly(notify, ANSWER);
        assertThat(Reading.of(lineFeeds(notify) + lineFeeds(ANSWER)).texts()).containsExactly(notify, ANSWER);
    }

    @Test
    void aBodyKeepsTheLineEndsThatGiveItItsLength() {
        String body = "<a>\n  <b/>\n</a>";
        String message = Sip.request("PUBLISH", "xml", body).replace("text/plain", "application/pidf+xml");

        String rewritten = lineFeeds(message).replace("\n", "\r\n");

        assertThat(Reading.of(message + "\r\n" + ANSWER).texts()).containsExactly(message, ANSWER);
        assertThat(Reading.of(rewritten + "\r\n" + ANSWER).texts()).containsExactly(message, ANSWER);
    }

    @Test
    void aBodyWithMixedLineEndsIsKeptAsItIs() {
        String body = "--b\r\nContent-Type: text/xml\r\n\r\n<a>\n</a>\r\n--b--\r\n";
        String message = Sip.request("NOTIFY", "mixed", body).replace("text/plain", "multipart/related;boundary=b");

        assertThat(Reading.of(message + "\r\n" + ANSWER).texts()).containsExactly(message, ANSWER);
    }

    @Test
    void aBodyWithoutLengthEndsWhereTheNextMessageBegins() {
        String message = Sip.request("MESSAGE", "long", "one\r\ntwo\r\n").replaceFirst("Content-Length: \\d+\r\n", "");

        assertThat(Reading.of(message + ANSWER).texts()).containsExactly(message, ANSWER);
        assertThat(Reading.of(message + "=== then\r\n" + ANSWER).texts()).containsExactly(message, ANSWER);
    }

    @Test
    void aBodyOfAnotherLengthThanSaidEndsWithItsLines() {
        String edited = OFFER.replaceFirst("Content-Length: \\d+", "Content-Length: 999");

        assertThat(Reading.of(edited + "\r\nsome words\r\n" + ANSWER).texts()).containsExactly(edited, ANSWER);
    }

    @Test
    void messagesInStringsOfALogAreUnescaped() {
        String json = "{\"time\": \"2024-01-02T10:11:12Z\", \"data\": \"" + escaped(OFFER) + "\", \"n\": [\""
                + escaped(ANSWER) + "\"]}\n";

        assertThat(Reading.of(json).texts()).containsExactly(OFFER, ANSWER);
        assertThat(Reading.of(json).messages().get(0).time()).hasToString("2024-01-02T10:11:12Z");
        assertThat(Reading.of("python: b'" + escaped(OFFER) + "'\n").texts()).containsExactly(OFFER);
        assertThat(Reading.of("raw " + escaped(ANSWER) + "\n").texts()).containsExactly(ANSWER);
        assertThat(Reading.of("syslog: " + ANSWER.replace("\r", "#015").replace("\n", "#012") + "\n")
                        .texts())
                .containsExactly(ANSWER);
    }

    private static String escaped(String sip) {
        return sip.replace("\"", "\\\"").replace("\r", "\\r").replace("\n", "\\n");
    }

    @Test
    void charactersOfHtmlAndTerminalsAreUndone() {
        String html = OFFER.replace("<", "&lt;").replace(">", "&gt;");
        String coloured = OFFER.replace("INVITE sip", "\u001B[1;32mINVITE\u001B[0m sip");

        assertThat(Reading.of("<pre>\n" + html + "</pre>\n").texts()).containsExactly(OFFER);
        assertThat(Reading.of(coloured).texts()).containsExactly(OFFER);
    }

    @Test
    void tagsOfAPageMakeItsLines() {
        String html = lineFeeds(OFFER).replace("<", "&lt;").replace(">", "&gt;");
        String empty = html.lines()
                .map(line -> "<DIV>" + line + "</DIV>")
                .collect(Collectors.joining("\n", "<html>\n<body>\n", "\n</body>"));

        assertThat(Reading.of(empty).texts()).containsExactly(OFFER);
        assertThat(Reading.of(empty.replace("\n", "")).texts()).containsExactly(OFFER);
        assertThat(Reading.of(html.replace("\n", "<br/>\n")).texts()).containsExactly(OFFER);
        assertThat(Reading.of("<p><span>" + html.replace("\n", "</span><br><span>"))
                        .texts())
                .containsExactly(OFFER);
    }

    @Test
    void aMessageThatCarriesAPageIsNoPage() {
        String page = "<html>\r\n<p>See <br>you</p>\r\n</html>";
        String message = Sip.request("MESSAGE", "page", page).replace("text/plain", "text/html");

        assertThat(Reading.of(message + "\r\n10:00:01 <- SIP\r\n" + message).texts())
                .containsExactly(message, message);
    }

    @Test
    void everyCharacterSetIsKeptByteByByte() {
        String utf8 = ANSWER.replace("200 OK", "200 Gr\u00FC\u00DFe \u2192");

        Reading reading = Reading.of(utf8.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.texts()).containsExactly(utf8);
    }

    @Test
    void aLineWithoutEndIsRead() {
        String text = "x".repeat(3 << 20) + "\n" + ANSWER;

        assertThat(Reading.of(text).texts()).containsExactly(ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TX 1 bytes ",
                "<p ",
                "<p>",
                "<br>",
                "&lt;",
                " SIP/2.0",
                "SIP/2.0 200 ",
                "xSIP/2.0 200 ",
                "INVITE a SIP/2.0\\n",
                "\\\"INVITE a SIP/2.0\\n",
                "a:1->",
                "10:10:10 ",
                "Jan 1 ",
                "<--- Received SIP request ",
                "    Media (a): ",
                "\u001B[1;",
                "{ \"",
                "[ ",
                "0000: 4500 ",
                "sent to 192.0.2.1 ",
                "#012Via: ",
                "<packet ",
                "[Time:02-03@09:14:05] "
            })
    void linesMadeToBeSlowAreNot(String piece) {
        String line = piece.repeat((1 << 20) / piece.length()) + "\n";

        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(Reading.of(line + line + ANSWER).texts()).contains(ANSWER));
    }
}
