package org.callcause.rules.rfc3261;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Violation;
import org.callcause.dialog.CapturedMessage;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.callcause.testkit.RuleExample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A source without times leaves durations out of the sentences; it does not put a gap in their place. */
class WithoutTimesTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    static Stream<RuleExample> examples() {
        return new StandardRulesTests().examples().stream();
    }

    private static List<CallReport> untimed(RuleExample example) {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = STANDARD.stream(reports::add)) {
            for (CapturedMessage message : CallScript.of(example.script()).messages()) {
                stream.add(CapturedMessage.untimed(
                        message.index(), message.from(), message.to(), message.transport(), message.message()));
            }
        }
        return reports;
    }

    private static List<String> sentences(CallReport report) {
        List<String> told = new ArrayList<>();
        for (Diagnosis diagnosis : report.diagnoses()) {
            told.add(diagnosis.explanation());
            told.add(diagnosis.origin().explanation());
            diagnosis.alternatives().stream().map(Alternative::why).forEach(told::add);
        }
        report.violations().stream().map(Violation::explanation).forEach(told::add);
        return told;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noSentenceIsBuiltAroundAMissingTime(RuleExample example) {
        for (CallReport report : untimed(example)) {
            assertThat(sentences(report))
                    .allSatisfy(sentence -> assertThat(sentence)
                            .doesNotContain(
                                    "unknown time",
                                    "a time that",
                                    "after what",
                                    "not captured, which",
                                    "long after the first")
                            .doesNotContainPattern("[0-9] (ms|s) (after|later)"));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void ringingThatWasCapturedIsNotSaidToBeMissing(RuleExample example) {
        for (CallReport report : untimed(example)) {
            Call call = report.call();
            if (call.ringing().isPresent()) {
                assertThat(sentences(report))
                        .allSatisfy(sentence -> assertThat(sentence)
                                .doesNotContain(
                                        "without any ringing", "no ringing was captured", "whether a phone rang"));
            }
        }
    }
}
