package org.callcause.rules.teams.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;
import org.callcause.rules.teams.codes.ResultCode.Outcome;
import org.junit.jupiter.api.Test;

class ResultCodeBookTests {

    private final ResultCodeBook book = new ResultCodeBook();

    private List<CodeEntry> find(String asked) {
        return book.find(asked, Locale.ENGLISH);
    }

    @Test
    void everyDocumentedRowIsFoundByItsReference() {
        assertThat(ResultCodes.all()).hasSize(145);
        assertThat(ResultCodes.all()).allSatisfy(row -> {
            String asked = row.reference().replaceAll("\\+\\d+$", "");
            boolean codeAlone = row.subcode().isEmpty();
            assertThat(find(asked))
                    .as(asked)
                    .anySatisfy(entry ->
                            assertThat(entry.title()).startsWith(codeAlone ? "teams/" + row.code() : row.reference()));
        });
    }

    @Test
    void rowsTellMeaningActionMakerAndSource() {
        assertThat(ResultCodes.all()).allSatisfy(row -> {
            assertThat(row.meaning()).isNotBlank();
            assertThat(row.action()).isNotBlank();
            assertThat(row.source()).startsWith("Microsoft");
            assertThat(row.cause().isPresent())
                    .as(row.reference())
                    .isEqualTo(row.outcome() != Outcome.SUCCESS
                            && !Set.of("teams/0/4521", "teams/429/10110", "teams/8542")
                                    .contains(row.reference()));
        });
    }

    @Test
    void pairThatStandsForTwoThingsGivesBoth() {
        assertThat(find("teams/403/510532"))
                .hasSize(2)
                .extracting(entry -> entry.text(CodeTopic.NOTE).orElse(""))
                .allMatch(note -> note.startsWith("One of 2 meanings of this pair, which the phrase tells apart"));
        assertThat(find("teams/404/511404"))
                .extracting(entry -> entry.text(CodeTopic.NOTE).orElse(""))
                .noneMatch(note -> note.contains("meanings"));
        assertThat(find("488/531000"))
                .extracting(CodeEntry::phrase)
                .anyMatch(phrase -> phrase.contains("SrtpEncryptionRequired"))
                .anyMatch(phrase -> phrase.contains("CannotSupportAnyMedia"));
    }

    @Test
    void phraseDecidesBetweenTheRowsOfAPair() {
        assertThat(ResultCodes.best("504", "569002", "No connection could be made because the target machine actively"))
                .map(ResultCode::meaning)
                .contains("nothing listens on the SBC's port, or it refuses Microsoft");
        assertThat(ResultCodes.best("504", "569002", "x HRESULT=0x80090322"))
                .map(ResultCode::meaning)
                .contains("the SBC's certificate does not fit the name that Microsoft expects");
    }

    @Test
    void sameSubcodeUnderItsOwnNumberAndByItsPhraseIsTheSame() {
        assertThat(find("511404")).isNotEmpty();
        assertThat(find("no callee endpoints were found"))
                .extracting(CodeEntry::reference)
                .contains("teams/480/10037");
    }

    @Test
    void answerOfTheSbcIsReadOffASubcodeThatNobodyLists() {
        assertThat(find("teams/488/560488"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.text(CodeTopic.MEANING)).contains("the SBC answered Microsoft with 488"));
        assertThat(Subcodes.answeredBySbc("540486")).isEmpty();
        assertThat(Subcodes.answeredBySbc("560603")).hasValue(603);
    }

    @Test
    void normalEndsAreNoFaults() {
        assertThat(Subcodes.isNormalEnd("0", "540000")).isTrue();
        assertThat(Subcodes.isNormalEnd("200", "560000")).isTrue();
        assertThat(Subcodes.isNormalEnd("500", "560000")).isFalse();
        assertThat(ResultCodes.of("200", "540000")).isNotEmpty().allMatch(row -> row.outcome() == Outcome.SUCCESS);
        assertThat(ResultCodes.of("487", "540200")).allMatch(row -> row.outcome() == Outcome.SUCCESS);
    }

    @Test
    void declineHasTwoReadingsThatTheSubcodeTellsApart() {
        assertThat(ResultCodes.of("603", "0")).extracting(ResultCode::outcome).containsExactly(Outcome.SUCCESS);
        assertThat(ResultCodes.of("603", "560603"))
                .singleElement()
                .satisfies(row -> assertThat(row.meaning()).contains("fraud").contains("concurrent"));
        assertThat(find("603"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.text(CodeTopic.WHEN).orElse("")).contains("With 560603: "));
    }

    @Test
    void aCodeAloneSaysWhatEachOfItsSubcodesMeans() {
        assertThat(find("503")).singleElement().satisfies(entry -> {
            assertThat(entry.text(CodeTopic.MEANING))
                    .contains("503 tells only what happened; Microsoft's subcode beside it tells why");
            assertThat(entry.text(CodeTopic.WHEN).orElse(""))
                    .contains("With 540998: ")
                    .contains("With 560503: ");
            assertThat(entry.text(CodeTopic.OPERATOR).orElse("")).startsWith("Teams admin center, PSTN usage report");
        });
    }

    @Test
    void foreignWordsAndNumbersFindNothing() {
        assertThat(find("hello")).isEmpty();
        assertThat(find("Q.850/34")).isEmpty();
        assertThat(find("42")).isEmpty();
        assertThat(find("999")).isEmpty();
        assertThat(find("teams/999/123456")).isEmpty();
        assertThat(find("")).isEmpty();
    }

    @Test
    void securityStatusesAreFoundByNumberAndName() {
        SecurityStatusBook statuses = new SecurityStatusBook();
        for (String asked : List.of("0x80090325", "80090325", "SEC_E_UNTRUSTED_ROOT")) {
            assertThat(statuses.find(asked, Locale.ENGLISH))
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.text(CodeTopic.MEANING).orElse("")).contains("does not trust"));
        }
        Set<String> inPhrases = ResultCodes.all().stream()
                .flatMap(row -> SecurityStatuses.inText(row.phrase()).stream())
                .map(SecurityStatuses.SecurityStatus::number)
                .collect(Collectors.toSet());
        assertThat(inPhrases).hasSameElementsAs(statuses.references());
    }
}
