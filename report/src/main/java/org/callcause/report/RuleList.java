package org.callcause.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callcause.CaptureComparison;
import org.callcause.incident.IncidentRule;
import org.callcause.rule.LoadProblem;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Suppression;

/** What is loaded: the modules, their rules, when each applies, and what could not be loaded. */
public final class RuleList {

    private static final String RULE_INDENT = "      ";

    private final RuleSet rules;

    /** A list of the rules of this set. */
    public RuleList(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * Writes the list for a person, in UTF-8.
     *
     * @throws IOException if the output cannot be written
     */
    public void writeText(OutputStream output, TextOptions options) throws IOException {
        Style style = new Style(options.colour());
        Prose prose = new Prose(options.width());
        prose.line(Wording.count(rules.rules().size(), "rule") + " of "
                + Wording.count(rules.modules().size(), "module") + ".");
        for (RuleModule module : rules.modules()) {
            List<Rule> own = rulesOf(module);
            prose.blank();
            String description = module.description().isBlank() ? "" : ": " + module.description();
            prose.line(style.bold(Wording.printable(module.id() + description)) + " ("
                    + Wording.count(own.size(), "rule") + ")");
            own.forEach(rule -> rule(
                    prose,
                    style,
                    options.width(),
                    rule.id(),
                    rule.title(),
                    rule.trigger().describe()));
            incidentRulesOf(module)
                    .forEach(rule -> rule(
                            prose,
                            style,
                            options.width(),
                            rule.id(),
                            rule.title() + " (" + rule.kind().word() + ", of many calls)",
                            rule.condition()));
        }
        prose.blank();
        List<CaptureComparison.Finding> findings = CaptureComparison.findings(rules);
        prose.line(style.bold("captures: What two captures of the same calls show together") + " ("
                + Wording.count(findings.size(), "finding") + ", of no module)");
        findings.forEach(finding -> rule(prose, style, options.width(), finding.id(), finding.title(), finding.when()));
        for (Suppression suppression : rules.suppressions()) {
            prose.blank();
            prose.paragraph("", "  ", "Suppressed: " + suppression.rules() + ": " + suppression.reason());
        }
        for (LoadProblem problem : rules.problems()) {
            prose.blank();
            prose.paragraph("", "  ", "Could not be loaded: " + problem.what() + ": " + problem.problem());
        }
        output.write(prose.toString().getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    private static void rule(Prose prose, Style style, int width, String id, String title, String when) {
        prose.line("  " + style.bold(id));
        prose.paragraph(RULE_INDENT, title);
        Prose.wrap("when " + when, width - RULE_INDENT.length())
                .forEach(line -> prose.line(RULE_INDENT + style.dim(line)));
    }

    private List<IncidentRule> incidentRulesOf(RuleModule module) {
        return rules.incidentRules().stream()
                .filter(rule -> rule.module().equals(module.id()))
                .toList();
    }

    private List<Rule> rulesOf(RuleModule module) {
        return rules.rules().stream()
                .filter(rule -> rule.module().equals(module.id()))
                .toList();
    }

    /**
     * Writes the list as one JSON document.
     *
     * @throws IOException if the output cannot be written
     */
    public void writeJson(OutputStream output) throws IOException {
        output.write(JsonRuleList.render(rules));
        output.flush();
    }
}
