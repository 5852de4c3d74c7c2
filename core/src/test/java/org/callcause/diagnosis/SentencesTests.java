package org.callcause.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

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
}
