package org.callcause.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.CallReport;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Party;
import org.callcause.diagnosis.NotChecked;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.Sighting;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.TransportFailure;
import org.callcause.incident.Circumstance;
import org.callcause.rule.Verdict;
import tools.jackson.core.JsonGenerator;

/** Writes one call, registration or other exchange. */
final class JsonCall {

    private static final int DECIMALS = 6;

    private final JsonGenerator generator;

    JsonCall(JsonGenerator generator) {
        this.generator = generator;
    }

    /**
     * Writes the object.
     *
     * @param isCall whether the outcome goes by the name of disposition, as that of a call does
     */
    void write(CallReport report, boolean isCall) {
        Call call = report.call();
        Disposition disposition = report.disposition();
        generator.writeStartObject();
        generator.writeStringProperty("id", call.id());
        strings("callIds", call.callIds());
        generator.writeStringProperty("method", call.method().name());
        call.from()
                .ifPresent(
                        from -> generator.writeStringProperty("from", from.uri().raw()));
        call.to().ifPresent(to -> generator.writeStringProperty("to", to.uri().raw()));
        call.start().ifPresent(start -> JsonTime.write(generator, "start", start));
        call.end().ifPresent(end -> JsonTime.write(generator, "end", end));
        generator.writeStringProperty(
                isCall ? "disposition" : "outcome", disposition.kind().name());
        if (disposition.kind() != call.disposition().kind()) {
            generator.writeStringProperty(
                    "refinedFrom", call.disposition().kind().name());
        }
        if (call.finalStatus() != 0) {
            generator.writeNumberProperty("finalStatus", call.finalStatus());
            generator.writeStringProperty("finalPhrase", call.finalPhrase());
        }
        seconds("postDialDelay", call.postDialDelay());
        seconds("ringTime", call.ringTime());
        seconds("talkTime", call.talkTime());
        if (disposition.endedBy() != Party.UNKNOWN) {
            generator.writeStringProperty("endedBy", disposition.endedBy().name());
        }
        generator.writeStringProperty("context", call.context().name());
        generator.writeStringProperty("closedBecause", call.closedBecause().name());
        generator.writeBooleanProperty("inferred", call.transactions().stream().anyMatch(Transaction::isInferred));
        generator.writeArrayPropertyStart("messages");
        call.messages().forEach(this::message);
        generator.writeEndArray();
        transportFailures(call);
        rtp(call);
        new JsonPlaces(generator).write(report.places());
        report.joined().ifPresent(joined -> new JsonJoined(generator).write(joined, call));
        circumstances(report.circumstances());
        verdict(report.verdict());
        generator.writeEndObject();
    }

    private void message(TrackedMessage message) {
        generator.writeStartObject();
        generator.writeNumberProperty("index", message.index());
        if (message.hasTime()) {
            JsonTime.write(generator, "time", message.time());
        }
        endpoint("from", message.from());
        endpoint("to", message.to());
        basis(message.captured());
        generator.writeStringProperty("transport", message.transport().name());
        generator.writeStringProperty("start", message.message().startLine());
        generator.writeNumberProperty("hop", message.hop());
        generator.writeBooleanProperty("retransmission", message.sighting() == Sighting.RETRANSMISSION);
        if (message.sighting() == Sighting.DUPLICATE) {
            generator.writeBooleanProperty("duplicate", true);
        }
        generator.writeEndObject();
    }

    private void transportFailures(Call call) {
        List<TransportFailure> failures = call.transportFailures();
        if (failures.isEmpty()) {
            return;
        }
        Undelivered undelivered = new Undelivered(call.messages(), failures);
        generator.writeArrayPropertyStart("transportFailures");
        for (TransportFailure failure : failures) {
            generator.writeStartObject();
            undelivered
                    .message(failure)
                    .ifPresent(message -> generator.writeNumberProperty("message", message.index()));
            generator.writeStringProperty("kind", failure.kind().word());
            failure.reporter().ifPresent(reporter -> endpoint("reporter", reporter));
            generator.writeStringProperty("words", failure.words());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private void rtp(Call call) {
        List<RtpStream> streams = call.rtp().streams();
        if (streams.isEmpty()) {
            return;
        }
        generator.writeArrayPropertyStart("rtp");
        for (RtpStream stream : streams) {
            generator.writeStartObject();
            endpoint("from", stream.from());
            endpoint("to", stream.to());
            stream.payloadType().ifPresent(type -> generator.writeNumberProperty("payloadType", type));
            generator.writeNumberProperty("packets", stream.packets());
            JsonTime.write(generator, "first", stream.first());
            JsonTime.write(generator, "last", stream.last());
            stream.refusal().ifPresent(why -> {
                generator.writeStringProperty("refused", why.kind().word());
                endpoint("reporter", why.reporter());
            });
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private void basis(CapturedMessage message) {
        boolean inferred = message.isFromInferred() || message.isToInferred();
        generator.writeStringProperty("basis", (inferred ? Origin.Basis.INFERRED : Origin.Basis.SEEN).name());
        if (inferred) {
            generator.writeArrayPropertyStart("inferred");
            if (message.isFromInferred()) {
                generator.writeString("from");
            }
            if (message.isToInferred()) {
                generator.writeString("to");
            }
            generator.writeEndArray();
        }
    }

    private void verdict(Verdict verdict) {
        JsonFinding finding = new JsonFinding(generator);
        generator.writeArrayPropertyStart("diagnoses");
        verdict.diagnoses().forEach(finding::diagnosis);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("superseded");
        verdict.superseded().forEach(finding::diagnosis);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("violations");
        verdict.violations().forEach(finding::violation);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("notChecked");
        verdict.notChecked().forEach(this::notChecked);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("suppressed");
        verdict.suppressed().forEach(this::suppressed);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("ruleFailures");
        verdict.failures().forEach(finding::failure);
        generator.writeEndArray();
    }

    private void circumstances(List<Circumstance> known) {
        generator.writeArrayPropertyStart("circumstances");
        for (Circumstance one : known) {
            generator.writeStartObject();
            generator.writeStringProperty("rule", one.rule());
            generator.writeStringProperty("text", one.text());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private void notChecked(NotChecked notChecked) {
        generator.writeStartObject();
        generator.writeStringProperty("rule", notChecked.rule());
        generator.writeStringProperty("why", notChecked.why());
        generator.writeEndObject();
    }

    private void suppressed(Verdict.Suppressed suppressed) {
        generator.writeStartObject();
        generator.writeStringProperty("rule", suppressed.rule());
        generator.writeStringProperty("title", suppressed.title());
        generator.writeStringProperty("reason", suppressed.reason());
        generator.writeEndObject();
    }

    private void endpoint(String name, Endpoint endpoint) {
        if (endpoint.isKnown()) {
            generator.writeStringProperty(name, endpoint.toString());
        }
    }

    private void strings(String name, List<String> values) {
        generator.writeArrayPropertyStart(name);
        values.forEach(generator::writeString);
        generator.writeEndArray();
    }

    private void seconds(String name, Optional<Duration> duration) {
        duration.ifPresent(length -> generator.writeNumberProperty(name, seconds(length)));
    }

    /** At most six decimals, and never the exponent form, which some readers of JSON numbers get wrong. */
    private static BigDecimal seconds(Duration duration) {
        BigDecimal exact = BigDecimal.valueOf(duration.toNanos(), 9).setScale(DECIMALS, RoundingMode.HALF_UP);
        BigDecimal shortest = exact.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest;
    }
}
