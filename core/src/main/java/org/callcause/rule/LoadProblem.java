package org.callcause.rule;

import java.util.Objects;

/**
 * Something that was to be loaded and could not be.
 *
 * @param what a module, a rule or a provider, as far as it is known
 * @param problem why not, in one line
 */
public record LoadProblem(String what, String problem) {

    /** Keeps the parts as they are. */
    public LoadProblem {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(problem, "problem");
    }
}
