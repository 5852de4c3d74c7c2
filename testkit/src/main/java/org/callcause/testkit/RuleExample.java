package org.callcause.testkit;

import java.util.Objects;

/**
 * A call that shows what a rule is about, or what it is not about.
 *
 * @param rule the rule's id
 * @param kind whether the rule has to find something in it
 * @param sentence what happens in the call, in one sentence
 * @param script the call, in the form of {@link CallScript}
 */
public record RuleExample(String rule, Kind kind, String sentence, String script) {

    /** Whether a rule has to find something. */
    public enum Kind {
        /** It has to. */
        FIRES,
        /** It must not, though the call comes near. */
        SILENT
    }

    /** Keeps the parts as they are. */
    public RuleExample {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(script, "script");
    }

    /** A call in which the rule finds something. */
    public static RuleExample fires(String rule, String sentence, String script) {
        return new RuleExample(rule, Kind.FIRES, sentence, script);
    }

    /** A call that comes near, and in which the rule finds nothing. */
    public static RuleExample silent(String rule, String sentence, String script) {
        return new RuleExample(rule, Kind.SILENT, sentence, script);
    }

    /**
     * The call.
     *
     * @throws IllegalArgumentException if the script cannot be read
     */
    public CallScript call() {
        return CallScript.of(script);
    }
}
