package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {

    @ParameterizedTest
    @CsvSource({
        "0, less than 1 ms",
        "12, 12 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "4949, 4.9 s",
        "59999, 1 min",
        "65000, 1 min 05 s",
        "3600000, 1 h 00 min",
        "3725000, 1 h 02 min"
    })
    void durationsAreAsLongAsTheyNeedToBe(long millis, String words) {
        assertThat(Wording.duration(Duration.ofMillis(millis))).isEqualTo(words);
    }
}
