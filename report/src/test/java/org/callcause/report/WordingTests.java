package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:14:05.120Z, 2026-03-02 09:14:05.120 UTC",
        "1972-03-02T09:14:05.120Z, 2 Mar 09:14:05.120",
        "1970-01-02T00:00:01.500Z, day 2 00:00:01.500",
        "1970-01-01T09:14:05.120Z, 09:14:05.120"
    })
    void aTimeShowsAsMuchOfTheDateAsTheLogTold(Instant time, String words) {
        assertThat(Wording.time(time)).isEqualTo(words);
    }
}
