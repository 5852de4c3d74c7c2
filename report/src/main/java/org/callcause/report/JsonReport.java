package org.callcause.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.callcause.CallReport;
import org.callcause.incident.Incident;
import org.callcause.message.Method;
import org.callcause.rule.RuleFailure;

/**
 * The report as one JSON document, {@value #SCHEMA}: a call a line, so that it can be searched with line tools. Times
 * are ISO-8601 in UTC, durations are seconds. What is not known is left out; lists are always there. Of credentials in
 * quoted headers (the response and the cnonce of a digest, other tokens) only the first four characters are written,
 * so that a report that is passed on does not help to guess a password.
 */
public final class JsonReport implements ReportWriter {

    /** The name of the contract, the first thing in every document. Keys stay; new ones may be added. */
    public static final String SCHEMA = "callcause/1";

    private static final String SCHEMA_RESOURCE = "callcause-1.schema.json";
    private static final byte[] BETWEEN_CALLS = ",\n".getBytes(StandardCharsets.UTF_8);

    private final OutputStream output;
    private final Spool calls = new Spool();
    private final Spool registrations = new Spool();
    private final Spool exchanges = new Spool();
    private final PeerTable peers = new PeerTable();
    private final boolean withCalls;

    /**
     * Makes a report of no calls.
     *
     * @param output where {@link #finish} writes; it is flushed and left open
     */
    public JsonReport(OutputStream output) {
        this(output, true);
    }

    private JsonReport(OutputStream output, boolean withCalls) {
        this.output = Objects.requireNonNull(output, "output");
        this.withCalls = withCalls;
    }

    /** A report without the calls. */
    public static JsonReport summary(OutputStream output) {
        return new JsonReport(output, false);
    }

    /** The JSON Schema of the document (draft 2020-12); to be closed by the caller. */
    public static InputStream schema() {
        InputStream schema = JsonReport.class.getResourceAsStream(SCHEMA_RESOURCE);
        return Objects.requireNonNull(schema, SCHEMA_RESOURCE);
    }

    @Override
    public void add(CallReport report) {
        peers.add(report);
        if (!withCalls) {
            return;
        }
        Method method = report.call().method();
        boolean call = method.equals(Method.INVITE);
        byte[] rendered = JsonRendering.of(generator -> new JsonCall(generator).write(report, call));
        spoolOf(method).add(report.call().firstIndex(), rendered);
    }

    private Spool spoolOf(Method method) {
        if (method.equals(Method.INVITE)) {
            return calls;
        }
        return method.equals(Method.REGISTER) ? registrations : exchanges;
    }

    /** The figures of the peers are those of all calls, shown or not. */
    @Override
    public void skip(CallReport report) {
        peers.add(report);
    }

    @Override
    public void finish(AnalysisSummary summary) throws IOException {
        text("{\"schema\":\"" + SCHEMA + "\",\n\"sources\":");
        output.write(JsonRendering.of(generator -> JsonSummary.writeSources(generator, summary.sources())));
        array("calls", calls);
        array("registrations", registrations);
        array("exchanges", exchanges);
        incidents(summary);
        text(",\n\"peers\":");
        output.write(JsonRendering.of(peers::write));
        text(",\n\"limits\":");
        output.write(JsonRendering.of(generator -> JsonSummary.writeLimits(generator, summary.limits())));
        text(",\n\"loadProblems\":");
        output.write(JsonRendering.of(generator -> JsonSummary.writeLoadProblems(generator, summary.loadProblems())));
        for (Supplement supplement : summary.supplements()) {
            text(",\n\"" + supplement.key() + "\":");
            output.write(JsonRendering.of(generator -> JsonSummary.writeSupplement(generator, supplement)));
        }
        text("}\n");
        output.flush();
    }

    private void incidents(AnalysisSummary summary) throws IOException {
        text(",\n\"incidents\":[");
        String between = "\n";
        for (Incident incident : summary.incidents()) {
            text(between);
            output.write(JsonRendering.of(generator -> new JsonIncident(generator).write(incident)));
            between = ",\n";
        }
        text("],\n\"incidentRuleFailures\":[");
        between = "\n";
        for (RuleFailure failure : summary.incidentFailures()) {
            text(between);
            output.write(JsonRendering.of(generator -> new JsonFinding(generator).failure(failure)));
            between = ",\n";
        }
        text("]");
    }

    private void array(String name, Spool spool) throws IOException {
        text(",\n\"" + name + "\":[");
        if (!spool.isEmpty()) {
            text("\n");
            spool.writeTo(output, BETWEEN_CALLS);
        }
        text("]");
    }

    private void text(String json) throws IOException {
        output.write(json.getBytes(StandardCharsets.UTF_8));
    }
}
