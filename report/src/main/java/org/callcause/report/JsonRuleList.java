package org.callcause.report;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.callcause.CaptureComparison;
import org.callcause.diagnosis.Reference;
import org.callcause.incident.IncidentRule;
import org.callcause.rule.LoadProblem;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Suppression;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The list of rules as JSON. */
final class JsonRuleList {

    private final JsonGenerator generator;

    private JsonRuleList(JsonGenerator generator) {
        this.generator = generator;
    }

    static byte[] render(RuleSet rules) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            new JsonRuleList(generator).write(rules);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private void write(RuleSet rules) {
        generator.writeStartObject();
        generator.writeArrayPropertyStart("modules");
        rules.modules().forEach(this::module);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("rules");
        rules.rules().forEach(this::rule);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("incidentRules");
        rules.incidentRules().forEach(this::incidentRule);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("captureFindings");
        CaptureComparison.findings(rules).forEach(this::captureFinding);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("suppressions");
        rules.suppressions().forEach(this::suppression);
        generator.writeEndArray();
        generator.writeName("loadProblems");
        List<LoadProblem> problems = rules.problems();
        JsonSummary.writeLoadProblems(generator, problems);
        generator.writeEndObject();
    }

    private void module(RuleModule module) {
        generator.writeStartObject();
        generator.writeStringProperty("id", module.id());
        generator.writeStringProperty("description", module.description());
        generator.writeStringProperty("className", module.getClass().getName());
        generator.writeEndObject();
    }

    private void rule(Rule rule) {
        generator.writeStartObject();
        generator.writeStringProperty("id", rule.id());
        generator.writeStringProperty("module", rule.module());
        generator.writeStringProperty("title", rule.title());
        generator.writeStringProperty("when", rule.trigger().describe());
        sources(rule.superseded(), rule.references());
        generator.writeEndObject();
    }

    private void incidentRule(IncidentRule rule) {
        generator.writeStartObject();
        generator.writeStringProperty("id", rule.id());
        generator.writeStringProperty("module", rule.module());
        generator.writeStringProperty("kind", rule.kind().word());
        generator.writeStringProperty("title", rule.title());
        generator.writeStringProperty("when", rule.condition());
        sources(rule.superseded(), rule.references());
        generator.writeEndObject();
    }

    private void captureFinding(CaptureComparison.Finding finding) {
        generator.writeStartObject();
        generator.writeStringProperty("id", finding.id());
        generator.writeStringProperty("title", finding.title());
        generator.writeStringProperty("when", finding.when());
        sources(List.of(), finding.references());
        generator.writeEndObject();
    }

    private void sources(List<String> superseded, List<Reference> references) {
        generator.writeArrayPropertyStart("supersedes");
        superseded.forEach(generator::writeString);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("references");
        references.stream().map(Reference::text).forEach(generator::writeString);
        generator.writeEndArray();
    }

    private void suppression(Suppression suppression) {
        generator.writeStartObject();
        generator.writeStringProperty("rules", suppression.rules());
        generator.writeStringProperty("reason", suppression.reason());
        generator.writeEndObject();
    }
}
