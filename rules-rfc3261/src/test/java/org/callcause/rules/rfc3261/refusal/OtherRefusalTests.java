package org.callcause.rules.rfc3261.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.Callcause;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** Codes that no rule of their own explains. */
class OtherRefusalTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static String explanation(String response) {
        String script = """
            0.000 caller -> callee INVITE
            0.030 callee -> caller %s
            0.032 caller -> callee ACK
            """.formatted(response);
        return STANDARD.analyze(CallScript.of(script).messages())
                .get(0)
                .diagnosis()
                .orElseThrow()
                .explanation();
    }

    @Test
    void aRegisteredCodeIsReadFromTheCatalogue() {
        assertThat(explanation("440"))
                .contains("the request was forked into more branches at once than is allowed")
                .doesNotContain("No standard");
    }

    @Test
    void anUnregisteredCodeCountsAsTheFirstOfItsClass() {
        assertThat(explanation("499")).contains("No standard gives 499 a meaning", "treat it as 400");
    }

    @Test
    void aRefusedRegistrationIsNotToldLikeACall() {
        String registration = """
            0.000 phone -> registrar REGISTER | Require: path
            0.030 registrar -> phone 420 | Unsupported: path
            """;

        assertThat(STANDARD.analyze(CallScript.of(registration).messages())
                        .get(0)
                        .diagnosis()
                        .orElseThrow()
                        .explanation())
                .startsWith("The registrar's side answered 420 Bad Extension 30 ms after the REGISTER.")
                .doesNotContain("ringing", "machine");
    }

    @Test
    void aServerThatFailedAtOnceDidNotDecide() {
        assertThat(explanation("504"))
                .contains("too fast for a server that was waited for")
                .doesNotContain("a machine decided");
        assertThat(explanation("500")).contains("no person had a part in it").doesNotContain("a machine decided");
        assertThat(explanation("502")).contains("no person had a part in it").doesNotContain("a machine decided");
        assertThat(explanation("513")).contains("a machine decided, by the request itself");
    }

    @Test
    void aWarningBesideTheRefusalIsExplained() {
        assertThat(explanation("400 | Warning: 307 example.com \"what is this\""))
                .contains("307, which means that another parameter of the session description was not understood")
                .contains("what is this");
    }
}
