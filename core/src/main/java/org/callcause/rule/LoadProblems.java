package org.callcause.rule;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what is not as it was asked for, and logs it: few programs ask. */
final class LoadProblems {

    private static final Logger LOG = LoggerFactory.getLogger(RuleSet.class);

    private final List<LoadProblem> problems;

    LoadProblems() {
        this(List.of());
    }

    /** Goes on from these, which are logged already. */
    LoadProblems(List<LoadProblem> before) {
        this.problems = new ArrayList<>(before);
    }

    void add(String what, String problem) {
        problems.add(new LoadProblem(what, problem));
        LOG.warn("{} could not be loaded: {}", what, problem);
    }

    void add(String what, Throwable thrown) {
        problems.add(new LoadProblem(what, Failures.inOneLine(thrown)));
        LOG.warn("{} could not be loaded", what, thrown);
    }

    /** An id or a pattern that no rule has. */
    void addUnmatched(String pattern, String wanted) {
        problems.add(new LoadProblem(pattern, "no rule matches what was to be " + wanted));
        LOG.warn("No rule matches {}, which was to be {}", pattern, wanted);
    }

    List<LoadProblem> listed() {
        return List.copyOf(problems);
    }
}
