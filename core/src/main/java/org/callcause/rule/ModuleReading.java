package org.callcause.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes the rules of a module that keep the contract, and lists the others. */
final class ModuleReading {

    private final List<LoadProblem> problems;

    ModuleReading(List<LoadProblem> problems) {
        this.problems = problems;
    }

    Collection<Rule> rules(RuleModule module, Set<String> taken) {
        String name = module.getClass().getName();
        String prefix;
        List<Rule> offered;
        try {
            prefix = module.id() + "/";
            offered = List.copyOf(module.rules());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError broken) {
            problems.add(new LoadProblem(name, Failures.inOneLine(broken)));
            return List.of();
        }
        List<Rule> accepted = new ArrayList<>(offered.size());
        Set<String> seen = new HashSet<>(taken);
        for (Rule rule : offered) {
            if (!rule.id().startsWith(prefix)) {
                problems.add(new LoadProblem(rule.id(), "the id does not begin with " + prefix + " of " + name));
            } else if (!seen.add(rule.id())) {
                problems.add(new LoadProblem(rule.id(), "there is a rule of this id already"));
            } else {
                accepted.add(rule);
            }
        }
        return accepted;
    }
}
