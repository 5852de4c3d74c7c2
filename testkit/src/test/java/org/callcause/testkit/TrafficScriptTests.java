package org.callcause.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficScriptTests {

    @Test
    void aLineMakesAllItsCalls() {
        TrafficScript script = TrafficScript.of("0 3 calls every 5 from phone*3 to bob over trunk: 503\nuntil 60");

        assertThat(script.messages()).hasSize(3 * 4);
        assertThat(script.observedUntil()).isEqualTo(CallScript.BEGIN.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "0 5 calls over trunk 503 > not of the form \"SECOND COUNT calls",
                "0 5 calls: answered > \"answered\" is none of the outcomes: answered SECONDS",
                "0 5 calls every now: 503 > not a number: now",
                "0 5 calls from phone*x: 503 > not a number: x",
                "0 5 calls: 503 | Retry-After > not of the form \"Header: value\": Retry-After",
                "until later > not a number: later"
            })
    void errorsNameTheLineAndWhatIsWrongWithIt(String line, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrafficScript.of("# a comment\n" + line))
                .withMessageStartingWith("line 2 (" + line + "): " + problem);
    }
}
