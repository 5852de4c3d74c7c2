package org.callcause.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.callcause.incident.IncidentRule;

/** Takes the rules of a module that keep the contract, and lists the others. */
final class ModuleReading {

    private final RuleModule module;
    private final LoadProblems problems;
    private final String name;
    private final Optional<String> id;

    ModuleReading(RuleModule module, LoadProblems problems) {
        this.module = module;
        this.problems = problems;
        this.name = module.getClass().getName();
        this.id = asked(() -> said("id()", module.id()));
    }

    /** What the ids of its rules begin with, where it says so. */
    Optional<String> id() {
        return id;
    }

    Collection<Rule> rules(Set<String> taken) {
        return accepted("rules()", module::rules, Rule::id, taken);
    }

    Collection<IncidentRule> incidentRules(Set<String> taken) {
        return accepted("incidentRules()", module::incidentRules, IncidentRule::id, taken);
    }

    private <T> Collection<T> accepted(
            String method, Supplier<List<T>> rules, Function<T, String> idOf, Set<String> taken) {
        if (id.isEmpty()) {
            return List.of();
        }
        String prefix = id.get() + "/";
        // Copied where it is guarded: the list is the module's own, and may throw too.
        List<T> offered =
                asked(() -> new ArrayList<>(said(method, rules.get()))).orElseGet(ArrayList::new);
        if (offered.removeIf(Objects::isNull)) {
            problems.add(name, method + " returned a list with a null in it");
        }
        List<T> accepted = new ArrayList<>(offered.size());
        Set<String> seen = new HashSet<>(taken);
        for (T rule : offered) {
            String ruleId = idOf.apply(rule);
            if (!ruleId.startsWith(prefix)) {
                problems.add(ruleId, "the id does not begin with " + prefix + " of " + name);
            } else if (!seen.add(ruleId)) {
                problems.add(ruleId, "there is a rule of this id already");
            } else {
                accepted.add(rule);
            }
        }
        return accepted;
    }

    /** What the module says; nothing where it throws. */
    private <T> Optional<T> asked(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError broken) {
            problems.add(name, broken);
            return Optional.empty();
        }
    }

    private static <T> T said(String method, T answer) {
        return Objects.requireNonNull(answer, () -> method + " returned null");
    }
}
