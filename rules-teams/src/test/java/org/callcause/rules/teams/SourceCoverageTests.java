package org.callcause.rules.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.incident.IncidentRule;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.codes.ResultCodeBook;
import org.junit.jupiter.api.Test;

/** Holds docs/rules/teams-source-coverage.md to the rules and tests that there are. */
class SourceCoverageTests {

    private static final Path ROOT = Path.of(System.getProperty("callcause.root", ""));
    private static final Pattern RULE = Pattern.compile("`(teams/[a-z0-9-]+)`");
    private static final Pattern CODE = Pattern.compile("code book `(teams/[0-9/]+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+Tests)`");
    private static final Pattern NUMBER = Pattern.compile("teams/\\d+");

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/rules/teams-source-coverage.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .toList();
    }

    private static Stream<String> named(Pattern pattern, String cell) {
        Matcher matcher = pattern.matcher(cell);
        return matcher.results().map(found -> found.group(1));
    }

    @Test
    void everyClaimHasItsOriginItsPlaceAndItsTest() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(60).allSatisfy(cells -> {
            assertThat(cells).hasSize(5);
            assertThat(cells).noneMatch(String::isBlank);
        });
    }

    @Test
    void everyRuleThatIsNamedExists() throws IOException {
        TeamsRules module = new TeamsRules();
        Set<String> ids = Stream.concat(
                        module.rules().stream().map(Rule::id),
                        module.incidentRules().stream().map(IncidentRule::id))
                .collect(Collectors.toSet());
        ResultCodeBook book = new ResultCodeBook();
        for (String[] cells : rows()) {
            assertThat(named(RULE, cells[3])
                            .filter(name -> !NUMBER.matcher(name).matches()))
                    .as(cells[1])
                    .allMatch(ids::contains);
            assertThat(named(CODE, cells[3]))
                    .as(cells[1])
                    .noneMatch(code -> book.find(code, Locale.ENGLISH).isEmpty());
        }
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> names = new HashSet<>();
        for (String module : List.of("rules-teams", "acceptance")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(names::add);
            }
        }
        for (String[] cells : rows()) {
            assertThat(named(TEST, cells[4])).as(cells[1]).allMatch(names::contains);
        }
    }
}
