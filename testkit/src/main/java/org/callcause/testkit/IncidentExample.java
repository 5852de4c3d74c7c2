package org.callcause.testkit;

import java.util.Objects;

/**
 * Traffic that shows what an incident rule is about, or what it is not about.
 *
 * @param rule the rule's id
 * @param kind whether the rule has to find something in it
 * @param sentence what happens, in one sentence
 * @param script the traffic, in the form of {@link TrafficScript}
 */
public record IncidentExample(String rule, RuleExample.Kind kind, String sentence, String script) {

    /** Keeps the parts as they are. */
    public IncidentExample {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(script, "script");
    }

    /** Traffic in which the rule finds something. */
    public static IncidentExample fires(String rule, String sentence, String script) {
        return new IncidentExample(rule, RuleExample.Kind.FIRES, sentence, script);
    }

    /** Traffic that comes near, and in which the rule finds nothing. */
    public static IncidentExample silent(String rule, String sentence, String script) {
        return new IncidentExample(rule, RuleExample.Kind.SILENT, sentence, script);
    }

    /**
     * The traffic.
     *
     * @throws IllegalArgumentException if the script cannot be read
     */
    public TrafficScript traffic() {
        return TrafficScript.of(script);
    }
}
