package org.callcause.report;

import java.math.BigDecimal;
import org.callcause.call.Call;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegChange;
import org.callcause.leg.LegLink;
import org.callcause.leg.LegProof;
import tools.jackson.core.JsonGenerator;

/** Writes what a call is a leg of. */
final class JsonJoined {

    private final JsonGenerator generator;

    JsonJoined(JsonGenerator generator) {
        this.generator = generator;
    }

    void write(JoinedCall joined, Call call) {
        generator.writeObjectPropertyStart("joined");
        generator.writeStringProperty("id", joined.id());
        generator.writeNumberProperty("leg", joined.number(call));
        generator.writeArrayPropertyStart("legs");
        joined.legs().forEach(leg -> generator.writeString(leg.id()));
        generator.writeEndArray();
        generator.writeBooleanProperty("overcome", joined.isOvercome(call));
        generator.writeArrayPropertyStart("failurePath");
        joined.failurePath(call).forEach(leg -> generator.writeString(leg.id()));
        generator.writeEndArray();
        generator.writeArrayPropertyStart("links");
        joined.links().forEach(this::link);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("changes");
        joined.changes().forEach(this::change);
        generator.writeEndArray();
        generator.writeArrayPropertyStart("guesses");
        joined.guesses().forEach(this::guess);
        generator.writeEndArray();
        generator.writeEndObject();
    }

    private void link(LegLink link) {
        generator.writeStartObject();
        generator.writeStringProperty("earlier", link.earlierCall());
        generator.writeStringProperty("later", link.laterCall());
        generator.writeStringProperty("relation", link.relation().name());
        proof(link.proof());
        generator.writeArrayPropertyStart("further");
        link.further().forEach(proof -> generator.writeString(proof.name()));
        generator.writeEndArray();
        generator.writeStringProperty("detail", link.detail());
        generator.writeEndObject();
    }

    private void proof(LegProof proof) {
        generator.writeStringProperty("proof", proof.name());
        generator.writeNumberProperty("score", proof.score());
        generator.writeBooleanProperty("guess", proof.isGuess());
    }

    private void change(LegChange change) {
        generator.writeStartObject();
        if (change.element().isKnown()) {
            generator.writeStringProperty("element", change.element().toString());
        }
        generator.writeNumberProperty("before", change.before());
        generator.writeNumberProperty("after", change.after());
        generator.writeStringProperty("what", change.what());
        generator.writeStringProperty("explanation", change.explanation());
        generator.writeEndObject();
    }

    private void guess(JoinedCall.Guess guess) {
        generator.writeStartObject();
        generator.writeStringProperty("leg", guess.leg().id());
        generator.writeStringProperty("callId", guess.guess().callId());
        generator.writeBooleanProperty("later", guess.guess().later());
        generator.writeNumberProperty(
                "gap", BigDecimal.valueOf(guess.guess().gap().toMillis(), 3));
        proof(guess.guess().proof());
        generator.writeEndObject();
    }
}
