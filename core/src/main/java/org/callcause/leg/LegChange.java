package org.callcause.leg;

import java.util.Objects;
import org.callcause.dialog.Endpoint;

/**
 * Something that an element changed between two legs, and what it can do. Made by the library.
 *
 * @param element who changed it
 * @param before the number of the message as the element got it
 * @param after the number of the message as it sent it on
 * @param what the header, or the line of the session description
 * @param explanation what became of it and what that can do, in one sentence
 */
public record LegChange(Endpoint element, long before, long after, String what, String explanation) {

    /** Keeps the parts as they are. */
    public LegChange {
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(explanation, "explanation");
    }
}
