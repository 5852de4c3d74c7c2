package org.callcause.rules.rfc3261;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.callcause.testkit.RuleExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failed call says why it is not the nearest other stories. */
class NearbyStoriesTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static List<CallReport> reports(String script) {
        return STANDARD.analyze(CallScript.of(script).messages());
    }

    private static List<Alternative> alternatives(String script) {
        return reports(script).get(0).diagnosis().orElseThrow().alternatives();
    }

    static Stream<RuleExample> examples() {
        return new StandardRulesTests().examples().stream().filter(example -> example.kind() == RuleExample.Kind.FIRES);
    }

    /** Of a call that began before the capture, nothing speaks for or against another reading of its set-up. */
    @ParameterizedTest
    @MethodSource("examples")
    void everyFailedCallNamesAnotherReadingAndWhyItIsBehind(RuleExample example) {
        for (CallReport report : reports(example.script())) {
            Disposition.Kind kind = report.call().disposition().kind();
            boolean failed =
                    !report.call().attempts().isEmpty() && (kind.isFailure() || kind == Disposition.Kind.INCOMPLETE);
            if (failed && report.diagnosis().isPresent()) {
                Diagnosis first = report.diagnosis().orElseThrow();
                assertThat(first.alternatives()).isNotEmpty();
                assertThat(first.alternatives())
                        .extracting(Alternative::cause)
                        .doesNotHaveDuplicates()
                        .doesNotContain(first.cause());
            }
        }
    }

    @Test
    void a503SaysWhyItIsNeitherThe480NorThe408() {
        List<Alternative> others = alternatives("""
            0.000 caller -> trunk  INVITE
            0.010 trunk  -> caller 503 | Retry-After: 20
            0.020 caller -> trunk  ACK
            """);

        assertThat(others).extracting(Alternative::cause).contains(Cause.NOT_REGISTERED, Cause.NO_RESPONSE);
        assertThat(others)
                .filteredOn(other -> other.cause().equals(Cause.NO_RESPONSE))
                .singleElement()
                .satisfies(other -> assertThat(other.why()).contains("10 ms after the INVITE"));
    }

    @Test
    void a480AfterRingingSaysThatTheCalleeHadBeenFound() {
        assertThat(alternatives("""
            0.000 caller -> proxy  INVITE
            0.300 proxy  -> caller 180
            25.00 proxy  -> caller 480
            25.01 caller -> proxy  ACK
            """))
                .extracting(Alternative::cause)
                .contains(Cause.STRUCTURAL_UNAVAILABLE, Cause.NO_RESPONSE)
                .doesNotContain(Cause.NO_ANSWER);
    }

    @Test
    void anAnsweredCallHasNoOtherStories() {
        assertThat(reports("""
            0.000 caller -> proxy  INVITE
            0.300 proxy  -> caller 200
            0.310 caller -> proxy  ACK
            9.000 caller -> proxy  BYE
            9.010 proxy  -> caller 200
            """).get(0).diagnosis()).isEmpty();
    }
}
