package org.callcause.rule;

import java.util.Objects;

/**
 * Something of a rule set that is not as it was asked for.
 *
 * @param what a module, a rule or a provider, as far as it is known, or an id or pattern of rules
 * @param problem what is wrong with it, in one line
 */
public record LoadProblem(String what, String problem) {

    /** Keeps the parts as they are. */
    public LoadProblem {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(problem, "problem");
    }
}
