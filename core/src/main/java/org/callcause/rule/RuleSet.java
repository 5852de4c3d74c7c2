package org.callcause.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.callcause.diagnosis.Likelihood;
import org.callcause.incident.IncidentRule;

/**
 * The rules in force: discovered, added, replaced, dropped, re-weighted, suppressed. Immutable; a set may serve any
 * number of engines and threads.
 */
public final class RuleSet {

    private final List<RuleModule> modules;
    private final List<Rule> rules;
    private final List<IncidentRule> incidentRules;
    private final List<Suppression> suppressions;
    private final Map<String, Likelihood> weights;
    private final List<String> dropped;
    private final List<LoadProblem> problems;

    private RuleSet(Builder builder) {
        this.modules = List.copyOf(builder.modules);
        this.rules = builder.rules.values().stream()
                .sorted(Comparator.comparing(Rule::id))
                .toList();
        this.incidentRules = builder.incidentRules.values().stream()
                .sorted(Comparator.comparing(IncidentRule::id))
                .toList();
        this.suppressions = List.copyOf(builder.suppressions);
        this.weights = Map.copyOf(builder.weights);
        this.dropped = List.copyOf(builder.dropped);
        this.problems = builder.allProblems();
    }

    /** Begins an empty set. */
    public static Builder builder() {
        return new Builder();
    }

    /** The set of every module that {@link java.util.ServiceLoader} finds. */
    public static RuleSet discovered() {
        return builder().discover().build();
    }

    /** The modules that were found or added and have an id, in that order. */
    public List<RuleModule> modules() {
        return modules;
    }

    /** The rules in force, by id. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rule of this id. */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The rules about many calls that are in force, by id. */
    public List<IncidentRule> incidentRules() {
        return incidentRules;
    }

    /** What was asked not to be counted. */
    public List<Suppression> suppressions() {
        return suppressions;
    }

    /**
     * What is not as it was asked for: a module or a rule that could not be loaded, modules of which none was found, an id or
     * a pattern of {@link Builder#without}, {@link Builder#weigh} or {@link Builder#suppress} that no rule has. Each is
     * logged as well.
     */
    public List<LoadProblem> problems() {
        return problems;
    }

    /** How many rules of which modules, for logs. */
    @Override
    public String toString() {
        return rules.size() + " rules of "
                + modules.stream().map(RuleModule::id).toList();
    }

    /** Whether rules of this id were dropped; also of an id that no module has. */
    public boolean isWithout(String ruleId) {
        return dropped.stream().anyMatch(pattern -> RulePattern.matches(pattern, ruleId));
    }

    /** What was asked about counting what this rule finds. */
    public Optional<Suppression> suppressionOf(String ruleId) {
        return suppressions.isEmpty()
                ? Optional.empty()
                : suppressions.stream()
                        .filter(suppression -> suppression.covers(ruleId))
                        .findFirst();
    }

    /** The likelihood that was given to everything that this rule finds. */
    public Optional<Likelihood> weightOf(String ruleId) {
        return Optional.ofNullable(weights.get(ruleId));
    }

    /** Gathers rules; {@link #build} makes the set. */
    public static final class Builder {

        /** What a module is known by: one that was found may be added by hand as well. */
        private record Named(Class<?> type, String id) {}

        private final List<RuleModule> modules = new ArrayList<>();
        private final Set<Named> known = new HashSet<>();
        private final Map<String, Rule> rules = new TreeMap<>();
        private final Map<String, IncidentRule> incidentRules = new TreeMap<>();
        private final List<Suppression> suppressions = new ArrayList<>();
        private final Map<String, Likelihood> weights = new LinkedHashMap<>();
        private final List<String> dropped = new ArrayList<>();
        private final Set<String> everTaken = new HashSet<>();
        private final LoadProblems problems = new LoadProblems();
        private boolean discovering;

        private Builder() {}

        /** Adds every module that the thread's context class loader finds, else the one that loaded this class. */
        public Builder discover() {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return discover(context == null ? RuleSet.class.getClassLoader() : context);
        }

        /** Adds every module that this class loader finds. What cannot be loaded is listed, and the rest still is. */
        public Builder discover(ClassLoader loader) {
            discovering = true;
            new ModuleDiscovery(problems).modules(loader).forEach(this::add);
            return this;
        }

        /** Adds the rules of a module. A module that throws, or whose rules break the contract, is listed. */
        public Builder add(RuleModule module) {
            Objects.requireNonNull(module, "module");
            ModuleReading reading = new ModuleReading(module, problems);
            reading.id()
                    .filter(id -> known.add(new Named(module.getClass(), id)))
                    .ifPresent(id -> modules.add(module));
            reading.rules(taken()).forEach(rule -> rules.put(rule.id(), rule));
            reading.incidentRules(taken()).forEach(rule -> incidentRules.put(rule.id(), rule));
            return this;
        }

        private Set<String> taken() {
            Set<String> taken = new HashSet<>(rules.keySet());
            taken.addAll(incidentRules.keySet());
            return taken;
        }

        /**
         * Adds one rule.
         *
         * @throws IllegalArgumentException if there is one of this id
         */
        public Builder add(Rule rule) {
            if (taken().contains(rule.id())) {
                throw new IllegalArgumentException("there is a rule " + rule.id() + " already");
            }
            rules.put(rule.id(), rule);
            return this;
        }

        /**
         * Adds one rule about many calls.
         *
         * @throws IllegalArgumentException if there is a rule of this id
         */
        public Builder add(IncidentRule rule) {
            if (taken().contains(rule.id())) {
                throw new IllegalArgumentException("there is a rule " + rule.id() + " already");
            }
            incidentRules.put(rule.id(), rule);
            return this;
        }

        /**
         * Puts this rule about many calls in the place of the one with the same id.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Builder replace(IncidentRule rule) {
            if (!incidentRules.containsKey(rule.id())) {
                throw new IllegalArgumentException("there is no rule " + rule.id() + " to replace");
            }
            incidentRules.put(rule.id(), rule);
            return this;
        }

        /**
         * Puts this rule in the place of the one with the same id.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Builder replace(Rule rule) {
            if (!rules.containsKey(rule.id())) {
                throw new IllegalArgumentException("there is no rule " + rule.id() + " to replace");
            }
            rules.put(rule.id(), rule);
            return this;
        }

        /**
         * Drops a rule by its id, or several by a prefix and a star such as {@code rfc3261/*}. One that fits none of those
         * added so far is listed as a problem.
         */
        public Builder without(String pattern) {
            dropped.add(pattern);
            everTaken.addAll(taken());
            expectRule(pattern, "left out", problems);
            rules.keySet().removeIf(id -> RulePattern.matches(pattern, id));
            incidentRules.keySet().removeIf(id -> RulePattern.matches(pattern, id));
            return this;
        }

        /** Gives everything that a rule finds this likelihood. An id that no rule has is listed as a problem. */
        public Builder weigh(String ruleId, Likelihood likelihood) {
            weights.put(ruleId, Objects.requireNonNull(likelihood, "likelihood"));
            return this;
        }

        /**
         * Keeps what these rules find out of the ranking, but in the report. Where one of them has a diagnosis, no fallback
         * speaks in its place, and the readings that it supersedes stay behind. A pattern that fits no rule is listed as a
         * problem.
         *
         * @param pattern a rule id, or a prefix and a star
         * @param reason why
         * @throws IllegalArgumentException if the reason is blank
         */
        public Builder suppress(String pattern, String reason) {
            suppressions.add(new Suppression(pattern, reason));
            return this;
        }

        /** The module may be absent on purpose, so that this is told and not thrown. */
        private void expectRule(String pattern, String wanted, LoadProblems told) {
            if (!isOfCaptures(pattern) && everTaken.stream().noneMatch(id -> RulePattern.matches(pattern, id))) {
                told.addUnmatched(pattern, wanted);
            }
        }

        /** What several captures show together is told under ids that no module has; see CaptureComparison. */
        private static boolean isOfCaptures(String pattern) {
            return pattern.startsWith("captures/");
        }

        private List<LoadProblem> allProblems() {
            everTaken.addAll(taken());
            LoadProblems all = new LoadProblems(problems.listed());
            if (discovering
                    && modules.isEmpty()
                    && everTaken.isEmpty()
                    && all.listed().isEmpty()) {
                all.add(
                        "rule modules",
                        "none is on the class path, so that every call seems healthy: put one beside this library, such as"
                                + " callcause-rules-rfc3261");
            }
            suppressions.forEach(suppression -> expectRule(suppression.rules(), "suppressed", all));
            weights.keySet().stream()
                    .filter(id -> !isOfCaptures(id) && !everTaken.contains(id))
                    .forEach(id -> all.addUnmatched(id, "weighed"));
            return all.listed();
        }

        /** Makes the set. */
        public RuleSet build() {
            return new RuleSet(this);
        }
    }
}
