package org.callcause.rules.rfc3261.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.NotChecked;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code from 300 to 699 is read from the call, and so two calls with one code are read in two ways. */
class EveryFinalResponseTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    /** A first challenge is answered by the caller, so it is the end of nothing. */
    static IntStream codes() {
        return IntStream.rangeClosed(300, 699).filter(code -> code != 401 && code != 407);
    }

    private static CallReport analyze(String script) {
        return STANDARD.analyze(CallScript.of(script).messages()).get(0);
    }

    private static CallReport atOnce(int code) {
        return analyze("""
            0.000 caller -> proxy INVITE
            0.030 proxy -> caller %d
            0.040 caller -> proxy ACK
            """.formatted(code));
    }

    private static CallReport afterRinging(int code) {
        return analyze("""
            proxy runs Acme-SBC/7.2
            0.000 caller -> proxy INVITE
            0.004 proxy -> caller 100
            0.400 proxy -> caller 180
            7.400 proxy -> caller %d | Retry-After: 45
            7.410 caller -> proxy ACK
            """.formatted(code));
    }

    private static String told(CallReport report) {
        return Stream.concat(
                        report.diagnoses().stream().map(Diagnosis::explanation),
                        report.notChecked().stream().map(NotChecked::why))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void whatIsSaidOfACodeDependsOnTheCall(int code) {
        CallReport atOnce = atOnce(code);
        CallReport afterRinging = afterRinging(code);

        assertThat(told(atOnce)).isNotBlank().isNotEqualTo(told(afterRinging));
        if (isRefusal(code)) {
            Diagnosis early = atOnce.diagnosis().orElseThrow();
            Diagnosis late = afterRinging.diagnosis().orElseThrow();
            assertThat(early.explanation()).containsAnyOf("30 ms", "without any ringing");
            assertThat(late.explanation()).containsAnyOf("7.4 s", "7.0 s", "ringing");
            assertThat(early.origin().address().isKnown()).isTrue();
            assertThat(early.alternatives()).isNotEmpty();
        }
    }

    /** A redirection may be followed elsewhere, and a 487 belongs to a CANCEL that the capture may have lost. */
    private static boolean isRefusal(int code) {
        return code >= 400 && code != 487;
    }
}
