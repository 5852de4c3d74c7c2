package org.callcause.report;

import java.time.Instant;
import java.util.List;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.TlsCertificate;
import org.callcause.dialog.TlsHandshake;
import tools.jackson.core.JsonGenerator;

/** Connections that failed, in JSON: what the packets show, and the sentences of the text. */
final class JsonConnections {

    private final JsonGenerator generator;

    JsonConnections(JsonGenerator generator) {
        this.generator = generator;
    }

    void write(List<FailedConnection> failures) {
        generator.writeArrayPropertyStart("failedConnections");
        failures.forEach(this::write);
        generator.writeEndArray();
    }

    private void write(FailedConnection failure) {
        generator.writeStartObject();
        generator.writeStringProperty("client", failure.client().toString());
        generator.writeNumberProperty("clients", failure.clients());
        generator.writeStringProperty("server", failure.server().toString());
        generator.writeStringProperty("kind", failure.kind().word());
        if (failure.endedBy().isKnown()) {
            generator.writeStringProperty("endedBy", failure.endedBy().toString());
        }
        if (!failure.words().isEmpty()) {
            generator.writeStringProperty("words", failure.words());
        }
        failure.alert().ifPresent(alert -> {
            generator.writeObjectPropertyStart("alert");
            generator.writeNumberProperty("number", alert.number());
            generator.writeStringProperty("name", alert.name());
            generator.writeEndObject();
        });
        failure.handshake().ifPresent(this::handshake);
        generator.writeNumberProperty("count", failure.count());
        JsonTime.write(generator, "firstTime", failure.first());
        JsonTime.write(generator, "lastTime", failure.last());
        failure.laterOpened().ifPresent(time -> JsonTime.write(generator, "laterOpened", time));
        generator.writeStringProperty("summary", new ConnectionWords(failure).sentence());
        generator.writeStringProperty("advice", new ConnectionAdvice(failure).text());
        generator.writeEndObject();
    }

    private void handshake(TlsHandshake handshake) {
        generator.writeObjectPropertyStart("handshake");
        generator.writeStringProperty("reached", handshake.reached().word());
        handshake.serverName().ifPresent(name -> generator.writeStringProperty("serverName", name));
        handshake.offered().ifPresent(version -> generator.writeStringProperty("offered", version));
        handshake.chosen().ifPresent(version -> generator.writeStringProperty("chosen", version));
        handshake.serverCertificate().ifPresent(certificate -> certificate("serverCertificate", certificate));
        handshake.clientCertificate().ifPresent(certificate -> certificate("clientCertificate", certificate));
        generator.writeBooleanProperty("clientCertificateAsked", handshake.clientCertificateAsked());
        generator.writeBooleanProperty("clientSentNone", handshake.clientSentNone());
        generator.writeEndObject();
    }

    private void certificate(String property, TlsCertificate certificate) {
        generator.writeObjectPropertyStart(property);
        generator.writeStringProperty("subject", certificate.subject());
        generator.writeArrayPropertyStart("names");
        certificate.names().forEach(generator::writeString);
        generator.writeEndArray();
        generator.writeStringProperty("issuer", certificate.issuer());
        generator.writeBooleanProperty("selfSigned", certificate.selfSigned());
        time("validFrom", certificate.validFrom());
        time("validUntil", certificate.validUntil());
        generator.writeNumberProperty("chain", certificate.chain());
        generator.writeEndObject();
    }

    /** What a certificate says may lie centuries away, and is never partial. */
    private void time(String name, Instant time) {
        generator.writeStringProperty(name, time.toString());
    }
}
