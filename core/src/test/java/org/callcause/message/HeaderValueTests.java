package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.message.Messages.invite;
import static org.callcause.message.Messages.kinds;
import static org.callcause.message.Messages.response;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeaderValueTests {
    @Test
    void reasonsOfOneListAreSeparate() {
        SipMessage message = invite(
                "Reason: SIP;cause=200;text=\"Call completed elsewhere, sorry\", Q.850 ; cause = 26 ; location=LN");

        assertThat(message.reasons()).extracting(Reason::protocol).containsExactly("SIP", "Q.850");
        Reason first = message.reasons().get(0);
        assertThat(first.cause()).hasValue(200);
        assertThat(first.text()).contains("Call completed elsewhere, sorry");
        Reason second = message.reasons().get(1);
        assertThat(second.isOf("q.850")).isTrue();
        assertThat(second.cause()).hasValue(26);
        assertThat(second.parameters().value("location")).contains("LN");
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void reasonWithoutAReadableCauseIsKept() {
        SipMessage message = invite("Reason: Q.850;cause=busy");

        assertThat(message.reasons().get(0).cause()).isEmpty();
        assertThat(kinds(message)).containsExactly(DefectKind.BAD_REASON);
        assertThat(invite("Reason: preemption ;text=\"x\"").defects()).isEmpty();
    }

    @Test
    void retryAfterIsSecondsCommentAndDuration() {
        RetryAfter full = RetryAfter.parse("18000 (I'm in a (long) meeting);duration=3600")
                .orElseThrow();

        assertThat(full.comment()).contains("I'm in a (long) meeting");
        assertThat(full.duration()).hasValue(3600);
        assertThat(full).hasToString("18000 s");
        assertThat(RetryAfter.parse("5").orElseThrow().comment()).isEmpty();
        assertThat(RetryAfter.parse("5;duration=9").orElseThrow().duration()).hasValue(9);
        assertThat(RetryAfter.parse("5 (open").orElseThrow().comment()).contains("open");
    }

    @Test
    void retryAfterWithADateIsADefect() {
        SipMessage message = response("SIP/2.0 503 Service Unavailable", "Retry-After: Mon, 21 Jul 2025 18:48:34 GMT");

        assertThat(message.retryAfter()).isEmpty();
        assertThat(kinds(message)).containsExactly(DefectKind.BAD_RETRY_AFTER);
    }

    @Test
    void warningsAreSeparate() {
        SipMessage message = response(
                "SIP/2.0 488 Not Acceptable Here",
                "Warning: 304 proxy.example.com \"Media type not available, try audio\", 399 \"-\" \"x\"",
                "Warning: 370 edge \"Insufficient \\\"bandwidth\\\"\"");

        assertThat(message.warnings()).extracting(Warning::code).containsExactly(304, 399, 370);
        assertThat(message.warnings().get(0).agent()).isEqualTo("proxy.example.com");
        assertThat(message.warnings().get(0).text()).isEqualTo("Media type not available, try audio");
        assertThat(message.warnings().get(2).text()).isEqualTo("Insufficient \"bandwidth\"");
    }

    @Test
    void warningWithoutCodeOrAgentIsKeptAndADefect() {
        SipMessage message = response("SIP/2.0 488 Not Acceptable Here", "Warning: no common codec");

        assertThat(message.warnings().get(0).raw()).isEqualTo("no common codec");
        assertThat(message.warnings().get(0).code()).isZero();
        assertThat(kinds(message)).containsExactly(DefectKind.BAD_WARNING);
    }

    @Test
    void challengesAndCredentialsAreRead() {
        SipMessage challenge = response(
                "SIP/2.0 407 Proxy Authentication Required",
                "Proxy-Authenticate: Digest realm=\"a, b\", nonce=\"n1\", stale=TRUE, algorithm=SHA-256, qop=\"auth,auth-int\"",
                "WWW-Authenticate: NTLM");
        SipMessage credentials =
                invite("Proxy-Authorization: Digest username=\"bob\", realm=\"a, b\",\r\n nonce=\"n1\", uri=\"sip:x\","
                        + " response=\"00ff\", nc=00000002");

        assertThat(challenge.challenges()).extracting(Challenge::scheme).containsExactly("NTLM", "Digest");
        Challenge digest = challenge.challenges().get(1);
        assertThat(digest.header()).isSameAs(HeaderName.PROXY_AUTHENTICATE);
        assertThat(digest.realm()).contains("a, b");
        assertThat(digest.nonce()).contains("n1");
        assertThat(digest.stale()).isTrue();
        assertThat(digest.algorithm()).contains("SHA-256");
        assertThat(digest.qop()).contains("auth,auth-int");
        Credentials answer = credentials.credentials().get(0);
        assertThat(answer.header()).isSameAs(HeaderName.PROXY_AUTHORIZATION);
        assertThat(answer.scheme()).isEqualTo("Digest");
        assertThat(answer.realm()).isEqualTo(digest.realm());
        assertThat(answer.nonce()).contains("n1");
        assertThat(answer.username()).contains("bob");
        assertThat(answer.uri()).contains("sip:x");
        assertThat(answer.response()).contains("00ff");
        assertThat(answer.nonceCount()).contains("00000002");
    }

    @Test
    void sessionExpiresIsRead() {
        assertThat(invite("x: 1800;refresher=uas").sessionExpires())
                .contains(new SessionExpires(1800, Optional.of("uas")));
        assertThat(invite("Session-Expires: 90").sessionExpires().orElseThrow().refresher())
                .isEmpty();
        assertThat(kinds(invite("Session-Expires: soon"))).containsExactly(DefectKind.BAD_SESSION_EXPIRES);
    }

    @Test
    void listsOfTokensAreSplit() {
        SipMessage message =
                invite("k: 100rel, timer", "Supported:", "Supported: replaces ,, path", "Allow: INVITE,ACK");

        assertThat(message.headerValues(HeaderName.SUPPORTED)).containsExactly("100rel", "timer", "replaces", "path");
        assertThat(message.headerValues("Allow")).containsExactly("INVITE", "ACK");
        assertThat(message.header("Allow")).contains("INVITE,ACK");
        assertThat(message.headerValues("Require")).isEmpty();
    }

    @Test
    void routesKeepTheirOrder() {
        SipMessage message = invite(
                "Route: <sip:p1.example.com;lr>, \"P, 2\" <sip:p2.example.com;lr>",
                "Route: <sip:p3.example.com;lr>",
                "Record-Route: <sip:r.example.com>",
                "P-Asserted-Identity: \"A, B\" <sip:a@example.com>, tel:+15550100");

        assertThat(message.routes())
                .extracting(route -> route.uri().host())
                .containsExactly("p1.example.com", "p2.example.com", "p3.example.com");
        assertThat(message.recordRoutes()).hasSize(1);
        assertThat(message.nameAddresses(HeaderName.P_ASSERTED_IDENTITY)).hasSize(2);
        assertThat(message.defects()).isEmpty();
    }

    @Test
    void numbersThatAreNoneAreEmpty() {
        SipMessage message = invite("Expires: never", "Content-Length: -5");

        assertThat(message.expires()).isEmpty();
        assertThat(message.contentLength()).isEmpty();
        assertThat(invite("Expires: 3600").expires()).hasValue(3600);
    }
}
