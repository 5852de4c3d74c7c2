package org.callcause.diagnosis;

import java.util.Objects;

/**
 * A rule that could not be decided because something was not captured, which is not the same as clean.
 *
 * @param rule the rule's id, {@code module/name}
 * @param why what is missing
 */
public record NotChecked(String rule, String why) {

    /** Keeps the parts as they are. */
    public NotChecked {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(why, "why");
    }
}
