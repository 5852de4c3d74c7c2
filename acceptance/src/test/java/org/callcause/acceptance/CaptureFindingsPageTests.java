package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callcause.CaptureComparison;
import org.junit.jupiter.api.Test;

/** The page on what two captures show together says what the list of rules says. */
class CaptureFindingsPageTests {

    private static final Path PAGE = Path.of(System.getProperty("callcause.root"), "docs", "rules", "captures.md");

    @Test
    void everyFindingHasItsPlaceOnThePage() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(CaptureComparison.FINDINGS)
                .hasSize(3)
                .allSatisfy(finding -> assertThat(page)
                        .contains("| `" + finding.id() + "` | " + finding.title() + " |")
                        .contains("## `" + finding.id() + "`\n\nFound when " + finding.when() + ".\n"));
    }
}
