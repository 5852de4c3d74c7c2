package org.callcause.incident;

import java.util.Objects;

/**
 * What went on around a call that is to be known before anybody is blamed for its end. It explains nothing by itself:
 * the diagnoses do, or do not. Made by the library.
 *
 * @param rule the id of the incident rule that knows it
 * @param text sentences that tell it of this call
 */
public record Circumstance(String rule, String text) {

    /** Keeps the parts as they are. */
    public Circumstance {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(text, "text");
    }
}
