package org.callcause.rules.rfc3261;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callcause.rule.Rule;
import org.callcause.testkit.RuleExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rules against the faults that signalling can show: group by group, none left out. */
class CoverageTests {

    /** How many faults each group has: 178 together. */
    private static final Map<String, Integer> FAULTS = new TreeMap<>(
            Map.of("A", 27, "B", 21, "C", 15, "D", 22, "E", 19, "F", 28, "G", 8, "H", 10, "I", 14, "J", 14));

    private static final List<RuleExample> EXAMPLES = new StandardRulesTests().examples();

    private static final Path PAGE =
            Path.of(System.getProperty("callcause.root", "")).resolve(Path.of("docs", "rules", "coverage.md"));

    static Stream<CoverageTable> faults() {
        return FAULTS.keySet().stream().flatMap(group -> CoverageTable.read(group).stream());
    }

    static Stream<CoverageTable> tables() {
        return Stream.concat(faults(), CoverageTable.read("peers").stream());
    }

    @Test
    void everyGroupHasItsTable() {
        assertThat(faults()).extracting(CoverageTable::name).containsExactlyElementsOf(FAULTS.keySet());
        assertThat(faults().mapToInt(table -> table.lines().size()).sum()).isEqualTo(178);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultOfTheGroupHasARule(CoverageTable table) {
        assertThat(table.lines())
                .allSatisfy(line -> assertThat(line.rules()).as(line.id()).isNotEmpty());
    }

    /** The part that is about signalling: call, registration, routing, transport, messages, session descriptions. */
    @Test
    void everythingThatOtherToolsReadFromSignallingHasALine() {
        assertThat(CoverageTable.read("peers").orElseThrow().lines())
                .extracting(line -> Integer.parseInt(line.id().substring(3)))
                .containsSequence(IntStream.rangeClosed(1, 72).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultOfTheGroupHasALine(CoverageTable table) {
        List<String> wanted = IntStream.rangeClosed(1, FAULTS.get(table.name()))
                .mapToObj(number -> String.format("%s%02d", table.name(), number))
                .toList();

        assertThat(table.lines()).extracting(CoverageTable.Line::id).containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyLineNamesRulesThatHaveACallAndANearMiss(CoverageTable table) {
        Set<String> rules = new HashSet<>();
        new StandardRules().rules().stream().map(Rule::id).forEach(rules::add);
        for (CoverageTable.Line line : table.lines()) {
            assertThat(line.name()).as(line.id()).isNotBlank();
            assertThat(line.rules().isEmpty() ? line.note() : "a rule")
                    .as("%s names a rule, or says where the report tells it", line.id())
                    .isNotBlank();
            for (String rule : line.rules()) {
                assertThat(rules).as(line.id()).contains(rule);
                assertThat(EXAMPLES)
                        .as(line.id() + " " + rule)
                        .anyMatch(example -> isOf(example, rule, RuleExample.Kind.FIRES))
                        .anyMatch(example -> isOf(example, rule, RuleExample.Kind.SILENT));
            }
        }
    }

    private static boolean isOf(RuleExample example, String rule, RuleExample.Kind kind) {
        return example.rule().equals(rule) && example.kind() == kind;
    }

    @Test
    void thePageSaysWhatTheTablesSay() throws IOException {
        String page =
                CoveragePage.of(faults().toList(), CoverageTable.read("peers").orElseThrow(), EXAMPLES);
        if (Boolean.getBoolean("callcause.update")) {
            Files.createDirectories(PAGE.toAbsolutePath().getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
                .as("run the test with -Dcallcause.update=true and commit the page")
                .isEqualTo(page);
    }
}
