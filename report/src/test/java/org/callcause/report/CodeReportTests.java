package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;
import org.junit.jupiter.api.Test;

class CodeReportTests {

    /** A header field is called the same everywhere. */
    private static final List<String> NAMES = List.of("topic.RETRY_AFTER", "each.RETRY_AFTER");

    private static final CodeEntry DECLINE = CodeEntry.of("603", "Decline")
            .in("6xx")
            .says(CodeTopic.MEANING, "the callee declines")
            .confusedWith("486", "486 is busy.")
            .confusedWith("vendor/1", "")
            .cites("RFC 3261 21.6.2");
    private static final CodeEntry VENDOR = CodeEntry.of("vendor/1", "");

    private static String compared(CodeEntry one, CodeEntry other, boolean colour) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new CodeComparison(one, other, List.of(), Locale.ENGLISH).writeText(output, new TextOptions(60, colour));
        return output.toString(StandardCharsets.UTF_8);
    }

    private static String explained(boolean colour) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new CodeExplanation(List.of(DECLINE), Locale.ENGLISH).writeText(output, new TextOptions(60, colour));
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anExplanationHasALineForWhatIsKnownAndNoneForTheRest() throws IOException {
        assertThat(explained(false)).isEqualTo("""
            603 Decline
            6xx

              Means          The callee declines.
              Confused with  486 is busy.
                             vendor/1
              Sources        RFC 3261 21.6.2
            """);
    }

    @Test
    void whatABookDoesNotSayIsLeftOutOfTheComparison() throws IOException {
        assertThat(compared(DECLINE, VENDOR, false)).isEqualTo("""
            603 Decline and vendor/1
            ========================

            Class
              603       6xx

            What it means
              603       The callee declines.

            Sources
              603       RFC 3261 21.6.2
            """);
    }

    @Test
    void coloursChangeNothingElse() throws IOException {
        assertThat(explained(true).replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(explained(false));
        assertThat(compared(DECLINE, DECLINE, true).replaceAll("\u001b\\[[0-9]+m", ""))
                .isEqualTo(compared(DECLINE, DECLINE, false));
    }

    @Test
    void noWordIsMissingInALanguageOrLeftUntranslated() {
        ResourceBundle english = words(Locale.ENGLISH);
        ResourceBundle vietnamese = words(new Locale("vi"));

        assertThat(vietnamese.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet())
                .filteredOn(key -> !NAMES.contains(key))
                .allSatisfy(key -> assertThat(vietnamese.getString(key))
                        .as(key)
                        .isNotBlank()
                        .isNotEqualTo(english.getString(key)));
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle("org.callcause.report.codes", language);
    }
}
