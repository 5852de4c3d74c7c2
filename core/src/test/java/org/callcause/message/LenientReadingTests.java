package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.message.Messages.invite;
import static org.callcause.message.Messages.kinds;
import static org.callcause.message.Messages.parse;
import static org.callcause.message.Messages.parseText;
import static org.callcause.message.Messages.response;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Messages on which parsers are known to lose values or to give up: the value must be right, and where the input is
 * wrong, a defect must say so.
 */
class LenientReadingTests {
    @Test
    void challengeWithCommasStaysWhole() {
        SipMessage message = response(
                "SIP/2.0 401 Unauthorized",
                "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"84a4cc6f\", qop=\"auth\"");

        assertThat(message.headerValues("WWW-Authenticate"))
                .containsExactly("Digest realm=\"example.com\", nonce=\"84a4cc6f\", qop=\"auth\"");
        assertThat(message.challenges().get(0).realm()).contains("example.com");
        assertThat(message.challenges().get(0).nonce()).contains("84a4cc6f");
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void serverWithACommaInItsCommentStaysWhole() {
        SipMessage message = response("SIP/2.0 200 OK", "Server: Exchange 7 (arm64, musl)");

        assertThat(message.userAgent()).contains("Exchange 7 (arm64, musl)");
        assertThat(message.headerValues("Server")).hasSize(1);
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void unknownHeaderWithACommaStaysWhole() {
        SipMessage message = invite("X-Billing: gold, silver");

        assertThat(message.header("x-billing")).contains("gold, silver");
        assertThat(message.headerValues("X-BILLING")).containsExactly("gold, silver");
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void retryAfterWithACommaInItsCommentStaysWhole() {
        SipMessage message = response("SIP/2.0 480 Away", "Retry-After: 600 (at lunch, back soon);duration=1800");

        RetryAfter retryAfter = message.retryAfter().orElseThrow();
        assertThat(retryAfter.seconds()).isEqualTo(600);
        assertThat(retryAfter.comment()).contains("at lunch, back soon");
        assertThat(retryAfter.duration()).hasValue(1800);
        assertThat(message.headerValues("Retry-After")).hasSize(1);
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void contactWithACommaInItsUserIsOneContact() {
        SipMessage message = invite("Contact: <sip:sales,support@example.com>");

        assertThat(message.contacts()).hasSize(1);
        assertThat(message.contacts().get(0).uri().user()).contains("sales,support");
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void headerInAnyCaseIsFound() {
        SipMessage message = invite("reason: SIP;cause=486", "ReAsOn: Q.850;cause=17");

        assertThat(message.header("Reason")).contains("SIP;cause=486");
        assertThat(message.reasons()).extracting(Reason::protocol).containsExactly("SIP", "Q.850");
    }

    @Test
    void viasInLongAndCompactFormsAndListsAllCount() {
        SipMessage message = parse(
                "OPTIONS sip:example.com SIP/2.0",
                "Via: SIP/2.0/UDP one.example.com;branch=z9hG4bK1",
                "Via: SIP/2.0/TCP two.example.com;branch=z9hG4bK2, SIP/2.0/TLS three.example.com;branch=z9hG4bK3",
                "v: SIP/2.0/UDP four.example.com;branch=z9hG4bK4");

        assertThat(message.vias())
                .extracting(Via::host)
                .containsExactly("one.example.com", "two.example.com", "three.example.com", "four.example.com");
        assertThat(message.topBranch()).contains("z9hG4bK1");
    }

    @Test
    void missingToIsAbsentAndADefect() {
        SipMessage message = parse("BYE sip:bob@example.com SIP/2.0", "Call-ID: 1");

        assertThat(message.to()).isEmpty();
        assertThat(message.toTag()).isEmpty();
        assertThat(kinds(message)).contains(DefectKind.MISSING_TO);
    }

    @Test
    void badCSeqLeavesTheRestReadable() {
        SipMessage message = parse("BYE sip:bob@example.com SIP/2.0", "CSeq: next BYE", "Call-ID: 77@example.com");

        assertThat(message.cseq()).isEmpty();
        assertThat(message.callId()).contains("77@example.com");
        assertThat(kinds(message)).contains(DefectKind.BAD_CSEQ);
    }

    @Test
    void statusLineWithoutReasonPhraseIsRead() {
        SipResponse message = response("SIP/2.0 401 ");

        assertThat(message.status()).isEqualTo(401);
        assertThat(message.reasonPhrase()).isEmpty();
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void statusLineWithoutTheBlankBehindTheCodeIsReadAndADefect() {
        SipResponse message = response("SIP/2.0 401");

        assertThat(message.status()).isEqualTo(401);
        assertThat(kinds(message)).containsExactly(DefectKind.BAD_STATUS_LINE);
    }

    @Test
    void statusCodeWithALetterIsUnreadable() {
        SipResponse message = response("SIP/2.0 4x1 Whatever");

        assertThat(message.status()).isZero();
        assertThat(message.statusCode()).isEqualTo(StatusCode.UNREADABLE);
        assertThat(message.reasonPhrase()).isEqualTo("Whatever");
        assertThat(kinds(message)).containsExactly(DefectKind.BAD_STATUS_CODE);
    }

    @Test
    void statusCodeOutOfRangeIsUnreadable() {
        for (String code : new String[] {"700", "99", "0200", "4294967301", "-200", "99999999999999999999"}) {
            SipResponse message = response("SIP/2.0 " + code + " Strange");

            assertThat(message.status()).as(code).isZero();
            assertThat(kinds(message)).as(code).containsExactly(DefectKind.BAD_STATUS_CODE);
        }
    }

    @Test
    void lineEndsThatKeepTheConnectionAliveAreSkipped() {
        SipMessage message = parseText("\r\n\r\n\r\n" + invite().text());

        assertThat(message.startLine()).isEqualTo("INVITE sip:bob@biloxi.example.com SIP/2.0");
        assertThat(message.headers().get(0).offset())
                .isEqualTo(message.startLine().length() + 2);
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void lineWithoutColonIsADefectAndTheNextHeaderIsRead() {
        SipMessage message = invite("what is this", "Subject: lunch");

        assertThat(message.header("Subject")).contains("lunch");
        assertThat(message.headers()).extracting(Header::rawName).doesNotContain("what");
        Defect defect = message.defects().get(0);
        assertThat(defect.kind()).isEqualTo(DefectKind.HEADER_WITHOUT_COLON);
        assertThat(defect.detail()).endsWith(": what is this");
        assertThat(message.text().substring(defect.offset())).startsWith("what is this\r\nSubject");
        assertThat(defect.length()).isEqualTo("what is this".length());
    }

    @Test
    void bodyShorterThanItsContentLengthIsReadAndADefect() {
        SipMessage message = parseText("MESSAGE sip:bob@example.com SIP/2.0\r\nContent-Length: 99999\r\n\r\nhello");

        assertThat(message.bodyText()).isEqualTo("hello");
        assertThat(message.contentLength()).hasValue(99999);
        assertThat(kinds(message)).contains(DefectKind.TRUNCATED_BODY);
    }

    @Test
    void bytesBehindTheBodyAreCutOffAndADefect() {
        SipMessage message = parseText("MESSAGE sip:bob@example.com SIP/2.0\r\nl: 5\r\n\r\nhelloBYE sip:x SIP/2.0");

        assertThat(message.bodyText()).isEqualTo("hello");
        assertThat(message.text()).endsWith("\r\n\r\nhello");
        assertThat(kinds(message)).contains(DefectKind.BYTES_AFTER_BODY);
    }

    @Test
    void headersKeepTheirOrder() {
        SipMessage message =
                invite("X-B: 1", "Contact: <sip:a@example.com>", "X-A: 2", "m: <sip:b@example.com>", "X-B: 3");

        assertThat(message.headers()).extracting(Header::rawName).endsWith("X-B", "Contact", "X-A", "m", "X-B");
        assertThat(message.contacts())
                .extracting(each -> each.uri().user().orElseThrow())
                .containsExactly("a", "b");
    }

    @Test
    void brokenMessageIsNotSilent() {
        assertThat(kinds(parse("INVITE sip:bob@example.com SIP/2.0")))
                .containsExactlyInAnyOrder(
                        DefectKind.MISSING_CALL_ID,
                        DefectKind.MISSING_CSEQ,
                        DefectKind.MISSING_FROM,
                        DefectKind.MISSING_TO,
                        DefectKind.MISSING_VIA);
    }

    @Test
    void unknownTransportIsOrdinary() {
        SipMessage message =
                parse("OPTIONS sip:example.com SIP/2.0", "Via: SIP/2.0/PIGEON loft.example.com;branch=z9hG4bKcoo");

        assertThat(message.topVia().orElseThrow().transport()).isEqualTo("PIGEON");
        assertThat(kinds(message)).doesNotContain(DefectKind.BAD_VIA);
    }

    @Test
    void whatIsNoUtf8IsLatin1() {
        String sent = """
                MESSAGE sip:bob@example.com SIP/2.0
                From: J\u00FCrgen <sip:j@example.com>
                Subject: \u0425
                Call-ID: \uFFFD

                """;
        byte[] utf8 = sent.getBytes(StandardCharsets.UTF_8);
        byte[] latin1 = sent.getBytes(StandardCharsets.ISO_8859_1);

        SipMessage message = new SipParser().parse(utf8).orElseThrow();
        SipMessage old = new SipParser().parse(latin1).orElseThrow();

        assertThat(message.from().orElseThrow().displayName()).isEqualTo("J\u00FCrgen");
        assertThat(message.header("Subject")).contains("\u0425");
        assertThat(message.header("Call-ID")).contains("\uFFFD");
        assertThat(old.from().orElseThrow().displayName()).isEqualTo("J\u00FCrgen");
    }
}
