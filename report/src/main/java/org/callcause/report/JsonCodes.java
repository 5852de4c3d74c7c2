package org.callcause.report;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.diagnosis.Reference;
import org.callcause.rule.CodeEntry;
import org.callcause.rule.CodeTopic;
import org.callcause.rule.ConfusableCode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What code books say as JSON. What a book does not say is not there. */
final class JsonCodes {

    private final JsonGenerator generator;

    private JsonCodes(JsonGenerator generator) {
        this.generator = generator;
    }

    static byte[] explanation(String language, List<CodeEntry> entries) {
        return document(language, codes -> codes.entries(entries));
    }

    static byte[] comparison(
            String language,
            List<CodeEntry> entries,
            Optional<String> difference,
            List<String> contrast,
            Optional<String> apart) {
        return document(language, codes -> {
            codes.optional("keyDifference", difference);
            codes.texts("differences", contrast);
            codes.optional("tellApart", apart);
            codes.entries(entries);
        });
    }

    private static byte[] document(String language, Consumer<JsonCodes> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            generator.writeStartObject();
            generator.writeStringProperty("language", language);
            content.accept(new JsonCodes(generator));
            generator.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private void entries(List<CodeEntry> entries) {
        generator.writeArrayPropertyStart("codes");
        entries.forEach(this::entry);
        generator.writeEndArray();
    }

    private void entry(CodeEntry entry) {
        generator.writeStartObject();
        generator.writeStringProperty("reference", entry.reference());
        generator.writeStringProperty("phrase", entry.phrase());
        optional("class", entry.category());
        for (CodeTopic topic : CodeTopic.values()) {
            optional(name(topic), entry.text(topic).map(CodeLabels::sentence));
        }
        generator.writeArrayPropertyStart("confusables");
        entry.confusables().forEach(this::confusable);
        generator.writeEndArray();
        texts("sources", entry.sources().stream().map(Reference::text).toList());
        generator.writeEndObject();
    }

    private void confusable(ConfusableCode confusable) {
        generator.writeStartObject();
        generator.writeStringProperty("reference", confusable.reference());
        generator.writeStringProperty("tellApart", confusable.test());
        generator.writeEndObject();
    }

    private void texts(String property, List<String> texts) {
        generator.writeArrayPropertyStart(property);
        texts.forEach(generator::writeString);
        generator.writeEndArray();
    }

    private void optional(String property, Optional<String> text) {
        text.ifPresent(present -> generator.writeStringProperty(property, present));
    }

    private static String name(CodeTopic topic) {
        return switch (topic) {
            case NOTE -> "note";
            case MEANING -> "meaning";
            case WHEN -> "when";
            case MADE_BY -> "madeBy";
            case CALLER -> "caller";
            case OPERATOR -> "operator";
            case RETRY_AFTER -> "retryAfter";
            case IN_DIALOG -> "inDialog";
            case INTERWORKING -> "interworking";
        };
    }
}
