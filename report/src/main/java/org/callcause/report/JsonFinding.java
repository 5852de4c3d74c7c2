package org.callcause.report;

import java.util.List;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Reference;
import org.callcause.diagnosis.Remedy;
import org.callcause.diagnosis.Violation;
import org.callcause.rule.RuleFailure;
import tools.jackson.core.JsonGenerator;

/** Writes diagnoses, violations, and rules that failed. */
final class JsonFinding {

    private final JsonGenerator generator;

    JsonFinding(JsonGenerator generator) {
        this.generator = generator;
    }

    void failure(RuleFailure failure) {
        generator.writeStartObject();
        generator.writeStringProperty("rule", failure.rule());
        generator.writeStringProperty("problem", failure.problem());
        generator.writeBooleanProperty("quarantined", failure.quarantined());
        generator.writeEndObject();
    }

    void diagnosis(Diagnosis diagnosis) {
        generator.writeStartObject();
        generator.writeStringProperty("rule", diagnosis.rule());
        generator.writeStringProperty("cause", diagnosis.cause().word());
        generator.writeStringProperty("likelihood", diagnosis.likelihood().name());
        diagnosis
                .refinedDisposition()
                .ifPresent(kind -> generator.writeStringProperty("refinedDisposition", kind.name()));
        common(
                diagnosis.origin(),
                diagnosis.title(),
                diagnosis.explanation(),
                diagnosis.evidence(),
                diagnosis.remedies(),
                diagnosis.confirm(),
                diagnosis.references());
        generator.writeArrayPropertyStart("alternatives");
        diagnosis.alternatives().forEach(this::alternative);
        generator.writeEndArray();
        generator.writeEndObject();
    }

    void violation(Violation violation) {
        generator.writeStartObject();
        generator.writeStringProperty("rule", violation.rule());
        common(
                violation.origin(),
                violation.title(),
                violation.explanation(),
                violation.evidence(),
                violation.remedies(),
                violation.confirm(),
                violation.references());
        generator.writeEndObject();
    }

    private void common(
            Origin origin,
            String title,
            String explanation,
            List<Evidence> evidence,
            List<Remedy> remedies,
            List<String> confirm,
            List<Reference> references) {
        origin(origin);
        generator.writeStringProperty("title", title);
        generator.writeStringProperty("explanation", explanation);
        generator.writeArrayPropertyStart("evidence");
        evidence.forEach(this::evidence);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("remedies");
        remedies.forEach(this::remedy);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("confirm");
        confirm.forEach(generator::writeString);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("references");
        references.forEach(reference -> generator.writeString(reference.text()));
        generator.writeEndArray();
    }

    private void origin(Origin origin) {
        generator.writeObjectPropertyStart("origin");
        generator.writeStringProperty("party", origin.party());
        if (origin.address().isKnown()) {
            generator.writeStringProperty("address", origin.address().toString());
        }
        generator.writeStringProperty("basis", origin.basis().name());
        if (!origin.explanation().isEmpty()) {
            generator.writeStringProperty("explanation", origin.explanation());
        }
        generator.writeEndObject();
    }

    private void evidence(Evidence evidence) {
        generator.writeStartObject();
        generator.writeNumberProperty("message", evidence.message());
        generator.writeStringProperty("header", evidence.header());
        generator.writeStringProperty("quote", Secrets.quote(evidence));
        generator.writeEndObject();
    }

    private void alternative(Alternative alternative) {
        generator.writeStartObject();
        generator.writeStringProperty("cause", alternative.cause().word());
        generator.writeStringProperty("title", alternative.title());
        generator.writeStringProperty("why", alternative.why());
        generator.writeEndObject();
    }

    void remedy(Remedy remedy) {
        generator.writeStartObject();
        generator.writeStringProperty("audience", remedy.audience().name());
        generator.writeStringProperty("text", remedy.text());
        generator.writeEndObject();
    }
}
