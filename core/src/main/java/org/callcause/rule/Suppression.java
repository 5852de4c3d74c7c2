package org.callcause.rule;

import java.util.Objects;

/**
 * A decision not to count what some rules find. Their findings stay in the report, marked with the reason.
 *
 * @param rules a rule id, or a prefix and a star such as {@code rfc3261/*}
 * @param reason why; never blank, because the next reader will ask
 */
public record Suppression(String rules, String reason) {

    /**
     * Keeps the parts.
     *
     * @throws IllegalArgumentException if the reason is blank
     */
    public Suppression {
        Objects.requireNonNull(rules, "rules");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a suppression needs a reason: " + rules);
        }
    }

    boolean covers(String ruleId) {
        return RulePattern.matches(rules, ruleId);
    }
}
