package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiWordTests {

    @ParameterizedTest
    @ValueSource(strings = {"x", "uac", "in ip4 ", "rtpmap:1", "refresher=", "telephone-event", "q.850;cause=16:x"})
    void aWordIsFoundInEitherCaseWhereverItStands(String text) {
        AsciiWord word = AsciiWord.of(text);

        for (int before = 0; before < 9; before++) {
            for (int after = 0; after < 9; after++) {
                String line = ".".repeat(before) + text.toUpperCase(Locale.ROOT) + ".".repeat(after);
                assertThat(word.find(bytes(line), 0, line.length())).isEqualTo(before);
                assertThat(word.isAt(bytes(line), before, line.length())).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "uac", "in ip4 ", "rtpmap:1", "refresher=", "telephone-event", "q.850;cause=16:x"})
    void noOtherCharacterIsTakenForOneOfTheWord(String text) {
        AsciiWord word = AsciiWord.of(text);

        for (int place = 0; place < text.length(); place++) {
            for (int other = 0; other < 256; other++) {
                byte[] line = bytes(text);
                line[place] = (byte) other;
                boolean same = other < 128 && Character.toLowerCase(other) == text.charAt(place);
                assertThat(word.isAt(line, 0, line.length))
                        .as("%s with %s at %s", text, other, place)
                        .isEqualTo(same);
            }
        }
    }

    @Test
    void whatStandsBehindTheRangeDoesNotCount() {
        AsciiWord word = AsciiWord.of("refresher=");

        assertThat(word.isAt(bytes("refresher=uac"), 0, 9)).isFalse();
        assertThat(word.find(bytes("; refresher=uac"), 0, 11)).isEqualTo(-1);
        assertThat(word.is(bytes("refresher=uac"), 0, 13)).isFalse();
        assertThat(word.is(bytes("refresher=uac"), 0, 10)).isTrue();
    }

    @Test
    void aPlaceThatIsNoneHoldsNoWord() {
        assertThat(AsciiWord.of("uac").isAt(bytes("uac"), -1, 3)).isFalse();
    }

    @Test
    void wordsThatItCannotHoldAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AsciiWord.of(""));
        assertThatIllegalArgumentException().isThrownBy(() -> AsciiWord.of("seventeen letters"));
    }

    @Test
    void itReadsAsItself() {
        assertThat(AsciiWord.of("telephone-event")).hasToString("telephone-event");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
