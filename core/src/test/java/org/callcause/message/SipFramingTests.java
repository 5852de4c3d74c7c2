package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.message.Messages.invite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipFramingTests {
    private static final String INFO = "INFO sip:x@example.com SIP/2.0\r\nl: 5\r\n\r\nhello";

    @Test
    void messageEndsWithItsBody() {
        assertThat(length(INFO)).isEqualTo(INFO.length());
        assertThat(length(INFO + "BYE sip")).isEqualTo(INFO.length());
    }

    @Test
    void everyPrefixNeedsMore() {
        for (int length = 0; length < INFO.length(); length++) {
            assertThat(length(INFO.substring(0, length))).as("%d bytes", length).isZero();
        }
    }

    @Test
    void lineEndsBeforeTheMessageBelongToIt() {
        assertThat(length("\r\n\r\n" + INFO)).isEqualTo(4 + INFO.length());
        assertThat(length("\r\n\r\n")).isZero();
    }

    @Test
    void withoutContentLengthTheMessageEndsWithItsHeaders() {
        String message = invite().text();

        assertThat(length(message + INFO)).isEqualTo(message.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"l: -1", "l: 5\r\nContent-Length: 4", "l: 99999999999", "l: 70000", "l:"})
    void senselessContentLengthEndsTheMessageWithItsHeaders(String header) {
        String headers = "INFO sip:x@example.com SIP/2.0\r\n" + header + "\r\n\r\n";

        assertThat(length(headers + "hello")).isEqualTo(headers.length());
    }

    @Test
    void contentLengthMayBeFoldedAndRepeated() {
        String message = "INFO sip:x@example.com SIP/2.0\r\nContent-Length :\r\n 2\r\nl: 2\r\n\r\nab";

        assertThat(length(message + "cd")).isEqualTo(message.length());
    }

    @Test
    void plainLineFeedsAreFramed() {
        String message = "INFO sip:x@example.com SIP/2.0\nl: 2\n\nab";

        assertThat(length(message + "cd")).isEqualTo(message.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n",
                "hello\r\n",
                "\u0016\u0003\u0001",
                "{\"a\"",
                "INFO sip:x\u0001",
                "SIP/2.0\r\n"
            })
    void otherBytesAreRefusedAtOnce(String text) {
        assertThat(length(text)).isEqualTo(-1);
    }

    @Test
    void endlessLineIsRefused() {
        assertThat(length("A".repeat(20_000))).isEqualTo(-1);
    }

    @Test
    void endlessHeadersEndAtTheLimit() {
        String endless = "INFO sip:x@example.com SIP/2.0\r\n" + "A: b\r\n".repeat(20_000);

        assertThat(length(endless)).isEqualTo(ParserLimits.DEFAULT.messageBytes());
    }

    @Test
    void nextMessageIsFoundBehindOtherBytes() {
        String text = "12:00 sending INFO sip:x@example.com SIP/2.0\r\nTRACE -> INFO sip:x SIP/2.0\n" + "\n" + INFO;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        int start = SipFraming.startOfMessage(bytes, 0, bytes.length);

        assertThat(start).isEqualTo(text.length() - INFO.length());
        assertThat(SipFraming.startOfMessage(bytes, start, bytes.length)).isEqualTo(start);
        assertThat(SipFraming.startOfMessage(bytes, start + 1, bytes.length)).isEqualTo(-1);
    }

    @Test
    void responseIsFoundButNotTextThatStartsLikeOne() {
        byte[] bytes = "SIP/2.0 is spoken\nSIP/2.0 4x1 Odd\n".getBytes(StandardCharsets.UTF_8);

        assertThat(SipFraming.startOfMessage(bytes, 0, bytes.length)).isEqualTo("SIP/2.0 is spoken\n".length());
    }

    @Test
    void streamFallsIntoItsMessages() {
        byte[] stream = ("\r\n\r\n" + INFO + "garbage\r\n" + INFO + invite().text()).getBytes(StandardCharsets.UTF_8);
        List<String> startLines = new ArrayList<>();
        SipParser parser = new SipParser();
        int at = 0;
        while (at >= 0 && at < stream.length) {
            int length = SipFraming.messageLength(stream, at, stream.length - at);
            if (length < 0) {
                at = SipFraming.startOfMessage(stream, at + 1, stream.length);
            } else {
                startLines.add(parser.parse(stream, at, length).orElseThrow().startLine());
                at += length;
            }
        }

        assertThat(startLines)
                .containsExactly(
                        "INFO sip:x@example.com SIP/2.0",
                        "INFO sip:x@example.com SIP/2.0",
                        "INVITE sip:bob@biloxi.example.com SIP/2.0");
    }

    private static int length(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return SipFraming.messageLength(bytes, 0, bytes.length);
    }
}
