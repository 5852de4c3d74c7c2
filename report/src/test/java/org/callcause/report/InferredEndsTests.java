package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.junit.jupiter.api.Test;

/** What is said of addresses that the source does not tell. */
class InferredEndsTests {

    private static final SipMessage INVITE =
            new SipParser().parse("""
                    INVITE sip:bob@example.com SIP/2.0\r
                    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-a\r
                    Contact: <sip:alice@192.0.2.1>\r
                    \r
                    """.getBytes(StandardCharsets.UTF_8)).orElseThrow();

    private static CapturedMessage between(Endpoint from, Endpoint to) {
        return CapturedMessage.untimed(1, Endpoint.UNKNOWN, Endpoint.UNKNOWN, Transport.UDP, INVITE)
                .withInferredEnds(from, to);
    }

    @Test
    void eachEndSaysWhichHeadersNameIt() {
        assertThat(InferredEnds.told(
                        List.of(between(new Endpoint("192.0.2.1", 5060), new Endpoint("example.com", 5060)))))
                .isEqualTo("192.0.2.1:5060 (from Via and Contact) and example.com:5060 (from the Request-URI alone)");
    }

    @Test
    void anEndThatTheCallDoesNotNameComesFromOthers() {
        assertThat(InferredEnds.told(List.of(between(new Endpoint("192.0.2.9", 5060), Endpoint.UNKNOWN))))
                .isEqualTo("192.0.2.9:5060 (from other calls)");
    }
}
