package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.message.Messages.invite;
import static org.callcause.message.Messages.kinds;
import static org.callcause.message.Messages.parse;
import static org.callcause.message.Messages.parseText;
import static org.callcause.message.Messages.response;

import org.junit.jupiter.api.Test;

/** Messages in the manner of RFC 4475: legal ones that look wrong, and wrong ones that look legal. */
class TortuousMessageTests {
    @Test
    void legalFoldsBlanksAndQuotesAreReadWithoutDefects() {
        SipRequest message = (SipRequest) parseText("""
                INVITE sip:dora@desk.example.net;strange SIP/2.0
                TO :
                 sip:dora@desk.example.net ;   tag    = 77abcdN
                from   : "D. \\\\\\"Doe\\""       <sip:doe@example.net>
                  ;
                  tag = 4711
                MaX-fOrWaRdS: 0068
                Call-ID: torture.1@192.0.2.7
                cseq: 0012
                  INVITE
                Via  : SIP  /   2.0
                 /UDP
                    192.0.2.8;branch=z9hG4bKone
                s :
                NewHeader: text with "quotes",
                 commas, and a fold
                v:  SIP  / 2.0  / TCP     hop.example.net   ;
                  branch  =   z9hG4bKtwo  , SIP  /    2.0   / UDP  192.168.0.1   ; branch=
                 z9hG4bKthree
                m:"Quoted, \\"name\\"" <sip:doe@example.net;transport=tcp>;q=0.5,
                 tel:+15550100
                l: 0

                """.replace("\n", "\r\n"));

        assertThat(message.toTag()).contains("77abcdN");
        assertThat(message.fromTag()).contains("4711");
        assertThat(message.from().orElseThrow().displayName()).isEqualTo("D. \\\"Doe\"");
        assertThat(message.maxForwards()).hasValue(68);
        assertThat(message.cseq()).contains(new CSeq(12, Method.INVITE));
        assertThat(message.vias())
                .extracting(via -> via.branch().orElse(""))
                .containsExactly("z9hG4bKone", "z9hG4bKtwo", "z9hG4bKthree");
        assertThat(message.vias())
                .extracting(Via::sentBy)
                .containsExactly("192.0.2.8", "hop.example.net", "192.168.0.1");
        assertThat(message.vias()).extracting(Via::transport).containsExactly("UDP", "TCP", "UDP");
        assertThat(message.header("Subject")).contains("");
        assertThat(message.headerValues("NewHeader")).containsExactly("text with \"quotes\", commas, and a fold");
        assertThat(message.contacts()).extracting(NameAddress::displayName).containsExactly("Quoted, \"name\"", "");
        assertThat(message.contacts()).extracting(each -> each.uri().scheme()).containsExactly("sip", "tel");
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void everyTokenCharacterMayNameAMethod() {
        SipRequest message = (SipRequest) parse("a-.!%*_+`'~Z sip:x@example.com SIP/2.0", "CSeq: 1 a-.!%*_+`'~Z");

        assertThat(message.method()).isEqualTo(Method.of("a-.!%*_+`'~Z"));
        assertThat(kinds(message)).doesNotContain(DefectKind.BAD_CSEQ, DefectKind.CSEQ_METHOD_MISMATCH);
    }

    @Test
    void percentSignsAreNeverUnescaped() {
        SipRequest message =
                (SipRequest) parse("%42YE sip:a%00b@example.com SIP/2.0", "C%6Fntact: <sip:x@example.com>");

        assertThat(message.method()).isNotEqualTo(Method.BYE);
        assertThat(message.uri().user()).contains("a%00b");
        assertThat(message.contacts()).isEmpty();
    }

    @Test
    void displayNameMayTouchTheBracket() {
        SipMessage message = parse("OPTIONS sip:example.com SIP/2.0", "From: caller<sip:caller@example.com>;tag=9");

        assertThat(message.from().orElseThrow().displayName()).isEqualTo("caller");
        assertThat(message.fromTag()).contains("9");
        assertThat(kinds(message)).doesNotContain(DefectKind.BAD_ADDRESS);
    }

    @Test
    void reasonPhraseMayBeAnyText() {
        SipResponse message = response("SIP/2.0 200 = 2**3 * 5**2, двести");

        assertThat(message.reasonPhrase()).isEqualTo("= 2**3 * 5**2, двести");
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void bodyMayHoldAnyBytes() {
        SipMessage message = parseText("MESSAGE sip:x@example.com SIP/2.0\r\nl: 6\r\n\r\na\0b\r\nc");

        assertThat(message.body()).containsExactly('a', 0, 'b', '\r', '\n', 'c');
    }

    @Test
    void unterminatedQuoteLosesNothing() {
        SipMessage message = parse("OPTIONS sip:example.com SIP/2.0", "To: \"J. Doe <sip:doe@example.com>;tag=5");

        assertThat(message.to().orElseThrow().uri().user()).contains("doe");
        assertThat(message.to().orElseThrow().displayName()).isEqualTo("J. Doe");
        assertThat(message.toTag()).contains("5");
        assertThat(kinds(message)).contains(DefectKind.UNBALANCED_QUOTES);
    }

    @Test
    void emptyListElementsAndParametersAreDefects() {
        SipMessage message = parse(
                "OPTIONS sip:example.com SIP/2.0",
                "Via: SIP/2.0/UDP 192.0.2.15;;,;,,",
                "Contact: \"Joe\" <sip:joe@example.org>;;;;");

        assertThat(message.topVia().orElseThrow().host()).isEqualTo("192.0.2.15");
        assertThat(message.contacts().get(0).uri().user()).contains("joe");
        assertThat(kinds(message)).contains(DefectKind.BAD_VIA, DefectKind.BAD_ADDRESS);
    }

    @Test
    void aPortThatNoHostHasIsADefect() {
        SipMessage message = parse(
                "INVITE sip:bob@192.0.2.1:65536 SIP/2.0",
                "Via: SIP/2.0/UDP 192.0.2.15:70000;branch=z9hG4bK-a",
                "Contact: <sip:joe@192.0.2.15:99999>");

        assertThat(kinds(message)).contains(DefectKind.BAD_REQUEST_LINE, DefectKind.BAD_VIA, DefectKind.BAD_ADDRESS);
        assertThat(kinds(parse(
                        "INVITE sip:bob@192.0.2.1:65535 SIP/2.0",
                        "Via: SIP/2.0/UDP 192.0.2.15:65535;branch=z9hG4bK-a",
                        "Contact: <sip:joe@192.0.2.15:65535>")))
                .doesNotContain(DefectKind.BAD_REQUEST_LINE, DefectKind.BAD_VIA, DefectKind.BAD_ADDRESS);
    }

    @Test
    void numbersBeyondTheirBoundsAreDefects() {
        SipMessage message = parse(
                "REGISTER sip:example.com SIP/2.0",
                "CSeq: 36893488147419103232 REGISTER",
                "Max-Forwards: 300",
                "Expires: 99999999999999999999999999999",
                "Warning: 1812 host \"In progress\"",
                "Retry-After: 99999999999999999999999999999");

        assertThat(message.cseq()).isEmpty();
        assertThat(message.maxForwards()).hasValue(300);
        assertThat(message.expires()).hasValue(Long.MAX_VALUE);
        assertThat(message.retryAfter().orElseThrow().seconds()).isEqualTo(4294967295L);
        assertThat(kinds(message))
                .contains(
                        DefectKind.BAD_CSEQ,
                        DefectKind.BAD_MAX_FORWARDS,
                        DefectKind.BAD_EXPIRES,
                        DefectKind.BAD_WARNING);
    }

    @Test
    void cseqOfAnotherMethodIsADefect() {
        assertThat(kinds(parse("OPTIONS sip:example.com SIP/2.0", "CSeq: 8 INVITE")))
                .contains(DefectKind.CSEQ_METHOD_MISMATCH);
    }

    @Test
    void repeatedSingleHeadersAreDefectsAndTheFirstCounts() {
        SipMessage message = invite("Call-ID: second@x", "f: <sip:eve@example.com>;tag=2");

        assertThat(message.callId()).contains("a84b4c76e66710@pc33.atlanta.example.com");
        assertThat(message.headerValues("Call-ID")).hasSize(2);
        assertThat(message.fromTag()).contains("1928301774");
        assertThat(kinds(message))
                .containsExactly(DefectKind.DUPLICATE_SINGLE_HEADER, DefectKind.DUPLICATE_SINGLE_HEADER);
    }

    @Test
    void addressesOutsideTheGrammarAreDefects() {
        for (String contact : new String[] {
            "Bell, Alexander <sip:bell@example.com>",
            "< sip:bell@example.com >",
            "sip:bell@example.com?Route=%3Csip:x.example.com%3E",
            "<bell@example.com>",
            "<sip:bell@example.com",
            "<sip:@example.com>",
            "<sip:bell@>",
            "<sip:bell@example.com:0>",
            "<sip:bell@[2001:db8::1>",
            "<sip:bell@example.com> tag=5"
        }) {
            SipMessage message = parse("OPTIONS sip:example.com SIP/2.0", "To: " + contact);

            assertThat(kinds(message)).as(contact).contains(DefectKind.BAD_ADDRESS);
            assertThat(message.to().orElseThrow().raw()).as(contact).isEqualTo(contact);
        }
    }

    @Test
    void dateInAnotherTimeZoneIsADefect() {
        assertThat(kinds(invite("Date: Fri, 01 Jan 2010 16:00:00 EST"))).containsExactly(DefectKind.BAD_DATE);
        assertThat(kinds(invite("Date: Fri, 01 Jan 2010 16:00:00 GMT"))).isEmpty();
    }

    @Test
    void unknownSchemesAndParametersAreOrdinary() {
        assertThat(kinds(parse("OPTIONS nobody-knows:this SIP/2.0", "To: isbn:2983792873")))
                .doesNotContain(DefectKind.BAD_REQUEST_LINE, DefectKind.BAD_ADDRESS);
    }

    @Test
    void callOfRfc2543StyleIsRead() {
        SipMessage message = parse(
                "INVITE sip:userb@example.com SIP/2.0",
                "Via: SIP/2.0/UDP client.example.com",
                "From: <sip:usera@example.com>",
                "To: <sip:userb@example.com>",
                "Call-ID: 17@client.example.com",
                "CSeq: 56 INVITE");

        assertThat(message.fromTag()).isEmpty();
        assertThat(message.topBranch()).isEmpty();
        assertThat(message.defects()).isEmpty();
    }
}
