package org.callcause.rules.rfc3261.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.Callcause;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Remedy;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** What is told of a 503 that a proxy turned into another code. */
class HiddenUnavailabilityTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static final String ONE_WAY = """
            0.000 caller -> proxy   INVITE
            0.005 proxy  -> gateway INVITE
            0.050 gateway -> proxy  503 | Reason: Q.850;cause=18
            0.051 proxy  -> gateway ACK
            0.052 proxy  -> caller  480
            0.060 caller -> proxy   ACK
            """;

    private static final String TWO_WAYS = """
            0.000 caller -> proxy   INVITE
            0.005 proxy  -> first   INVITE
            0.050 first  -> proxy   503
            0.051 proxy  -> first   ACK
            0.055 proxy  -> second  INVITE
            0.090 second -> proxy   503
            0.091 proxy  -> second  ACK
            0.092 proxy  -> caller  480
            0.100 caller -> proxy   ACK
            """;

    private static Diagnosis read(String script) {
        Diagnosis read = STANDARD.analyze(CallScript.of(script).messages())
                .get(0)
                .diagnosis()
                .orElseThrow();
        assertThat(read.rule()).isEqualTo("rfc3261/480-hides-503");
        return read;
    }

    @Test
    void aDeviceThatDidNotReactIsNoPersonWhoDidNotAnswer() {
        assertThat(read(ONE_WAY).cause()).isEqualTo(Cause.NO_RESPONSE);
    }

    @Test
    void nothingSpeaksAgainstAServerThatCouldNotServe() {
        assertThat(read(ONE_WAY).alternatives())
                .extracting(Alternative::cause)
                .doesNotContain(Cause.STRUCTURAL_UNAVAILABLE);
    }

    @Test
    void aSecondNextHopIsAdvisedWhereThereWasOne() {
        assertThat(read(ONE_WAY).remedies())
                .extracting(Remedy::text)
                .anyMatch(text -> text.contains("second next hop"));
    }

    @Test
    void aSecondNextHopIsNotAdvisedWhereTwoHadBeenTried() {
        assertThat(read(TWO_WAYS).remedies())
                .extracting(Remedy::text)
                .noneMatch(text -> text.contains("second next hop"));
    }
}
