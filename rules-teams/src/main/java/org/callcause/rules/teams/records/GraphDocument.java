package org.callcause.rules.teams.records;

import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Microsoft Graph answers, v1.0 or beta: a page of rows under {@code value}, one record, or a list of either. */
final class GraphDocument {

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final Collected collected;
    private long number;

    GraphDocument(String name, Collected collected) {
        this.name = name;
        this.collected = collected;
    }

    void read(InputStream input) {
        try {
            records(JSON.readTree(input), "");
        } catch (JacksonException broken) {
            collected.problem(
                    new RecordPlace(name, Math.max(0, line(broken))), "not JSON: " + broken.getOriginalMessage());
        }
    }

    private static int line(JacksonException broken) {
        return broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
    }

    private void records(JsonNode node, String call) {
        if (node.isArray()) {
            node.forEach(each -> records(each, call));
        } else if (node.isObject() && node.path("value").isArray()) {
            records(node.path("value"), call);
        } else if (node.isObject()) {
            number++;
            record(node, call);
        }
    }

    private void record(JsonNode node, String call) {
        Row row = row(node);
        if (node.has("finalSipCode") || node.has("trunkFullyQualifiedDomainName")) {
            collected.call(CallRows.directRouting(row));
        } else if (node.has("callerNumber") || node.has("inventoryType")) {
            collected.call(CallRows.callingPlan(row));
        } else if (node.has("organizer") || node.has("participants")) {
            collected.call(CallRows.graphCall(row));
            node.path("sessions")
                    .forEach(session -> session(session, row.text("id").orElse(call)));
        } else if (node.has("caller") && node.has("callee")) {
            session(node, call.isEmpty() ? row.text("id").orElse("") : call);
        } else {
            row.problem("an object of no known record: " + String.join(", ", node.propertyNames()));
        }
    }

    private void session(JsonNode session, String call) {
        for (JsonNode segment : session.path("segments")) {
            for (JsonNode media : segment.path("media")) {
                media.path("streams").forEach(stream -> collected.stream(StreamRows.ofGraph(row(stream), call)));
            }
        }
    }

    private Row row(JsonNode node) {
        return new Row(new RecordPlace(name, number), field -> text(node.path(field)), collected.problems());
    }

    private static Optional<String> text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asString()) : Optional.empty();
    }
}
