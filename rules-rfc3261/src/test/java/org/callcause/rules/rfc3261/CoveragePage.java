package org.callcause.rules.rfc3261;

import java.util.List;
import java.util.stream.Collectors;
import org.callcause.testkit.RuleExample;

/** Writes the page that says which rule finds which known fault, and in which calls that is shown. */
final class CoveragePage {

    private CoveragePage() {}

    static String of(List<CoverageTable> faults, CoverageTable others, List<RuleExample> examples) {
        StringBuilder page = new StringBuilder("""
            # Which rule finds which fault

            Each fault that the signalling of a call can show, the rule that finds it, and the calls in which that is
            tested: those in which the rule speaks, and in italics those that come near and in which it is silent. This
            page is written from the tables of the tests; a test fails when it differs from them. Where other tools
            find something that is no fault, the last table says which part of the report tells it.
            """);
        faults.forEach(table -> section(page, "Group " + table.name(), table, examples));
        section(page, "What other tools find", others, examples);
        return page.toString();
    }

    private static void section(StringBuilder page, String title, CoverageTable table, List<RuleExample> examples) {
        page.append("\n## ").append(title).append("\n\n");
        page.append("| Fault | Name | Rules | Tested with | Note |\n|---|---|---|---|---|\n");
        for (CoverageTable.Line line : table.lines()) {
            page.append("| ").append(line.id());
            page.append(" | ").append(cell(line.name()));
            page.append(" | ")
                    .append(
                            line.rules().isEmpty()
                                    ? "–"
                                    : line.rules().stream()
                                            .map(rule -> "`" + rule + "`")
                                            .collect(Collectors.joining(", ")));
            page.append(" | ").append(tested(line.rules(), examples));
            page.append(" | ").append(cell(line.note())).append(" |\n");
        }
    }

    private static String tested(List<String> rules, List<RuleExample> examples) {
        return examples.stream()
                .filter(example -> rules.contains(example.rule()))
                .map(example -> example.kind() == RuleExample.Kind.FIRES
                        ? cell(example.sentence())
                        : "*" + cell(example.sentence()) + "*")
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("<", "\\<");
    }
}
