package org.callcause.jainsip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sip.message.Message;
import javax.sip.message.Request;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.live.LiveCalls;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JainSipMessagesTests {

    private static final String INVITE = """
        INVITE sip:bob@example.com SIP/2.0
        Via: SIP/2.0/TCP 192.0.2.1:5060;branch=z9hG4bK-1
        From: "Alice" <sip:alice@example.com>;tag=a1
        To: <sip:bob@example.com>
        Call-ID: converted
        CSeq: 7 INVITE
        Max-Forwards: 70
        X-Own: kept, with a comma
        Content-Type: text/plain
        Content-Length: 5

        hello\
        """.replace("\n", "\r\n");

    private static SipMessage ours(String text) {
        return new SipParser().parse(text).orElseThrow();
    }

    @Test
    void aMessageGoesToJainSipAndBack() throws ParseException {
        Message theirs = JainSipMessages.toJainSip(ours(INVITE));
        SipMessage back = JainSipMessages.toCallcause(theirs).orElseThrow();

        assertThat(((Request) theirs).getMethod()).isEqualTo("INVITE");
        assertThat(back.startLine()).isEqualTo("INVITE sip:bob@example.com SIP/2.0");
        assertThat(back.callId()).hasValue("converted");
        assertThat(back.header("X-Own")).contains("kept, with a comma");
        assertThat(back.text()).endsWith("\r\n\r\nhello");
        assertThat(back.defects()).isEmpty();
    }

    @Test
    void whatJainSipCannotReadIsAParseException() {
        SipMessage bigCode = ours(INVITE.replace("INVITE sip:bob@example.com SIP/2.0", "SIP/2.0 4294967301 OK"));

        assertThatThrownBy(() -> JainSipMessages.toJainSip(bigCode)).isInstanceOf(ParseException.class);
    }

    @Test
    void messagesAreObservedByHand() throws Exception {
        List<CallReport> reports = new ArrayList<>();
        LiveCalls calls = LiveCalls.with(Callcause.with(RuleSet.builder().build()))
                .listener(reports::add)
                .start();
        JainSipObserver observer = new JainSipObserver(calls);
        Endpoint alice = new Endpoint("192.0.2.1", 5060);
        Endpoint bob = new Endpoint("192.0.2.2", 5060);

        observer.observe(Instant.now(), JainSipMessages.toJainSip(ours(INVITE)), alice, bob);
        observer.observe(Instant.now(), new SIPRequest(), alice, bob);
        calls.close();

        assertThat(observer.observed()).isEqualTo(1);
        assertThat(observer.failures() + calls.counts().notSip()).isEqualTo(1);
        assertThat(reports).hasSizeGreaterThanOrEqualTo(1);
        assertThat(reports.get(0).call().messages().get(0).transport()).isEqualTo(Transport.TCP);
        assertThat(reports.get(0).call().messages().get(0).from()).isEqualTo(alice);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1:5060, 192.0.2.1, 5060",
        "[2001:DB8::1]:5061, 2001:db8::1, 5061",
        "fe80::1%eth0:5060, fe80::1, 5060",
        "[2001:db8:0:0:0:0:0:1]:5060, 2001:db8::1, 5060",
        "host/192.0.2.1:5060, 192.0.2.1, 5060"
    })
    void theEndsOfAPathAreRead(String text, String host, int port) {
        assertThat(EndpointText.read(text)).isEqualTo(new Endpoint(host, port));
    }

    @Test
    void anEndThatIsNotOneIsUnknown() {
        assertThat(EndpointText.read("192.0.2.1:-1")).isEqualTo(Endpoint.UNKNOWN);
        assertThat(EndpointText.read("192.0.2.1")).isEqualTo(Endpoint.UNKNOWN);
        assertThat(EndpointText.read("a:99999")).isEqualTo(Endpoint.UNKNOWN);
    }
}
