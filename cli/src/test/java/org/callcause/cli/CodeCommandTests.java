package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Explaining and comparing codes. */
class CodeCommandTests {

    private static final Locale VIETNAMESE = new Locale("vi");

    private static JsonNode json(Run run) {
        assertThat(run.error()).isEmpty();
        return new ObjectMapper().readTree(run.output());
    }

    @Test
    void aStatusIsExplained() {
        Run run = Run.of("explain", "503");

        assertThat(run.status()).isZero();
        assertThat(run.output())
                .startsWith("503 Service Unavailable\n5xx, server failure")
                .contains("The server cannot take the request at the moment.")
                .contains("Read Retry-After")
                .contains("RFC 3261 21.5.4");
        assertThat(run.output().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void aReleaseCauseMayBeTwoWords() {
        assertThat(Run.of("explain", "Q.850", "34").output())
                .isEqualTo(Run.of("explain", "q850/34").output())
                .startsWith("Q.850/34 No circuit or channel available\n");
        assertThat(Run.of("explain", "warning/305").output()).startsWith("warning/305 Incompatible media format\n");
    }

    @Test
    void severalCodesAreExplainedOneAfterTheOther() {
        assertThat(Run.of("explain", "486", "600").output())
                .contains("486 Busy Here\n")
                .contains("\n\n600 Busy Everywhere\n");
    }

    @Test
    void twoCodesAreComparedInFull() {
        Run run = Run.of("compare", "100", "603");

        assertThat(run.status()).isZero();
        assertThat(run.output())
                .startsWith("100 Trying and 603 Decline\n==========================\n\nKey difference\n")
                .contains("a 6xx ends it for good")
                .contains("For the caller\n  100  Wait. It is not ringing yet.\n  603  Respect it")
                .contains("Which side makes it\n  100  The next server on the way");
        assertThat(run.output().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void confusablePairsAreToldApart() {
        assertThat(Run.of("compare", "486", "600").output())
                .containsIgnoringWhitespaces(
                        "To tell apart\n  486 speaks for this device, and the others may ring on; 600 speaks for all.");
        assertThat(Run.of("compare", "100", "603").output()).doesNotContain("To tell apart");
    }

    @Test
    void codesOfDifferentKindsAreCompared() {
        assertThat(Run.of("compare", "Q.850", "34", "503").output())
                .containsIgnoringWhitespaces("A gateway makes 503 of Q.850/34 (RFC 3398 7.2.4.1).");
        assertThat(Run.of("compare", "488", "warning/305").status()).isZero();
        assertThat(Run.of("compare", "603", "603").output()).contains("there is nothing to tell apart");
    }

    @Test
    void vietnameseIsSpokenWhenAskedForOrWhenItIsTheUsersLanguage() {
        Run asked = Run.of("compare", "100", "603", "--lang", "vi");

        assertThat(asked.output())
                .startsWith("100 Trying và 603 Decline\n")
                .contains("Khác biệt chính\n")
                .contains("Chờ. Máy bên kia chưa đổ chuông.");
        assertThat(Run.in(VIETNAMESE, "compare", "100", "603").output()).isEqualTo(asked.output());
        assertThat(Run.in(Locale.FRENCH, "explain", "603").output())
                .isEqualTo(Run.of("explain", "603", "--lang", "en").output());
        assertThat(Run.in(VIETNAMESE, "explain", "603", "--lang", "en").output())
                .isEqualTo(Run.of("explain", "603").output());
    }

    @Test
    void theLocaleOfTheEnvironmentCountsWhereTheSystemLacksItsData() {
        assertThat(LanguageOption.ofUser(Locale.ENGLISH, Map.of("LANG", "vi_VN.UTF-8")::get))
                .isEqualTo(new Locale("vi", "VN"));
        assertThat(LanguageOption.ofUser(Locale.ENGLISH, Map.of("LC_ALL", "en_US", "LANG", "vi_VN")::get)
                        .getLanguage())
                .isEqualTo("en");
        assertThat(LanguageOption.ofUser(VIETNAMESE, Map.of("LANG", "C.UTF-8")::get))
                .isEqualTo(VIETNAMESE);
    }

    @Test
    void anExplanationIsJsonToo() {
        JsonNode code =
                json(Run.of("explain", "603", "--format", "json")).get("codes").get(0);

        assertThat(code.get("reference").asString()).isEqualTo("603");
        assertThat(code.get("phrase").asString()).isEqualTo("Decline");
        assertThat(code.get("meaning").asString()).startsWith("The callee");
        assertThat(code.get("confusables").get(0).get("tellApart").asString()).isNotEmpty();
        assertThat(code.get("sources").get(0).asString()).isEqualTo("RFC 3261 21.6.2");
    }

    @Test
    void aComparisonIsJsonToo() {
        JsonNode document = json(Run.of("compare", "486", "603", "--format", "json", "--lang", "vi"));

        assertThat(document.get("language").asString()).isEqualTo("vi");
        assertThat(document.get("keyDifference").asString()).startsWith("486 Busy Here cho biết ");
        assertThat(document.get("tellApart").asString()).isNotEmpty();
        assertThat(document.get("differences")).hasSize(1);
        assertThat(document.get("codes")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explain 6033 | 6033: no code book knows it; near: 603",
                "explain 999 | 999: no code book knows it; SIP status codes are 100 to 699",
                "explain 34 | 34: no code book knows it; near: Q.850/34",
                "explain undeciph | undeciph: no code book knows it; near: 493 Undecipherable",
                "explain 60 | 60: no code book knows it; near: 600, 603, 604, 606",
                "explain qqq | qqq: no code book knows it; write a code such as 603, Q.850/34 or warning/305",
                "explain 603 --lang xx | --lang xx: no such language here; there are en and vi",
                "compare 603 | say two codes to compare, such as: callcause compare 100 603",
                "compare 603 qqq | qqq: no code book knows it; write a code such as 603, Q.850/34 or warning/305",
                "compare 486 600 603 | say two codes to compare, not 3"
            })
    void aWrongArgumentIsOneLine(String arguments, String complaint) {
        Run run = Run.of((Object[]) arguments.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.error()).isEqualTo("callcause: " + complaint + "\n");
    }
}
