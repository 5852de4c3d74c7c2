package org.callcause.diagnosis;

import java.util.Objects;

/**
 * What somebody can do about a cause.
 *
 * @param audience who
 * @param text what, in one sentence
 */
public record Remedy(Audience audience, String text) {

    /** Keeps the parts as they are. */
    public Remedy {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(text, "text");
    }
}
