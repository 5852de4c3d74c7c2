package org.callcause.rules.rfc3261.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.Callcause;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose registration the words of a 403 miss. */
class ForbiddenTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static Diagnosis refused(String phrase) {
        Diagnosis read = STANDARD.analyze(CallScript.of("""
                0.000 caller -> proxy  INVITE sip:2001@example.com | From: <sip:1001@example.com>;tag=a | To: <sip:2001@example.com>
                0.020 proxy  -> caller 403 %s
                0.022 caller -> proxy  ACK
                """.formatted(phrase)).messages())
                .get(0)
                .diagnosis()
                .orElseThrow();
        assertThat(read.cause()).isEqualTo(Cause.NOT_REGISTERED);
        return read;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Not registered",
                "User not registered",
                "Caller is not registered",
                "Source unregistered",
                "You must register first",
                "Extension 1001 not registered"
            })
    void theCallerIsMeant(String phrase) {
        Diagnosis read = refused(phrase);

        assertThat(read.likelihood()).isEqualTo(Likelihood.LIKELY);
        assertThat(read.origin().party()).isEqualTo(Origin.CALLER);
        assertThat(read.title()).startsWith("The caller was refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Extension 2001 not registered", "2001@example.com is not registered"})
    void theCalleeIsMeantWhereTheWordsNameIt(String phrase) {
        Diagnosis read = refused(phrase);

        assertThat(read.likelihood()).isEqualTo(Likelihood.LIKELY);
        assertThat(read.origin().party()).isNotEqualTo(Origin.CALLER);
        assertThat(read.title()).startsWith("The callee is not registered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Extension not registered",
                "Endpoint not registered",
                "Subscriber not registered",
                "12001 is not registered"
            })
    void whoIsMeantStaysOpenWhereTheWordsDoNotSay(String phrase) {
        Diagnosis read = refused(phrase);

        assertThat(read.likelihood()).isEqualTo(Likelihood.POSSIBLE);
        assertThat(read.origin().party()).isNotEqualTo(Origin.CALLER);
        assertThat(read.title()).contains("of the callee or of the caller");
    }
}
