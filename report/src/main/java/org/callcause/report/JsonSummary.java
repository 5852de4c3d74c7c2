package org.callcause.report;

import java.util.List;
import org.callcause.rule.LoadProblem;
import tools.jackson.core.JsonGenerator;

/** Writes the parts of the document that are not about one call. */
final class JsonSummary {

    private JsonSummary() {}

    static void writeSources(JsonGenerator generator, List<SourceReport> sources) {
        generator.writeStartArray();
        for (SourceReport source : sources) {
            generator.writeStartObject();
            generator.writeStringProperty("name", source.name());
            generator.writeStringProperty("kind", source.kind());
            generator.writeNumberProperty("messages", source.messages());
            generator.writeNumberProperty("undecoded", source.undecoded());
            source.firstTime().ifPresent(time -> JsonTime.write(generator, "firstTime", time));
            source.lastTime().ifPresent(time -> JsonTime.write(generator, "lastTime", time));
            generator.writeBooleanProperty("truncated", source.truncated());
            writeNotes(generator, source.notes());
            new JsonConnections(generator).write(source.failedConnections());
            source.hint().ifPresent(hint -> generator.writeStringProperty("hint", hint));
            source.problem().ifPresent(problem -> generator.writeStringProperty("problem", problem));
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private static void writeNotes(JsonGenerator generator, List<SourceReport.Note> notes) {
        generator.writeArrayPropertyStart("notes");
        for (SourceReport.Note note : notes) {
            generator.writeStartObject();
            generator.writeStringProperty("reason", note.reason());
            generator.writeStringProperty("detail", note.detail());
            generator.writeNumberProperty("count", note.count());
            generator.writeStringProperty("unit", note.unit());
            generator.writeStringProperty("advice", note.advice());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    static void writeLimits(JsonGenerator generator, AnalysisLimits limits) {
        generator.writeStartObject();
        generator.writeNumberProperty("evictedCalls", limits.evictedCalls());
        generator.writeNumberProperty("droppedMessages", limits.droppedMessages());
        generator.writeNumberProperty("lateMessages", limits.lateMessages());
        generator.writeNumberProperty("undecodedFrames", limits.undecodedFrames());
        generator.writeNumberProperty("crowdedIdentifiers", limits.crowdedIdentifiers());
        generator.writeNumberProperty("legsReleasedEarly", limits.legsReleasedEarly());
        generator.writeEndObject();
    }

    static void writeLoadProblems(JsonGenerator generator, List<LoadProblem> problems) {
        generator.writeStartArray();
        for (LoadProblem problem : problems) {
            generator.writeStartObject();
            generator.writeStringProperty("what", problem.what());
            generator.writeStringProperty("problem", problem.problem());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    static void writeSupplement(JsonGenerator generator, Supplement supplement) {
        generator.writeStartObject();
        writeTexts(generator, "notes", supplement.notes());
        generator.writeArrayPropertyStart("entries");
        for (Supplement.Entry entry : supplement.entries()) {
            generator.writeStartObject();
            generator.writeStringProperty("heading", entry.heading());
            generator.writeObjectPropertyStart("facts");
            entry.facts().forEach(generator::writeStringProperty);
            generator.writeEndObject();
            writeTexts(generator, "sentences", entry.sentences());
            writeTexts(generator, "timeline", entry.timeline());
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeEndObject();
    }

    private static void writeTexts(JsonGenerator generator, String name, List<String> texts) {
        generator.writeArrayPropertyStart(name);
        texts.forEach(generator::writeString);
        generator.writeEndArray();
    }
}
