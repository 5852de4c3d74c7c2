package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Likelihood;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.junit.jupiter.api.Test;

class SecretsTests {

    private static final String RESPONSE = "6629fae49393a05397450978507c4ef1";
    private static final String CREDENTIALS = "Authorization: Digest username=\"1000\", realm=\"r\","
            + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"sip:example.com\", qop=auth, nc=00000001,"
            + " cnonce=\"0a4f113b\", response=\"" + RESPONSE + "\"";

    private static String quote(String header, String line) {
        return Secrets.quote(new Evidence(1, header, line));
    }

    @Test
    void aDigestCannotBeTriedOffline() {
        assertThat(quote("Authorization", CREDENTIALS))
                .contains("username=\"1000\"", "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"")
                .contains("cnonce=\"0a4f…\", response=\"6629…\"")
                .doesNotContain(RESPONSE);
        assertThat(quote("Proxy-Authorization", "proxy-authorization : Digest RESPONSE = " + RESPONSE + ",nc=1"))
                .isEqualTo("proxy-authorization : Digest RESPONSE = 6629…,nc=1");
        assertThat(quote("Authentication-Info", "Authentication-Info: rspauth=\"" + RESPONSE))
                .isEqualTo("Authentication-Info: rspauth=\"6629…\"");
    }

    @Test
    void otherSchemesGiveNothingAwayEither() {
        assertThat(quote("Authorization", "Authorization: Basic MTAwMDpzZWNyZXQ="))
                .isEqualTo("Authorization: Basic MTAw…");
    }

    @Test
    void otherLinesStayAsTheyAre() {
        assertThat(quote("Subject", "Subject: response=\"of the council\""))
                .isEqualTo("Subject: response=\"of the council\"");
    }

    @Test
    void bothReportsKeepTheSecretAndTheTextItsWidth() {
        Rule rule = Rule.named("test/credentials")
                .title("The credentials were refused")
                .on(Trigger.status(403))
                .check((call, findings) -> findings.diagnose(Cause.DECLINED, Likelihood.CERTAIN)
                        .because("the server said so")
                        .evidence(call.initialRequest(), "Authorization")
                        .evidence(call.initialRequest(), "Subject")
                        .remedy(Audience.ADMIN, "look at the password"));
        Scene scene = Scene.begin()
                .request(0, "REGISTER", CREDENTIALS, "Subject: " + "x".repeat(250))
                .response(0.1, "403 Forbidden", "REGISTER", 1)
                .rule(rule);

        assertThat(scene.json()).contains("6629…").doesNotContain(RESPONSE);
        assertThat(scene.text()).contains("6629…", "(certain)").doesNotContain(RESPONSE);
        assertThat(scene.text().lines()).allMatch(line -> line.length() <= 100);
    }
}
