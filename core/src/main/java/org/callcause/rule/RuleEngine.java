package org.callcause.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.callcause.call.Call;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.NotChecked;
import org.callcause.diagnosis.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the rules of a set on finished calls. A rule that throws loses what it said of that call, and after
 * {@value #FAILURES_BEFORE_QUARANTINE} failures it is not run any more. Safe for use by several threads.
 */
public final class RuleEngine {

    /** How often a rule may fail before it is left out. */
    public static final int FAILURES_BEFORE_QUARANTINE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(RuleEngine.class);

    private static final Comparator<Diagnosis> BY_LIKELIHOOD = Comparator.comparing(Diagnosis::likelihood);

    private final RuleSet rules;
    private final RuleIndex index;
    private final Map<String, Integer> specificity;
    private final Map<String, Set<String>> supersededBy;
    private final Set<String> fallbacks;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    /** Makes an engine in which no rule has failed. */
    public RuleEngine(RuleSet rules) {
        this.rules = rules;
        this.index = new RuleIndex(rules.rules());
        this.specificity = rules.rules().stream().collect(Collectors.toMap(Rule::id, Specificity::of));
        this.fallbacks =
                rules.rules().stream().filter(Rule::isFallback).map(Rule::id).collect(Collectors.toSet());
        this.supersededBy = rules.rules().stream()
                .filter(rule -> !rule.superseded().isEmpty())
                .collect(Collectors.toMap(Rule::id, rule -> Set.copyOf(rule.superseded())));
    }

    /** Runs every rule whose trigger matches the call. */
    public Verdict examine(Call call) {
        Collected collected = new Collected();
        for (Rule rule : index.candidates(call)) {
            if (failures.isEmpty() || failures.getOrDefault(rule.id(), 0) < FAILURES_BEFORE_QUARANTINE) {
                run(rule, call, collected);
            }
        }
        return collected.verdict(call);
    }

    private void run(Rule rule, Call call, Collected collected) {
        try {
            if (rule.trigger().matches(call)) {
                Findings findings = new Findings(rule, call);
                rule.check().examine(call, findings);
                collected.add(rule, findings);
            }
        } catch (Throwable thrown) {
            Failures.rethrowIfUnrecoverable(thrown);
            int times = failures.merge(rule.id(), 1, Integer::sum);
            boolean quarantined = times >= FAILURES_BEFORE_QUARANTINE;
            collected.failures.add(new RuleFailure(rule.id(), Failures.inOneLine(thrown), quarantined));
            LOG.warn(
                    "Rule {} failed on call {}{}", rule.id(), call.id(), quarantined ? " and is left out" : "", thrown);
        }
    }

    /** The rules that failed, with how often. */
    public Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    private final class Collected {

        private final List<Diagnosis> diagnoses = new ArrayList<>(2);
        private final List<Violation> violations = new ArrayList<>(0);
        private final List<NotChecked> notChecked = new ArrayList<>(0);
        private final List<Verdict.Suppressed> suppressed = new ArrayList<>(0);
        private final List<RuleFailure> failures = new ArrayList<>(0);

        private void add(Rule rule, Findings findings) {
            List<Diagnosis> found = findings.diagnoses();
            List<Violation> broken = findings.violations();
            notChecked.addAll(findings.notChecked());
            Optional<Suppression> suppression = rules.suppressionOf(rule.id());
            if (suppression.isPresent()) {
                String reason = suppression.get().reason();
                found.forEach(one -> suppressed.add(new Verdict.Suppressed(rule.id(), one.title(), reason)));
                broken.forEach(one -> suppressed.add(new Verdict.Suppressed(rule.id(), one.title(), reason)));
                return;
            }
            found.forEach(one -> diagnoses.add(
                    rules.weightOf(rule.id()).map(one::withLikelihood).orElse(one)));
            violations.addAll(broken);
        }

        private Verdict verdict(Call call) {
            if (diagnoses.isEmpty() && violations.isEmpty() && notChecked.isEmpty()) {
                return new Verdict(List.of(), List.of(), List.of(), List.of(), suppressed, failures);
            }
            Set<String> replaced = diagnoses.stream()
                    .flatMap(diagnosis -> supersededBy.getOrDefault(diagnosis.rule(), Set.of()).stream())
                    .collect(Collectors.toSet());
            if (!diagnoses.stream().allMatch(diagnosis -> fallbacks.contains(diagnosis.rule()))) {
                replaced.addAll(fallbacks);
            }
            Comparator<Diagnosis> best = BY_LIKELIHOOD
                    .thenComparing(diagnosis -> -specificity.getOrDefault(diagnosis.rule(), 0))
                    .thenComparing(Diagnosis::rule);
            List<Diagnosis> ranked =
                    InferredEvidence.lower(call, diagnoses.stream().sorted(best).toList());
            List<Diagnosis> superseded =
                    ranked.stream().filter(one -> replaced.contains(one.rule())).toList();
            List<Diagnosis> counted = ranked.stream()
                    .filter(one -> !replaced.contains(one.rule()))
                    .toList();
            return new Verdict(
                    Differential.told(counted, superseded),
                    superseded,
                    violations.stream()
                            .sorted(Comparator.comparing(Violation::rule))
                            .toList(),
                    notChecked.stream()
                            .sorted(Comparator.comparing(NotChecked::rule))
                            .toList(),
                    suppressed,
                    failures);
        }
    }
}
