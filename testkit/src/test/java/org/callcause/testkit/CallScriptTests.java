package org.callcause.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.callcause.testkit.ScriptMessages.message;

import java.time.Duration;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;
import org.callcause.message.Via;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line of a script may say, and what becomes of it. */
class CallScriptTests {

    @Test
    void aMessageIsFilledUpToItsSize() {
        assertThat(message("0.000 caller -> proxy INVITE | size: 1600", 1).length())
                .isEqualTo(1_600);
    }

    @Test
    void aMessageMayLeaveFromAnotherPort() {
        CallScript script = CallScript.of("""
            0.000 caller -> proxy  INVITE
            0.010 proxy  -> caller 100 | port: 5080
            """);

        assertThat(script.messages().get(1).from()).isEqualTo(new Endpoint("192.0.2.10", 5080));
        assertThat(script.endpoint("proxy").port()).isEqualTo(5060);
    }

    @Test
    void messagesHaveIndexTimeAndEndpoints() {
        CallScript script = CallScript.of("""
            # a comment
            0.000 caller -> proxy  INVITE
            ...
            0.250 caller <- proxy  180
            """);

        CapturedMessage ringing = script.messages().get(1);
        assertThat(ringing.index()).isEqualTo(2);
        assertThat(ringing.time()).isEqualTo(CallScript.BEGIN.plusMillis(250));
        assertThat(ringing.from()).isEqualTo(new Endpoint("192.0.2.10", 5060));
        assertThat(ringing.to()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(ringing.transport()).isEqualTo(Transport.UDP);
    }

    @Test
    void scriptWithoutTimesGivesUntimedMessagesInTheirOrder() {
        CallScript script = CallScript.of("""
            caller -> callee INVITE
            callee -> caller 486
            """);

        assertThat(script.messages()).noneMatch(CapturedMessage::hasTime);
        assertThat(script.messages()).extracting(CapturedMessage::index).containsExactly(1L, 2L);
    }

    @Test
    void partiesIdentitiesAndTransportCanBeSet() {
        CallScript script = CallScript.of("""
            party sbc = 198.51.100.7:5080
            party callee = [2001:db8::20]
            caller is sip:+4930123456@example.org
            callee is tel:+4940654321
            transport TCP
            caller -> sbc INVITE
            sbc -> callee INVITE
            """);

        SipRequest invite = (SipRequest) message(script, 2);
        assertThat(script.endpoint("sbc")).isEqualTo(new Endpoint("198.51.100.7", 5080));
        assertThat(script.endpoint("callee")).isEqualTo(new Endpoint("2001:db8::20", 5060));
        assertThat(invite.from().orElseThrow().uri().user()).contains("+4930123456");
        assertThat(invite.topVia()).map(Via::transport).contains("TCP");
        assertThat(script.messages().get(0).transport()).isEqualTo(Transport.TCP);
        assertThat(((SipRequest) message(script, 1)).requestUri()).isEqualTo("tel:+4940654321");
        assertThat(invite.contacts().get(0).raw()).contains("transport=tcp");
    }

    @Test
    void calleeReachedDirectlyIsCalledByItsOwnName() {
        SipRequest invite = (SipRequest) message("""
            callee is sip:carol@example.net
            caller -> callee INVITE
            """, 1);

        assertThat(invite.requestUri()).isEqualTo("sip:carol@example.net");
        assertThat(invite.to().orElseThrow().uri().raw()).isEqualTo("sip:carol@example.net");
    }

    @Test
    void headersAreReplacedAddedAndLeftOut() {
        SipMessage invite = message("""
            caller -> proxy INVITE | -Max-Forwards | f: <sip:x@example.com>;tag=1 | User-Agent: A | +Via: SIP/2.0/UDP a;branch=b | Call-ID: mine
            """, 1);

        assertThat(invite.has("Max-Forwards")).isFalse();
        assertThat(invite.headers().stream().filter(header -> header.rawName().equals("f")))
                .hasSize(1);
        assertThat(invite.fromTag()).contains("1");
        assertThat(invite.userAgent()).contains("A");
        assertThat(invite.vias()).hasSize(2);
        assertThat(invite.callId()).contains("mine");
    }

    @Test
    void theSameHeaderTwiceOnALineIsThereTwice() {
        SipMessage busy = message("""
            caller -> callee INVITE
            callee -> caller 480 | Reason: SIP;cause=480 | Reason: Q.850;cause=20
            """, 2);

        assertThat(busy.headerValues("Reason")).containsExactly("SIP;cause=480", "Q.850;cause=20");
    }

    @Test
    void bodyStartLineAndFragmentAreTakenAsTheyAre() {
        CallScript script = CallScript.of("""
            caller -> callee MESSAGE | body: one\\ntwo
            caller -> callee INVITE | start: INVITE sip:bob@example.com SIP/2.0
            callee -> caller 200 (INVITE)
            callee -> caller REFER
            caller -> callee NOTIFY | sipfrag: 486 Busy Here
            """);

        assertThat(message(script, 1).bodyText()).isEqualTo("one\r\ntwo");
        assertThat(message(script, 1).contentLength()).hasValue(8);
        assertThat(message(script, 5).bodyText()).isEqualTo("SIP/2.0 486 Busy Here\r\n");
        assertThat(message(script, 5).header("Subscription-State")).contains("terminated;reason=noresource");
    }

    @Test
    void captureCanShowALineTwiceOrNotAtAll() {
        CallScript script = CallScript.of("""
            0.0 caller -> callee INVITE not captured
            0.2 callee -> caller 180 x2
            0.4 callee -> caller 603 Decline | Retry-After: 20 x3
            """);

        assertThat(script.messages()).hasSize(5);
        assertThat(message(script, 1).toBytes()).isEqualTo(message(script, 2).toBytes());
        assertThat(Duration.between(
                        script.messages().get(0).time(),
                        script.messages().get(1).time()))
                .isEqualTo(Duration.ofMillis(1));
        assertThat(message(script, 5).header("Retry-After")).contains("20");
        assertThat(((SipResponse) message(script, 5)).reasonPhrase()).isEqualTo("Decline");
    }

    @Test
    void callsOfAScriptShareTheTimeAxis() {
        CallScript script = CallScript.of("""
            0.0 caller -> callee INVITE
            call two
            0.2 callee -> caller INVITE
            call one
            0.1 callee -> caller 180
            until 40
            """);

        assertThat(script.messages())
                .extracting(captured -> captured.message().callId().orElseThrow())
                .containsExactly("call-one@example.com", "call-one@example.com", "call-two@example.com");
        assertThat(script.observedUntil()).contains(CallScript.BEGIN.plusSeconds(40));
        assertThat(message(script, 3).from().orElseThrow().uri().raw()).isEqualTo("sip:bob@example.com");
    }

    @Test
    void responseMayGoAstray() {
        CallScript script = CallScript.of("""
            party elsewhere = 10.0.0.5
            caller -> callee INVITE
            callee -> elsewhere 200 (INVITE)
            """);

        assertThat(message(script, 2).cseq()).isEqualTo(message(script, 1).cseq());
        assertThat(script.messages().get(1).to().host()).isEqualTo("10.0.0.5");
    }

    @Test
    void phraseMayHaveParentheses() {
        CallScript script = CallScript.of("""
            caller -> callee INVITE
            callee -> caller 404 Not Found (PSTN) (INVITE)
            """);

        assertThat(((SipResponse) message(script, 2)).reasonPhrase()).isEqualTo("Not Found (PSTN)");
    }

    @Test
    void errorsNameTheLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallScript.of("caller -> callee INVITE\ncallee -> caller 200 (BYE)"))
                .withMessageContaining("line 2")
                .withMessageContaining("answers nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallScript.of("caller -> callee"))
                .withMessageContaining("line 1 (caller -> callee)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallScript.of("caller -> callee invite"))
                .withMessageContaining("neither a METHOD nor a status");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallScript.of("caller -> callee INVITE | no such thing"))
                .withMessageContaining("no such thing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallScript.of("caller -> callee ACK"))
                .withMessageContaining("no final response");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallScript.of("caller -> callee CANCEL"))
                .withMessageContaining("no INVITE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallScript.of("0.0 caller -> callee INVITE\ncallee -> caller 180"))
                .withMessageContaining("line 2")
                .withMessageContaining("has a time");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallScript.of("caller -> callee INVITE | size: large"))
                .withMessageContaining("line 1")
                .withMessageContaining("size is not a number: large");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallScript.of("transport QUIC"))
                .withMessageContaining("one of [UDP, TCP, TLS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallScript.of("caller -> callee INVITE | sdp: PCMU; sendony"))
                .withMessageContaining("no part of a session: \"sendony\"");
    }

    @Test
    void ladderShowsArrowsTimesAndWhatLinesAdd() {
        CallScript script = CallScript.of("""
            0.000 caller -> proxy  INVITE
            0.005 proxy  -> callee INVITE not captured
            4.100 callee -> proxy  603 Decline | Retry-After: 20
            4.102 proxy  -> caller 603
            """);

        assertThat(script.ladder()).isEqualTo("""
                   caller           proxy            callee
            0.000  |-- INVITE ----->|                |
            4.100  |                |<- 603 Decline -|  Retry-After: 20
            4.102  |<- 603 Decline -|                |
            """);
    }

    @Test
    void traceTellsEachMessageWithItsEndpoints() {
        CallScript script = CallScript.of("1.5 caller -> proxy OPTIONS");

        assertThat(script.trace()).startsWith("""
            2026-01-01 00:00:01.500000 192.0.2.1:5060 -> 192.0.2.10:5060 (UDP)
            OPTIONS sip:bob@example.com SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-1-1-caller
            """).endsWith("Content-Length: 0\n\n\n");
    }

    @Test
    void partyWritesItsNameItsProductAndCapitalsIntoWhatItSends() {
        CallScript script = CallScript.of("""
            party proxy = 198.51.100.7:5061
            proxy writes itself as proxy.example.com
            proxy runs Example/1.2
            proxy writes header names in capitals
            transport TLS
            caller -> proxy  INVITE
            proxy  -> caller 180
            proxy  -> caller 486 | Server: Other/3
            """);

        SipMessage ringing = message(script, 2);
        assertThat(ringing.header("Server")).contains("Example/1.2");
        assertThat(ringing.text())
                .contains("CALL-ID: ", "CONTENT-LENGTH: ")
                .doesNotContain("Call-ID: ", "Content-Length: ");
        assertThat(ringing.contacts().get(0).uri().host()).isEqualTo("proxy.example.com");
        assertThat(message(script, 1).text()).contains("Call-ID: ").doesNotContain("User-Agent");
        assertThat(message(script, 3).headerValues("Server")).containsExactly("Other/3");
    }

    @ParameterizedTest
    @CsvSource({
        "rtp 8.0 caller -> callee, not of the form \"rtp SECONDS to SECONDS",
        "rtp 20.0 to 8.0 caller -> callee, it ends before it begins",
        "rtp 8.0 to 20.0 caller -> calee, no line names calee",
        "rtp 8.0 to 20.0 caller -> callee | type 18, not of the form \"rtp SECONDS to SECONDS"
    })
    void aLineOfMediaThatSaysNothingIsNamed(String line, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallScript.of("0.000 caller -> callee INVITE\n" + line))
                .withMessageContaining("line 2")
                .withMessageContaining(complaint);
    }
}
