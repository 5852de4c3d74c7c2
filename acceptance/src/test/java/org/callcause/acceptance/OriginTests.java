package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Trigger;
import org.callcause.testkit.CallAssertions;
import org.callcause.testkit.CallScript;
import org.callcause.testkit.DiagnosisAssertion;
import org.junit.jupiter.api.Test;

/** Who made the final response, as far as a capture shows: the Via stack never tells. */
class OriginTests {

    private static DiagnosisAssertion origin(String script) {
        RuleSet rules = RuleSet.builder()
                .add(Rule.named("test/refused")
                        .title("refused")
                        .on(Trigger.statusClass(5).or(Trigger.statusClass(4)))
                        .check((call, findings) -> findings.diagnose(Cause.SERVER_ERROR, Likelihood.POSSIBLE)
                                .evidence(call.finalResponse())))
                .build();
        return CallAssertions.assertThat(CallScript.of(script))
                .examinedBy(rules)
                .isFoundBy("test/refused");
    }

    @Test
    void theFurthestHopThatShowsTheFailureIsWhereOrBeyondWhichItWasMade() {
        DiagnosisAssertion found = origin("""
                0.000 caller -> proxy   INVITE
                0.004 proxy  -> caller  100
                0.005 proxy  -> gateway INVITE
                0.400 gateway -> proxy  500
                0.401 proxy  -> gateway ACK
                0.402 proxy  -> caller  500
                0.410 caller -> proxy   ACK
                """);

        found.pointsAt("gateway").isKnownBy(Origin.Basis.INFERRED);
        assertThat(found.diagnosis().origin().explanation())
                .startsWith("generated at or beyond")
                .contains("passed on by");
    }

    @Test
    void aProxyThatTurnsOneFailureIntoAnotherMadeIt() {
        DiagnosisAssertion found = origin("""
                0.000 caller -> proxy   INVITE
                0.004 proxy  -> caller  100
                0.005 proxy  -> gateway INVITE
                0.050 gateway -> proxy  503
                0.051 proxy  -> gateway ACK
                0.052 proxy  -> caller  500
                0.060 caller -> proxy   ACK
                """);

        found.pointsAt("proxy").isKnownBy(Origin.Basis.SEEN);
        assertThat(found.diagnosis().origin().explanation()).contains("had answered 503");
    }

    @Test
    void aFastRefusalSpeaksForTheElementItself() {
        DiagnosisAssertion found = origin("""
                0.000 caller -> proxy  INVITE
                0.005 proxy  -> caller 503 | Server: Edge 7
                0.010 caller -> proxy  ACK
                """);

        assertThat(found.diagnosis().origin().explanation())
                .contains("its Server header says Edge 7", "after 5 ms", "RFC 3261 16.7");
    }
}
