package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.message.Messages.parse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quick readers must give the answers of the full ones. */
class DialogKeysTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "<sip:a@b>;tag=1|1",
                "<sip:a@b> ; TAG = 1 ; x|1",
                "<sip:a@b>;x=tag;tag=1|1",
                "<sip:a@b>;mytag=0;tag=1;tag=2|1",
                "<sip:a@b;tag=0>;tag=1|1",
                "<sip:a@b;tag=0>|",
                "sip:a@b;tag=1|1",
                "sip:a@b|",
                "A;tag=0 <sip:a@b>;tag=1|1",
                "\"x;tag=0 <\" <sip:a@b>;tag=1|1",
                "\"x\\\" <sip:c>;tag=0\" <sip:a@b>;tag=1|1",
                "\"x <sip:a@b>;tag=1|1",
                "<sip:a@b>;x=\";tag=0\";tag=1|1",
                "<sip:a@b>;tag=\"1\"|1",
                "<sip:a@b>;tag=|",
                "<sip:a@b>;tag|",
                "<sip:a@b;tag=1|1",
                "<sip:a@b>;tag=a,b|a,b",
                "<sip:a@b>;tag=x=y|x=y",
                ";|",
            })
    void tagIsThatOfTheAddress(String value, String tag) {
        SipMessage message = parse("BYE sip:x@example.com SIP/2.0", "From: " + value);

        assertThat(message.fromTag().orElse(null)).isEqualTo(tag);
        assertThat(message.from().orElseThrow().tag()).isEqualTo(message.fromTag());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "SIP/2.0/UDP a;branch=1|1",
                "SIP/2.0/UDP a ; rport ; Branch = 1 ; x|1",
                "SIP/2.0/UDP a;branch=1, SIP/2.0/UDP b;branch=2|1",
                "SIP/2.0/UDP a;branch=1,SIP/2.0/UDP b;branch=2|1",
                "SIP/2.0/UDP a, SIP/2.0/UDP b;branch=2|",
                "SIP/2.0/UDP a;rport, SIP/2.0/UDP b;branch=2|",
                ", SIP/2.0/UDP b;branch=2|2",
                "SIP/2.0/UDP a;x=\"y;branch=0\";branch=1|1",
                "SIP/2.0/UDP a;x=(y,z);branch=1|1",
                "SIP/2.0/UDP a;branch=|",
                "SIP/2.0/UDP a;branch|",
                "SIP/2.0/UDP a|",
            })
    void branchIsThatOfTheTopVia(String value, String branch) {
        SipMessage message = parse("BYE sip:x@example.com SIP/2.0", "Via: " + value);

        assertThat(message.topBranch().orElse(null)).isEqualTo(branch);
        assertThat(message.topVia().orElseThrow().branch()).isEqualTo(message.topBranch());
    }

    @Test
    void emptyTopViaIsPassedOver() {
        SipMessage message = parse("BYE sip:x@example.com SIP/2.0", "Via:", "v: SIP/2.0/UDP b;branch=2");

        assertThat(message.topBranch()).contains("2");
    }

    @ParameterizedTest
    @CsvSource({"1 INVITE,1", "0009\tACK,9", "4294967295 BYE,4294967295", "7BYE,7", "0 PING,0"})
    void cseqIsNumberAndMethod(String value, long number) {
        assertThat(parse("BYE sip:x@example.com SIP/2.0", "CSeq: " + value)
                        .cseq()
                        .orElseThrow()
                        .number())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"4294967296 BYE", "-1 BYE", "BYE", "12", "'12 '", "'1 (BYE)'", "''"})
    void cseqWithoutNumberOrMethodIsAbsent(String value) {
        SipMessage message = parse("BYE sip:x@example.com SIP/2.0", "CSeq: " + value);

        assertThat(message.cseq()).isEmpty();
        assertThat(Messages.kinds(message)).contains(DefectKind.BAD_CSEQ);
    }

    @Test
    void emptyCallIdIsAbsentAndADefect() {
        SipMessage message = parse("BYE sip:x@example.com SIP/2.0", "Call-ID:");

        assertThat(message.callId()).isEmpty();
        assertThat(Messages.kinds(message)).contains(DefectKind.BAD_CALL_ID);
    }

    @Test
    void keysOfAnyLengthAreReadAndCompared() {
        String longTag = "t".repeat(300);
        SipMessage one = withTag(longTag);
        SipMessage same = withTag(longTag);
        SipMessage other = withTag(longTag + "x");

        assertThat(one.fromTag()).contains(longTag);
        assertThat(one.callId()).contains("c".repeat(400));
        assertThat(one.callIdKey()).isEqualTo(same.callIdKey());
        assertThat(one.hasSameFromTag(same)).isTrue();
        assertThat(one.hasSameFromTag(other)).isFalse();
    }

    /** Eight bytes are looked at together: what stands in them behind or beside a character must not hide it. */
    @Test
    void everyCharacterAtEveryPlaceOfABranchIsReadAsTheFullReaderReadsIt() {
        for (int length = 0; length < 18; length++) {
            for (char character = ' '; character < 127; character++) {
                String value = "b".repeat(length) + character + "9".repeat(18 - length) + ";x=;y,\"z";
                SipMessage message =
                        parse("BYE sip:x@example.com SIP/2.0", "Via: SIP/2.0/UDP a:5060;branch=" + value + ";rport");

                assertThat(message.topBranch())
                        .as(value)
                        .isEqualTo(message.topVia().orElseThrow().branch());
            }
        }
    }

    private static SipMessage withTag(String tag) {
        return parse(
                "BYE sip:x@example.com SIP/2.0", "From: <sip:a@example.com>;tag=" + tag, "Call-ID: " + "c".repeat(400));
    }
}
