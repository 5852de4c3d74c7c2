package org.callcause.diagnosis;

import java.util.Objects;

/**
 * Where a rule has its knowledge from.
 *
 * @param text a document and its section or date, such as {@code RFC 3261 21.6.2}
 */
public record Reference(String text) {

    /** Keeps the text as it is. */
    public Reference {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
