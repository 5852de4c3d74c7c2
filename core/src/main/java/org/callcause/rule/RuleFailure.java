package org.callcause.rule;

import java.util.Objects;

/**
 * A rule that threw, or found something that nobody can check: without a title, without a line that it rests on, or with
 * one of another call. What it had said of the call is lost; every other rule's findings stand.
 *
 * @param rule the rule's id
 * @param problem what it threw or what was missing, in one line
 * @param quarantined whether it failed so often that it is not run any more
 */
public record RuleFailure(String rule, String problem, boolean quarantined) {

    /** Keeps the parts as they are. */
    public RuleFailure {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(problem, "problem");
    }
}
