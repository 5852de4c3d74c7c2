package org.callcause.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.NotChecked;
import org.callcause.diagnosis.Reference;
import org.callcause.diagnosis.Remedy;
import org.callcause.diagnosis.Violation;
import org.callcause.incident.Incident;
import org.callcause.incident.IncidentRule;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;

/**
 * Writes the page that describes the rules of a module, in Markdown: what each says, when it applies, where it is from,
 * and what it finds in its first firing example. The same rules and examples give the same page.
 */
public final class RuleCatalogue {

    private final RuleModule module;
    private final List<RuleExample> examples;
    private final List<IncidentExample> incidentExamples;
    private final RuleSet rules;
    private final List<String> lines = new ArrayList<>();

    private RuleCatalogue(RuleModule module, List<RuleExample> examples, List<IncidentExample> incidentExamples) {
        this.module = module;
        this.examples = examples;
        this.incidentExamples = incidentExamples;
        this.rules = RuleSet.builder().add(module).build();
    }

    /**
     * Writes the page.
     *
     * @return lines that end with a line feed
     * @throws IllegalArgumentException if the script of an example cannot be read
     */
    public static String page(RuleModule module, List<RuleExample> examples) {
        return page(module, examples, List.of());
    }

    /**
     * Writes the page of a module that also has rules about many calls.
     *
     * @return lines that end with a line feed
     * @throws IllegalArgumentException if the script of an example cannot be read
     */
    public static String page(RuleModule module, List<RuleExample> examples, List<IncidentExample> incidentExamples) {
        RuleCatalogue catalogue = new RuleCatalogue(module, List.copyOf(examples), List.copyOf(incidentExamples));
        catalogue.write();
        return String.join("\n", catalogue.lines) + "\n";
    }

    private void write() {
        lines.add("# Rules of `" + module.id() + "`");
        lines.add("");
        if (!module.description().isBlank()) {
            paragraph(plain(module.description()));
        }
        paragraph("This page is written from the rules themselves; a test fails when it differs from them.");
        lines.add("| Rule | What it says |");
        lines.add("|---|---|");
        rules.rules().forEach(rule -> row(rule.id(), rule.title(), ""));
        rules.incidentRules().forEach(rule -> row(rule.id(), rule.title(), " (of many calls)"));
        rules.rules().forEach(this::describe);
        rules.incidentRules().forEach(this::describe);
    }

    /** How forges name the heading {@code `module/name`}. */
    private static String anchor(String id) {
        return id.replace("/", "");
    }

    private void row(String id, String title, String remark) {
        lines.add("| [`" + id + "`](#" + anchor(id) + ") | " + plain(title).replace("|", "\\|") + remark + " |");
    }

    private void describe(Rule rule) {
        String condition = rule.trigger().describe();
        begin(
                rule.id(),
                rule.title(),
                condition.equals("always") ? "Looks at every call." : "Applies when " + plain(condition) + ".");
        origin(rule.references(), rule.superseded(), "");
        examples.stream()
                .filter(example -> example.rule().equals(rule.id()) && example.kind() == RuleExample.Kind.FIRES)
                .findFirst()
                .ifPresent(this::show);
        end();
    }

    private void describe(IncidentRule rule) {
        begin(
                rule.id(),
                rule.title(),
                "An incident of the kind `" + rule.kind().word() + "`, told when " + plain(rule.condition()) + ".");
        origin(rule.references(), rule.superseded(), " where they concern the same calls");
        incidentExamples.stream()
                .filter(example -> example.rule().equals(rule.id()) && example.kind() == RuleExample.Kind.FIRES)
                .findFirst()
                .ifPresent(this::show);
        end();
    }

    private void begin(String id, String title, String when) {
        lines.add("");
        lines.add("## `" + id + "`");
        lines.add("");
        paragraph("**" + plain(title) + "**");
        paragraph(when);
    }

    private void origin(List<Reference> references, List<String> superseded, String where) {
        if (!references.isEmpty()) {
            paragraph("From: "
                    + references.stream()
                            .map(Reference::text)
                            .map(RuleCatalogue::plain)
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        if (!superseded.isEmpty()) {
            paragraph("Goes before "
                    + superseded.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")) + where + ".");
        }
    }

    private void end() {
        while (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
    }

    private void show(IncidentExample example) {
        paragraph("For example: " + plain(example.sentence()));
        lines.add("```text");
        example.script().lines().map(String::stripTrailing).forEach(lines::add);
        lines.add("```");
        lines.add("");
        IncidentExamination.of(example.traffic(), rules).by(example.rule()).stream()
                .findFirst()
                .ifPresent(this::show);
    }

    private void show(Incident incident) {
        paragraph("Incident: `" + incident.cause() + "`, " + lower(incident.likelihood()) + ", scope `"
                + incident.scope() + "`. " + plain(incident.title()) + ". " + plain(incident.explanation()));
        advice(incident.remedies(), incident.confirm());
    }

    private void show(RuleExample example) {
        CallScript script = example.call();
        paragraph("For example: " + plain(example.sentence()));
        lines.add("```text");
        script.ladder().lines().map(String::stripTrailing).forEach(lines::add);
        lines.add("```");
        lines.add("");
        List<CallReport> reports = Examination.of(script, rules);
        Optional<Diagnosis> diagnosis = reports.stream()
                .flatMap(report -> Stream.concat(report.diagnoses().stream(), report.verdict().superseded().stream()))
                .filter(found -> found.rule().equals(example.rule()))
                .findFirst();
        Optional<Violation> violation = reports.stream()
                .flatMap(report -> report.violations().stream())
                .filter(found -> found.rule().equals(example.rule()))
                .findFirst();
        Optional<NotChecked> notChecked = reports.stream()
                .flatMap(report -> report.notChecked().stream())
                .filter(found -> found.rule().equals(example.rule()))
                .findFirst();
        diagnosis.ifPresent(this::show);
        violation.ifPresent(this::show);
        notChecked.ifPresent(found -> paragraph("Not checked: " + plain(found.why())));
    }

    private void show(Diagnosis diagnosis) {
        paragraph("Diagnosis: `" + diagnosis.cause() + "`, " + lower(diagnosis.likelihood()) + ". "
                + plain(diagnosis.explanation()));
        advice(diagnosis.remedies(), diagnosis.confirm());
    }

    private void show(Violation violation) {
        paragraph("Violation: " + plain(violation.explanation()));
        advice(violation.remedies(), violation.confirm());
    }

    private void advice(List<Remedy> remedies, List<String> confirm) {
        remedies.forEach(remedy -> lines.add("- For the " + lower(remedy.audience()) + ": " + plain(remedy.text())));
        confirm.forEach(text -> lines.add("- To be sure: " + plain(text)));
        lines.add("");
    }

    private void paragraph(String text) {
        lines.add(text);
        lines.add("");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What Markdown would take for markup, told as text. */
    private static String plain(String text) {
        return text.replace("\\", "\\\\")
                .replace("<", "\\<")
                .replace("*", "\\*")
                .replace("`", "\\`")
                .replace("\n", " ");
    }
}
