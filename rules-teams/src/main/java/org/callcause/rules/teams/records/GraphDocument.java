package org.callcause.rules.teams.records;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Microsoft Graph answers, v1.0 or beta: a page of rows under {@code value}, one record, or a list of either; and the
 * events of the calling service. Read record by record, so that what stands before a break is kept.
 */
final class GraphDocument {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .build())
            .build();

    private final String name;
    private final Collected collected;

    GraphDocument(String name, Collected collected) {
        this.name = name;
        this.collected = collected;
    }

    void read(InputStream input) throws IOException {
        try (JsonParser parser = JSON.createParser(input)) {
            while (parser.nextToken() != null) {
                value(parser);
            }
        } catch (JacksonIOException unreadable) {
            throw unreadable.getCause();
        } catch (JacksonException broken) {
            collected.problem(
                    new RecordPlace(name, Math.max(0, line(broken))), "not JSON: " + broken.getOriginalMessage());
        }
    }

    private static int line(JacksonException broken) {
        return broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
    }

    private void value(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser);
            }
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(parser);
        } else {
            collected.problem(place(parser), "a record is to be an object, and is " + parser.currentToken());
        }
    }

    private RecordPlace place(JsonParser parser) {
        return new RecordPlace(name, parser.currentTokenLocation().getLineNr());
    }

    private void object(JsonParser parser) {
        RecordPlace place = place(parser);
        ObjectNode fields = JSON.createObjectNode();
        boolean isPage = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("value") && parser.currentToken() == JsonToken.START_ARRAY) {
                isPage = true;
                value(parser);
            } else {
                fields.set(field, parser.<JsonNode>readValueAsTree());
            }
        }
        if (!isPage) {
            record(fields, place);
        }
    }

    private void record(JsonNode node, RecordPlace place) {
        Row row = row(node, place);
        Optional<JsonNode> event = CallingEvents.resultIn(node);
        if (event.isPresent()) {
            collected.call(CallingEvents.read(row, event.get(), part -> row(part, place)));
        } else if (node.has("finalSipCode") || node.has("trunkFullyQualifiedDomainName")) {
            collected.call(CallRows.directRouting(row));
        } else if (node.has("callerNumber") || node.has("inventoryType")) {
            collected.call(CallRows.callingPlan(row));
        } else if (node.has("organizer") || node.has("participants")) {
            collected.call(CallRows.graphCall(row));
            String call = row.text("id").orElse("");
            node.path("sessions").forEach(session -> session(session, call, place));
        } else if (node.has("caller") && node.has("callee")) {
            session(node, "", place);
        } else {
            row.problem(
                    node.isEmpty()
                            ? "an empty object"
                            : "an object of no known record: " + String.join(", ", node.propertyNames()));
        }
    }

    private void session(JsonNode session, String call, RecordPlace place) {
        Row row = row(session, place);
        String id = row.text("id").orElse("");
        failure(session, call, "session " + id, place);
        for (JsonNode segment : session.path("segments")) {
            failure(segment, call, "segment " + row(segment, place).text("id").orElse("") + " of session " + id, place);
            for (JsonNode media : segment.path("media")) {
                media.path("streams")
                        .forEach(stream ->
                                collected.stream(StreamRows.ofGraph(row(stream, place), call.isEmpty() ? id : call)));
            }
        }
    }

    private void failure(JsonNode part, String call, String what, RecordPlace place) {
        JsonNode info = part.path("failureInfo");
        if (info.isObject()) {
            Row row = row(info, place);
            collected.failure(new SessionFailure(
                    place,
                    call,
                    what,
                    SessionFailure.Stage.of(row.text("stage").orElse("")),
                    row.text("reason").orElse("")));
        } else if (!info.isMissingNode() && !info.isNull()) {
            collected.problem(place, "failureInfo is to be an object, and is \"" + info.asString("") + "\"");
        }
    }

    private Row row(JsonNode node, RecordPlace place) {
        return new Row(place, field -> text(node.path(field), field, place), collected.problems());
    }

    private Optional<String> text(JsonNode value, String field, RecordPlace place) {
        if (value.isContainer()) {
            collected.problem(
                    place, field + " is to be one value, and is " + (value.isArray() ? "a list" : "an object"));
            return Optional.empty();
        }
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asString()) : Optional.empty();
    }
}
