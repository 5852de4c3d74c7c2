package org.callcause.rule;

/** Names one rule by its id, or several by a prefix and a star. */
public final class RulePattern {

    private RulePattern() {}

    /** Whether it names the rule of this id. */
    public static boolean matches(String pattern, String ruleId) {
        return pattern.endsWith("*")
                ? ruleId.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(ruleId);
    }
}
