package org.callcause.diagnosis;

import java.util.List;
import java.util.Objects;

/**
 * A rule of an RFC that a message or an endpoint broke, whether or not it hurt the call. Made by the library.
 *
 * @param rule the rule's id, {@code module/name}
 * @param origin who broke it
 * @param title one line
 * @param explanation plain English, built from this call's own messages
 * @param evidence the lines it rests on
 * @param remedies what can be done, by whom
 * @param confirm what to look at next to be sure
 * @param references the section that was broken
 */
public record Violation(
        String rule,
        Origin origin,
        String title,
        String explanation,
        List<Evidence> evidence,
        List<Remedy> remedies,
        List<String> confirm,
        List<Reference> references) {

    /** Copies the lists. */
    public Violation {
        Objects.requireNonNull(rule, "rule");
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
        confirm = List.copyOf(confirm);
        references = List.copyOf(references);
    }
}
