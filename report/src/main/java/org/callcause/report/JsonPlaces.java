package org.callcause.report;

import java.math.BigDecimal;
import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.vantage.PlaceOfCapture;
import tools.jackson.core.JsonGenerator;

/** Writes where a call was captured. */
final class JsonPlaces {

    private final JsonGenerator generator;

    JsonPlaces(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Nothing where one capture shows the call. */
    void write(List<PlaceOfCapture> places) {
        if (places.isEmpty()) {
            return;
        }
        generator.writeArrayPropertyStart("captures");
        places.forEach(this::place);
        generator.writeEndArray();
    }

    private void place(PlaceOfCapture place) {
        generator.writeStartObject();
        generator.writeStringProperty("name", place.capture());
        generator.writeNumberProperty("clock", BigDecimal.valueOf(place.clock().toNanos() / 1_000, 6));
        generator.writeArrayPropertyStart("messages");
        place.messages().forEach(this::copy);
        generator.writeEndArray();
        generator.writeEndObject();
    }

    private void copy(PlaceOfCapture.Copy copy) {
        CapturedMessage message = copy.message();
        generator.writeStartObject();
        generator.writeNumberProperty("index", message.index());
        JsonTime.write(generator, "time", message.time());
        if (message.from().isKnown()) {
            generator.writeStringProperty("from", message.from().toString());
        }
        if (message.to().isKnown()) {
            generator.writeStringProperty("to", message.to().toString());
        }
        generator.writeNumberProperty("shownAs", copy.shownAs());
        generator.writeEndObject();
    }
}
