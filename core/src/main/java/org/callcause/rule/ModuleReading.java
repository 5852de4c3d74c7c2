package org.callcause.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.callcause.incident.IncidentRule;

/** Takes the rules of a module that keep the contract, and lists the others. */
final class ModuleReading {

    private final List<LoadProblem> problems;

    ModuleReading(List<LoadProblem> problems) {
        this.problems = problems;
    }

    Collection<Rule> rules(RuleModule module, Set<String> taken) {
        return accepted(module, module::rules, Rule::id, taken);
    }

    Collection<IncidentRule> incidentRules(RuleModule module, Set<String> taken) {
        return accepted(module, module::incidentRules, IncidentRule::id, taken);
    }

    private <T> Collection<T> accepted(
            RuleModule module, Supplier<List<T>> rules, Function<T, String> idOf, Set<String> taken) {
        String name = module.getClass().getName();
        String prefix;
        List<T> offered;
        try {
            prefix = module.id() + "/";
            offered = List.copyOf(rules.get());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError broken) {
            problems.add(new LoadProblem(name, Failures.inOneLine(broken)));
            return List.of();
        }
        List<T> accepted = new ArrayList<>(offered.size());
        Set<String> seen = new HashSet<>(taken);
        for (T rule : offered) {
            String id = idOf.apply(rule);
            if (!id.startsWith(prefix)) {
                problems.add(new LoadProblem(id, "the id does not begin with " + prefix + " of " + name));
            } else if (!seen.add(id)) {
                problems.add(new LoadProblem(id, "there is a rule of this id already"));
            } else {
                accepted.add(rule);
            }
        }
        return accepted;
    }
}
