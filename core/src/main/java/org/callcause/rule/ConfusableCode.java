package org.callcause.rule;

import java.util.Objects;

/**
 * A code that is easily taken for another.
 *
 * @param reference the other code, as its own {@link CodeEntry#reference()} writes it
 * @param test what to look at to tell the two apart, in sentences; empty if there is nothing but their meaning
 */
public record ConfusableCode(String reference, String test) {

    /** Keeps the parts as they are. */
    public ConfusableCode {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(test, "test");
    }
}
