package org.callcause.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the callee is busy               | The callee is busy.
            is it?                           | Is it?
            busy: the line is in use         | Busy: the line is in use.
            pbx1:5060 answered               | pbx1:5060 answered.
            pbx1                             | Pbx1.
            sip:bob@pbx was asked for        | sip:bob@pbx was asked for.
            bob@pbx was asked for            | bob@pbx was asked for.
            pbx.example.com:5060 answered    | pbx.example.com:5060 answered.
            pbx.example.com answered         | pbx.example.com answered.
            fe80::1 answered                 | fe80::1 answered.
            it ended. nobody knows           | It ended. nobody knows.
            """)
    void aSentenceBeginsWithACapitalUnlessANameBeginsIt(String text, String sentence) {
        assertThat(Sentences.finished(text)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, less than 1 ms",
        "PT0.016S, 16 ms",
        "PT4.149S, 4.1 s",
        "PT46S, 46 s",
        "PT45.26S, 45.3 s",
        "PT9.97S, 10 s",
        "PT59.96S, 60 s",
        "PT1M59S, 119 s",
        "PT2M, 2 min",
        "PT12M3S, 12 min 3 s",
        "PT59M59S, 59 min 59 s",
        "PT1H, 1 h",
        "PT1H5M2S, 1 h 5 min",
        "PT1H59M59S, 2 h"
    })
    void aTimeHasNoMoreDigitsThanAnybodyNeeds(Duration time, String words) {
        assertThat(Sentences.time(time)).isEqualTo(words);
    }
}
