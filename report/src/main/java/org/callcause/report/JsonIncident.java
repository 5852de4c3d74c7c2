package org.callcause.report;

import org.callcause.diagnosis.Reference;
import org.callcause.incident.Incident;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.Share;
import tools.jackson.core.JsonGenerator;

/** Writes incidents. */
final class JsonIncident {

    private final JsonGenerator generator;

    JsonIncident(JsonGenerator generator) {
        this.generator = generator;
    }

    void write(Incident incident) {
        generator.writeStartObject();
        generator.writeStringProperty("rule", incident.rule());
        generator.writeStringProperty("kind", incident.kind().word());
        generator.writeStringProperty("cause", incident.cause().word());
        generator.writeStringProperty("likelihood", incident.likelihood().name());
        scope(incident.scope());
        generator.writeNumberProperty("count", incident.count());
        generator.writeNumberProperty("callsHurt", incident.callsHurt());
        JsonTime.write(generator, "firstTime", incident.firstTime());
        JsonTime.write(generator, "lastTime", incident.lastTime());
        generator.writeBooleanProperty("ongoing", incident.ongoing());
        incident.during().ifPresent(share -> share("during", share));
        incident.before().ifPresent(share -> share("before", share));
        generator.writeStringProperty("title", incident.title());
        generator.writeStringProperty("explanation", incident.explanation());
        generator.writeArrayPropertyStart("exemplars");
        incident.exemplars().forEach(generator::writeString);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("remedies");
        incident.remedies().forEach(new JsonFinding(generator)::remedy);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("confirm");
        incident.confirm().forEach(generator::writeString);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("references");
        incident.references().stream().map(Reference::text).forEach(generator::writeString);
        generator.writeEndArray();
        incident.suppressed().ifPresent(reason -> generator.writeStringProperty("suppressed", reason));
        generator.writeEndObject();
    }

    private void scope(IncidentScope scope) {
        generator.writeStringProperty("scope", scope.extent().word());
        if (!scope.name().isEmpty()) {
            generator.writeStringProperty("scopeName", scope.name());
        }
        scope.comparison().ifPresent(comparison -> {
            generator.writeObjectPropertyStart("comparedTo");
            generator.writeStringProperty("population", comparison.population());
            generator.writeNumberProperty("part", comparison.share().part());
            generator.writeNumberProperty("whole", comparison.share().whole());
            generator.writeEndObject();
        });
    }

    private void share(String name, Share share) {
        generator.writeObjectPropertyStart(name);
        generator.writeNumberProperty("part", share.part());
        generator.writeNumberProperty("whole", share.whole());
        generator.writeEndObject();
    }
}
