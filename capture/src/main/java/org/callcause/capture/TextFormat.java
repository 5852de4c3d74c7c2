package org.callcause.capture;

import java.util.List;
import java.util.Objects;
import org.callcause.capture.text.dialect.LogFormats;

/**
 * A kind of text in which {@link CaptureReader} finds SIP messages. Which one it is shows in the content; one input may
 * mix several.
 *
 * @param name what writes it, as people call it
 * @param example the line by which it is known
 */
public record TextFormat(String name, String example) {

    /** Keeps the parts as they are. */
    public TextFormat {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(example, "example");
    }

    /** All that are known. */
    public static List<TextFormat> all() {
        return LogFormats.all().stream()
                .map(format -> new TextFormat(format.name(), format.example()))
                .toList();
    }
}
