package org.callcause.rule;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what could not be loaded, and logs it: few programs ask. */
final class LoadProblems {

    private static final Logger LOG = LoggerFactory.getLogger(RuleSet.class);

    private final List<LoadProblem> problems = new ArrayList<>();

    void add(String what, String problem) {
        problems.add(new LoadProblem(what, problem));
        LOG.warn("{} could not be loaded: {}", what, problem);
    }

    void add(String what, Throwable thrown) {
        problems.add(new LoadProblem(what, Failures.inOneLine(thrown)));
        LOG.warn("{} could not be loaded", what, thrown);
    }

    List<LoadProblem> listed() {
        return List.copyOf(problems);
    }
}
