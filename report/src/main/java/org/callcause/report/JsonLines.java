package org.callcause.report;

import java.util.Arrays;
import org.callcause.CallReport;
import org.callcause.incident.Incident;
import org.callcause.message.Method;

/**
 * Calls as lines of JSON (NDJSON), for whoever follows them as they end. A line is what stands for the call in the
 * document of {@link JsonReport}.
 */
public final class JsonLines {

    private JsonLines() {}

    /** The line of an incident, an object whose only key is {@code incident}, with the line feed that ends it. */
    public static byte[] of(Incident incident) {
        return line(JsonRendering.of(generator -> {
            generator.writeStartObject();
            generator.writeName("incident");
            new JsonIncident(generator).write(incident);
            generator.writeEndObject();
        }));
    }

    /** The line of one call, registration or other exchange, with the line feed that ends it. */
    public static byte[] of(CallReport report) {
        boolean call = report.call().method().equals(Method.INVITE);
        return line(JsonRendering.of(generator -> new JsonCall(generator).write(report, call)));
    }

    private static byte[] line(byte[] object) {
        byte[] line = Arrays.copyOf(object, object.length + 1);
        line[object.length] = '\n';
        return line;
    }
}
