package org.callcause.rules.teams.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.callcause.rules.teams.readiness.MediaRanges;
import org.callcause.rules.teams.recognition.AddressRanges;
import org.junit.jupiter.api.Test;

class FactTableTests {

    @Test
    void everyFactThatChangesHasADateAndASource() {
        assertThat(FactTable.rows(Defaults.class, "defaults.tsv")).allSatisfy(FactTableTests::isDated);
        assertThat(FactTable.rows(AddressRanges.class, "address-ranges.tsv")).allSatisfy(FactTableTests::isDated);
        assertThat(FactTable.rows(AddressRanges.class, "proxy-names.tsv")).allSatisfy(FactTableTests::isDated);
        assertThat(FactTable.rows(MediaRanges.class, "media-ports.tsv")).allSatisfy(FactTableTests::isDated);
    }

    private static void isDated(Map<String, String> row) {
        assertThat(FactTable.cell(row, "date")).matches("\\d{4}(-\\d{2}){0,2}");
        assertThat(FactTable.cell(row, "source")).isNotBlank();
    }

    @Test
    void missingTableIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FactTable.rows(Defaults.class, "missing.tsv"))
                .withMessageContaining("missing.tsv");
    }
}
