package org.callcause.rules.rfc3261.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.callcause.message.StatusCode;
import org.callcause.rule.CodeBook;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;
import org.callcause.rule.ConfusableCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTests {

    private static final Locale VIETNAMESE = new Locale("vi");
    private static final CodeBook BOOK = new StandardCodeBook();
    private static final Set<CodeTopic> OF_EVERY_CODE =
            Set.of(CodeTopic.MEANING, CodeTopic.WHEN, CodeTopic.MADE_BY, CodeTopic.CALLER, CodeTopic.OPERATOR);

    private static CodeEntry entry(String asked) {
        List<CodeEntry> entries = BOOK.find(asked, Locale.ENGLISH);
        assertThat(entries).as(asked).hasSize(1);
        return entries.get(0);
    }

    @Test
    void everyRegisteredStatusHasAnEntry() {
        List<String> registered = IntStream.rangeClosed(100, 699)
                .mapToObj(StatusCode::new)
                .filter(code -> code.standardPhrase().isPresent())
                .map(StatusCode::toString)
                .toList();

        assertThat(registered).hasSize(75);
        assertThat(StatusCatalogue.in(Locale.ENGLISH).registered())
                .extracting(status -> status.code().toString())
                .containsExactlyElementsOf(registered);
    }

    @Test
    void everyReleaseCauseAndEveryWarningHasAnEntry() {
        List<String> causes = IntStream.rangeClosed(0, 127)
                .filter(ReleaseCauses::isKnown)
                .mapToObj(cause -> "Q.850/" + cause)
                .toList();

        assertThat(causes).hasSize(74);
        assertThat(BOOK.references()).containsAll(causes).hasSize(75 + 74 + 15);
    }

    @Test
    void everyEntryIsWholeInEveryLanguage() {
        for (Locale language : StatusCatalogue.languages()) {
            for (String reference : BOOK.references()) {
                CodeEntry entry = BOOK.find(reference, language).get(0);
                assertThat(entry.reference()).isEqualTo(reference);
                assertThat(OF_EVERY_CODE)
                        .as(reference)
                        .allMatch(topic -> entry.text(topic).isPresent());
                assertThat(entry.phrase()).as(reference).isNotEmpty();
                assertThat(entry.category()).as(reference).isPresent();
                assertThat(entry.sources()).as(reference).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "release-cause", "warning", "common", "apart"})
    void noSentenceIsMissingInALanguageOrLeftUntranslated(String bundle) {
        Texts english = Texts.of(bundle, Locale.ENGLISH);
        Texts vietnamese = Texts.of(bundle, VIETNAMESE);

        assertThat(vietnamese.keys()).isEqualTo(english.keys());
        assertThat(english.keys()).allSatisfy(key -> {
            assertThat(english.get(key)).as(key).isNotBlank();
            assertThat(vietnamese.get(key)).as(key).isNotBlank().isNotEqualTo(english.get(key));
        });
    }

    @Test
    void thePlacesToFillInAreTheSameInEveryLanguage() {
        Texts english = Texts.of("common", Locale.ENGLISH);
        Texts vietnamese = Texts.of("common", VIETNAMESE);

        assertThat(english.keys())
                .allSatisfy(
                        key -> assertThat(places(vietnamese.get(key))).as(key).isEqualTo(places(english.get(key))));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("%(\\d\\$)?s").matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }

    @Test
    void whatIsConfusedIsInTheBookAndIsConfusedFromBothSides() {
        for (String reference : BOOK.references()) {
            for (ConfusableCode confusable : entry(reference).confusables()) {
                assertThat(entry(confusable.reference()).apartFrom(reference)).contains(confusable.test());
            }
        }
    }

    @Test
    void anUnknownCodeCountsAsTheFirstOfItsClassAndSaysSo() {
        StatusEntry unknown = StatusCatalogue.in(Locale.ENGLISH).entry(499);

        assertThat(unknown.isRegistered()).isFalse();
        assertThat(unknown.countsAs()).isEqualTo(new StatusCode(400));
        assertThat(unknown.note())
                .contains("499 is not assigned: no standard gives it a meaning. A client that does not know it has to"
                        + " treat it as 400 (RFC 3261 8.1.3.2), whatever its sender meant.");
        assertThat(entry("699").text(CodeTopic.MEANING)).isEmpty();
        assertThat(entry("699").text(CodeTopic.CALLER)).isEmpty();
        assertThat(StatusCatalogue.in(Locale.ENGLISH).entry(150).countsAs()).isEqualTo(new StatusCode(183));
        assertThat(entry("477").text(CodeTopic.NOTE).orElse("")).contains("Kamailio and OpenSIPS");
        assertThatThrownBy(() -> StatusCatalogue.in(Locale.ENGLISH).entry(700))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFactsOfADeclineAndOfAnUnavailableService() {
        StatusEntry decline = StatusCatalogue.in(Locale.ENGLISH).entry(603);
        StatusEntry unavailable = StatusCatalogue.in(VIETNAMESE).entry(503);

        assertThat(decline.reference()).isEqualTo("RFC 3261 21.6.2");
        assertThat(decline.isRetryAfterAllowed()).isTrue();
        assertThat(decline.dialogEffect()).isEqualTo(DialogEffect.TRANSACTION);
        assertThat(decline.confusables()).extracting(ConfusableCode::reference).contains("486", "480", "608");
        assertThat(unavailable.meaning()).isEqualTo("máy chủ lúc này không phục vụ được yêu cầu");
        assertThat(StatusCatalogue.in(Locale.ENGLISH).entry(404).dialogEffect()).isEqualTo(DialogEffect.DIALOG);
        assertThat(StatusCatalogue.in(Locale.ENGLISH).entry(481).dialogEffect()).isEqualTo(DialogEffect.USAGE);
        assertThat(StatusCatalogue.in(Locale.FRENCH).entry(603).meaning()).isEqualTo(decline.meaning());
    }

    @Test
    void retryAfterIsMeantForTheCodesThatTheRfcLists() {
        assertThat(StatusCatalogue.in(Locale.ENGLISH).registered())
                .filteredOn(StatusEntry::isRetryAfterAllowed)
                .extracting(status -> status.code().value())
                .containsExactly(404, 413, 480, 486, 500, 503, 600, 603);
    }

    @ParameterizedTest
    @CsvSource({
        "603, 603",
        "SIP 603, 603",
        "decline, 603",
        "603 Decline, 603",
        "Q.850/34, Q.850/34",
        "q850/34, Q.850/34",
        "Q.850 34, Q.850/34",
        "Q.850;cause=34, Q.850/34",
        "Reason: Q.850 ;cause=34, Q.850/34",
        "warning/305, warning/305",
        "Warning: 305, warning/305",
        "incompatible media format, warning/305"
    })
    void aCodeIsFoundAsPeopleWriteIt(String asked, String reference) {
        assertThat(entry(asked).reference()).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "99", "700", "Q.850/35", "Q.850/999", "warning/309", "34", "nothing"})
    void whatIsNoCodeIsNotFound(String asked) {
        assertThat(BOOK.find(asked, Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 | 603 | a 6xx ends it for good",
                "486 | 600 | a 6xx speaks for every place",
                "480 | 486 | Both are of the same class",
                "Q.850/34 | 503 | A gateway makes 503 of Q.850/34 (RFC 3398 7.2.4.1).",
                "503 | Q.850/41 | A gateway makes Q.850/41 of 503 (RFC 3398 8.2.6.1).",
                "503 | Q.850/1 | RFC 3398 maps neither",
                "Q.850/17 | Q.850/34 | normal event (called party) against resource unavailable",
                "warning/305 | 488 | of different kinds"
            })
    void twoCodesAreSetSideBySide(String one, String other, String sentence) {
        assertThat(String.join(" ", BOOK.compare(entry(one), entry(other), Locale.ENGLISH)))
                .contains(sentence);
    }

    @Test
    void everyTwoClassesCanBeCompared() {
        for (int one = 1; one <= 6; one++) {
            for (int other = 1; other <= 6; other++) {
                CodeEntry first = entry(one + "99");
                CodeEntry second = entry(other + "98");
                assertThat(BOOK.compare(first, second, VIETNAMESE)).hasSize(1);
            }
        }
        assertThat(BOOK.compare(entry("603"), CodeEntry.of("teams/403/510532", ""), Locale.ENGLISH))
                .isEmpty();
    }
}
