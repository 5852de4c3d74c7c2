package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callcause.message.Messages.invite;
import static org.callcause.message.Messages.kinds;
import static org.callcause.message.Messages.parse;
import static org.callcause.message.Messages.parseText;
import static org.callcause.message.Messages.response;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipParserTests {
    private final SipParser parser = new SipParser();

    @Test
    void aMessageBeginsLikeWhatIsQuotedOfItAndLikeWhatItIsCutFrom() {
        byte[] around = "....OPTIONS sip:a@b SIP/2.0\r\n\r\n....".getBytes(StandardCharsets.ISO_8859_1);
        SipMessage message = parser.parse(around, 4, around.length - 8).orElseThrow();

        assertThat(message.beginsLike("OPTIONS sip:a".getBytes(StandardCharsets.ISO_8859_1)))
                .isTrue();
        assertThat(message.beginsLike("OPTIONS sip:a@b SIP/2.0\r\n\r\nbody".getBytes(StandardCharsets.ISO_8859_1)))
                .isTrue();
        assertThat(message.beginsLike(new byte[0])).isTrue();
        assertThat(message.beginsLike("OPTIONS sip:b".getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
    }

    @Test
    void requestIsRead() {
        SipRequest message = invite();

        assertThat(message.method()).isSameAs(Method.INVITE);
        assertThat(message.requestUri()).isEqualTo("sip:bob@biloxi.example.com");
        assertThat(message.uri().host()).isEqualTo("biloxi.example.com");
        assertThat(message.callId()).contains("a84b4c76e66710@pc33.atlanta.example.com");
        assertThat(message.cseq()).contains(new CSeq(314159, Method.INVITE));
        assertThat(message.fromTag()).contains("1928301774");
        assertThat(message.toTag()).isEmpty();
        assertThat(message.topBranch()).contains("z9hG4bK776asdhds");
        assertThat(message.maxForwards()).hasValue(70);
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void responseIsRead() {
        SipResponse message = response("SIP/2.0 486 Busy Here", "User-Agent: phone", "Server: ignored");

        assertThat(message.status()).isEqualTo(486);
        assertThat(message.statusCode().isClientError()).isTrue();
        assertThat(message.reasonPhrase()).isEqualTo("Busy Here");
        assertThat(message.toTag()).contains("a6c85cf");
        assertThat(message.userAgent()).contains("phone");
        assertThat(message.defects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "OPTIONS rtsp://example.com RTSP/1.0\r\n\r\n",
                "INVITE sip:bob@example.com\r\nVia: SIP/2.0\r\n\r\n",
                "SIP/2.0",
                "SIP/2.0 \r\n\r\n",
                "SIP/1001-00000003 is ringing\r\n",
                "SIP/2.0\r\n\r\n",
                " INVITE sip:bob@example.com SIP/2.0\r\n\r\n",
                "(INVITE) sip:bob@example.com SIP/2.0\r\n\r\n",
                "calls over SIP/\r\n\r\n",
                "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\n"
            })
    void textThatIsNotSipIsEmpty(String text) {
        assertThat(parser.parse(text)).isEmpty();
    }

    @Test
    void binaryProtocolsAreEmpty() {
        byte[] rtp = new byte[172];
        rtp[0] = (byte) 0x80;
        byte[] stun = {0, 1, 0, 0, 0x21, 0x12, (byte) 0xA4, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        byte[] tls = {0x16, 3, 1, 0, 5, 1, 0, 0, 1, 3};
        byte[] noise = new byte[600];
        Arrays.setAll(new Integer[noise.length], i -> {
            noise[i] = (byte) (i * 151 + 13);
            return i;
        });

        assertThat(List.of(rtp, stun, tls, noise))
                .allSatisfy(bytes -> assertThat(parser.parse(bytes)).isEmpty());
    }

    @Test
    void foldedHeaderIsOneLineWithSpaces() {
        SipMessage message =
                invite("Subject: first part,\r\n\t  second part  \r\n third part", "Contact:\r\n <sip:a@example.com>");

        assertThat(message.header("Subject")).contains("first part, second part third part");
        assertThat(message.contacts().get(0).uri().raw()).isEqualTo("sip:a@example.com");
        assertThat(message.headers().get(6).line())
                .isEqualTo("Subject: first part,\r\n\t  second part  \r\n third part");
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void blanksMayStandBeforeTheColon() {
        SipMessage message = parse("BYE sip:x@example.com SIP/2.0", "Call-ID \t :  1@x  ", "CSeq:2 BYE");

        assertThat(message.callId()).contains("1@x");
        assertThat(message.headers().get(0).rawName()).isEqualTo("Call-ID");
        assertThat(message.cseq()).contains(new CSeq(2, Method.BYE));
    }

    @Test
    void plainLineFeedsAreReadAndOneDefect() {
        SipMessage message = parseText(invite().text().replace("\r\n", "\n"));

        assertThat(message.callId()).contains("a84b4c76e66710@pc33.atlanta.example.com");
        assertThat(message.headers()).hasSize(6);
        assertThat(kinds(message)).containsExactly(DefectKind.BARE_LINE_FEED);
    }

    @Test
    void bodyThatLostItsCarriageReturnsIsNotCalledTruncated() {
        SipMessage message = parseText("INFO sip:x@example.com SIP/2.0\nContent-Length: 10\n\nab=1\nc=2\n");

        assertThat(message.bodyText()).isEqualTo("ab=1\nc=2\n");
        assertThat(kinds(message)).doesNotContain(DefectKind.TRUNCATED_BODY);
    }

    @Test
    void headersWithoutAnEmptyLineAreRead() {
        SipMessage message = parseText("BYE sip:x@example.com SIP/2.0\r\nCall-ID: 1@x\r\n");

        assertThat(message.callId()).contains("1@x");
        assertThat(message.bodyLength()).isZero();
        assertThat(kinds(message)).containsExactly(DefectKind.NO_END_OF_HEADERS);
        assertThat(message.isCut()).isTrue();
    }

    @Test
    void aLineInWhichTheMessageEndsIsNoHeader() {
        for (String half : List.of("CSeq: 1 INV", "CSeq: 1", "CSe", "X-Trace: 1", " folded")) {
            SipMessage message = parseText("BYE sip:x@example.com SIP/2.0\r\nCall-ID: 1@x\r\n" + half);

            assertThat(message.headers()).as(half).extracting(Header::value).containsExactly("1@x");
            assertThat(message.callId()).as(half).contains("1@x");
            assertThat(message.cseq()).as(half).isEmpty();
            assertThat(kinds(message)).as(half).containsExactly(DefectKind.NO_END_OF_HEADERS);
            assertThat(message.text()).as(half).endsWith(half);
            ReadEverything.of(message);
        }
    }

    @Test
    void aMessageThatWasCutIsNotKnownToLackAnything() {
        String begun = "BYE sip:x@example.com SIP/2.0\r\nTo: <sip:b@x>\r\n";
        SipMessage cut = parseText(begun);
        SipMessage whole = parseText(begun + "\r\n");

        assertThat(cut.has("Via") || cut.lacks("Via")).isFalse();
        assertThat(cut.hasFromTag() || cut.lacksFromTag()).isFalse();
        assertThat(cut.lacksToTag()).as("its To is there, without a tag").isTrue();
        assertThat(whole.isCut()).isFalse();
        assertThat(whole.lacks("Via")).isTrue();
        assertThat(whole.lacksFromTag()).isTrue();
        assertThat(kinds(whole)).contains(DefectKind.MISSING_VIA, DefectKind.MISSING_FROM);
    }

    @Test
    void aLineInWhichTheBodyEndsTooEarlyIsNoLineOfTheSession() {
        String message =
                "INVITE sip:x@example.com SIP/2.0\r\nContent-Type: application/sdp\r\nContent-Length: %d\r\n\r\n"
                        + "v=0\r\nm=audio 4000 RTP/AVP 0\r\na=send";

        Sdp cut = parseText(message.formatted(99)).sdp().orElseThrow();
        Sdp whole = parseText(message.formatted(35)).sdp().orElseThrow();

        assertThat(cut.media().get(0).attributes()).isEmpty();
        assertThat(whole.media().get(0).attributes()).containsExactly("send");
    }

    @Test
    void startLineAloneIsAMessage() {
        SipMessage message = parseText("BYE sip:x@example.com SIP/2.0");

        assertThat(message.headers()).isEmpty();
        assertThat(message.callId()).isEmpty();
        ReadEverything.of(message);
    }

    @Test
    void otherVersionIsReadAndADefect() {
        assertThat(kinds(response("SIP/2.1 200 OK"))).containsExactly(DefectKind.BAD_VERSION);
        assertThat(kinds(response("sip/2.0 200 OK"))).isEmpty();
    }

    @Test
    void versionWithABlankBeforeItsSlashAsDocumentsPrintItIsReadAndADefect() {
        SipRequest request = (SipRequest) parseText("OPTIONS sip:x@example.com:5061 SIP /2.0\r\nCall-ID: 1@x\r\n\r\n");

        assertThat(request.requestUri()).isEqualTo("sip:x@example.com:5061");
        assertThat(request.hasDefect(DefectKind.BAD_VERSION)).isTrue();
        assertThat(kinds(response("SIP /2.0 200 OK"))).contains(DefectKind.BAD_VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INVITE  sip:bob@example.com SIP/2.0",
                "INVITE sip:bob@example.com  SIP/2.0",
                "INVITE sip:bob@example.com SIP/2.0 ",
                "INVITE\tsip:bob@example.com SIP/2.0",
                "INVITE <sip:bob@example.com> SIP/2.0",
                "INVITE sip:bob@example.com; lr SIP/2.0",
                "INVITE sip:bob@example.com?Subject=x SIP/2.0",
                "INVITE bob SIP/2.0",
                "INVITE SIP/2.0",
                "INVITE sip:bob@example.com:port SIP/2.0"
            })
    void crookedRequestLineIsReadAndADefect(String line) {
        SipRequest message = (SipRequest) parse(line);

        assertThat(message.method()).isSameAs(Method.INVITE);
        assertThat(message.requestUri())
                .isEqualTo(line.substring(6, line.lastIndexOf("SIP/2.0")).trim());
        assertThat(kinds(message)).containsOnlyOnce(DefectKind.BAD_REQUEST_LINE);
    }

    @Test
    void foldedRequestLineIsReadAndADefect() {
        SipRequest message = (SipRequest) parse("INVITE sip:bob@example.com", " SIP/2.0", "Call-ID: 1@x");

        assertThat(message.requestUri()).isEqualTo("sip:bob@example.com");
        assertThat(message.startLine()).isEqualTo("INVITE sip:bob@example.com SIP/2.0");
        assertThat(message.callId()).contains("1@x");
        assertThat(kinds(message)).contains(DefectKind.FOLDED_REQUEST_LINE);
    }

    @Test
    void firstHeaderWithABlankBeforeItIsRead() {
        SipMessage message = parse("INVITE sip:bob@example.com SIP/2.0", "  Call-ID: 1@x", "CSeq: 1 INVITE");

        assertThat(message.callId()).contains("1@x");
        assertThat(kinds(message)).contains(DefectKind.FOLDED_REQUEST_LINE);
    }

    @Test
    void contentLengthMayBeFolded() {
        assertThat(parseText("INFO sip:x@example.com SIP/2.0\r\nl:\r\n 2\r\n\r\nabc")
                        .bodyText())
                .isEqualTo("ab");
    }

    @Test
    void contradictingContentLengthsAreIgnoredAndADefect() {
        SipMessage message = parseText("INFO sip:x@example.com SIP/2.0\r\nl: 2\r\nContent-Length: 1\r\n\r\nabc");

        assertThat(message.bodyText()).isEqualTo("abc");
        assertThat(kinds(message)).contains(DefectKind.CONTENT_LENGTH_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "many", "3 4", "0x3"})
    void unreadableContentLengthIsIgnoredAndADefect(String length) {
        SipMessage message = parseText("INFO sip:x@example.com SIP/2.0\r\nContent-Length: " + length + "\r\n\r\nabc");

        assertThat(message.bodyText()).isEqualTo("abc");
        assertThat(message.contentLength()).isEmpty();
        assertThat(kinds(message)).contains(DefectKind.BAD_CONTENT_LENGTH);
    }

    @Test
    void messageIsReadFromTheMiddleOfAnArray() {
        byte[] bytes = ("....." + invite().text() + ".....").getBytes(StandardCharsets.UTF_8);
        SipMessage message = parser.parse(bytes, 5, bytes.length - 10).orElseThrow();

        assertThat(message.text()).isEqualTo(invite().text());
        assertThat(message.defects()).isEmpty();
        assertThatThrownBy(() -> parser.parse(bytes, 5, bytes.length)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void detachedMessageOutlivesItsArray() {
        byte[] bytes = invite("X-Note: kept").text().getBytes(StandardCharsets.UTF_8);
        SipMessage detached = parser.parse(bytes).orElseThrow().detach();
        Arrays.fill(bytes, (byte) 0);

        assertThat(detached.header("X-Note")).contains("kept");
        assertThat(detached.defects()).isEmpty();
    }

    @Test
    void messageSurvivesTheNextOneOfItsParser() {
        SipMessage first = parser.parse(invite("X-Note: first").text()).orElseThrow();
        SipMessage second = parser.parse(response("SIP/2.0 200 OK").text()).orElseThrow();

        assertThat(second.header("X-Note")).isEmpty();
        assertThat(first.header("X-Note")).contains("first");
    }

    @Test
    void tooManyHeadersAreLeftOutAndADefect() {
        String text = "BYE sip:x@example.com SIP/2.0\r\nA: 1\r\nB: 2\r\n folded\r\nC: 3\r\n folded\r\n\r\nbody";
        SipMessage message =
                new SipParser(new ParserLimits(1000, 2, 100)).parse(text).orElseThrow();

        assertThat(message.headers()).extracting(Header::value).containsExactly("1", "2 folded");
        assertThat(message.bodyText()).isEqualTo("body");
        assertThat(kinds(message)).contains(DefectKind.LIMIT_EXCEEDED);
    }

    @Test
    void tooLongHeaderIsCutAndADefect() {
        String text = "BYE sip:x@example.com SIP/2.0\r\nSubject: " + "x".repeat(200) + "\r\nCall-ID: 1@x\r\n\r\n";
        SipMessage message =
                new SipParser(new ParserLimits(1000, 10, 50)).parse(text).orElseThrow();

        assertThat(message.header("Subject")).contains("x".repeat(50 - "Subject: ".length()));
        assertThat(message.callId()).contains("1@x");
        assertThat(kinds(message)).contains(DefectKind.LIMIT_EXCEEDED);
    }

    @Test
    void tooLongMessageIsCutAndADefect() {
        String text = "BYE sip:x@example.com SIP/2.0\r\nCall-ID: 1@x\r\n\r\n" + "x".repeat(200);
        SipMessage message =
                new SipParser(new ParserLimits(100, 10, 50)).parse(text).orElseThrow();

        assertThat(message.length()).isEqualTo(100);
        assertThat(kinds(message)).contains(DefectKind.LIMIT_EXCEEDED);
    }

    @Test
    void limitsMustMakeSense() {
        assertThatThrownBy(() -> new ParserLimits(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ParserLimits(1 << 24, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
