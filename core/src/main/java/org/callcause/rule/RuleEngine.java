package org.callcause.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.callcause.call.Call;
import org.callcause.call.CloseReason;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.NotChecked;
import org.callcause.diagnosis.Violation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the rules of a set on finished calls. A rule that throws, or whose finding has no title or rests on no line of the
 * call, loses what it said of that call, and after {@value #FAILURES_BEFORE_QUARANTINE} failures it is not run any more.
 * Safe for use by several threads.
 */
public final class RuleEngine {

    /** How often a rule may fail before it is left out. */
    public static final int FAILURES_BEFORE_QUARANTINE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(RuleEngine.class);

    private static final Comparator<Diagnosis> BY_LIKELIHOOD = Comparator.comparing(Diagnosis::likelihood);

    private static final Verdict SILENT = new Verdict(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private final RuleSet rules;
    private final RuleIndex index;
    private final Comparator<Diagnosis> best;
    private final Map<String, Rule> byId;
    private final Map<String, Integer> specificity;
    private final Map<String, Set<String>> supersededBy;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    /** Makes an engine in which no rule has failed. */
    public RuleEngine(RuleSet rules) {
        this.rules = rules;
        this.index = new RuleIndex(rules.rules());
        this.byId = rules.rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        this.specificity = rules.rules().stream().collect(Collectors.toMap(Rule::id, Specificity::of));
        this.best = BY_LIKELIHOOD
                .thenComparing(diagnosis -> -specificity.getOrDefault(diagnosis.rule(), 0))
                .thenComparing(Diagnosis::rule);
        this.supersededBy = rules.rules().stream()
                .filter(rule -> !rule.superseded().isEmpty())
                .collect(Collectors.toMap(Rule::id, rule -> Set.copyOf(rule.superseded())));
    }

    /** Finds what the rules ask of every call: some of the work of {@link #examine}, for a thread that has the time. */
    public void prepare(Call call) {
        if (!rules.rules().isEmpty()) {
            call.withinLimits().traits();
        }
    }

    /**
     * Runs every rule whose trigger matches the call, and the fallbacks where no other rule has a diagnosis. Of a call that
     * lost messages on the way here none is run: what we lost is nobody else's fault.
     */
    public Verdict examine(Call whole) {
        if (rules.rules().isEmpty() || whole.closedBecause() == CloseReason.MESSAGES_LOST) {
            return SILENT;
        }
        Call call = whole.withinLimits();
        if (turnedOutOtherwise(call, whole)) {
            return SILENT;
        }
        RuleIndex.Candidates candidates = index.candidates(call);
        Collected collected = run(candidates.rules(), call, null);
        if (collected == null || !collected.hasReading()) {
            collected = run(candidates.fallbacks(), call, collected);
        }
        return collected == null ? SILENT : collected.verdict(call);
    }

    /**
     * The verdict on a leg that passed on a failure whose readings, made where it began, are suppressed: they explain it all
     * the same, so that what they replace stays behind here too.
     */
    public Verdict explained(Verdict leg, List<Verdict.Suppressed> readings) {
        Set<String> behind = new HashSet<>();
        readings.forEach(reading -> behind.addAll(supersededBy.getOrDefault(reading.rule(), Set.of())));
        List<Diagnosis> counting = new ArrayList<>(leg.diagnoses().size());
        List<Diagnosis> replaced = new ArrayList<>(leg.superseded());
        for (Diagnosis diagnosis : leg.diagnoses()) {
            Rule rule = byId.get(diagnosis.rule());
            boolean fallback = rule != null && rule.isFallback();
            (fallback || behind.contains(diagnosis.rule()) ? replaced : counting).add(diagnosis);
        }
        List<Verdict.Suppressed> suppressed = new ArrayList<>(leg.suppressed());
        suppressed.addAll(readings);
        return new Verdict(counting, replaced, leg.violations(), leg.notChecked(), suppressed, leg.failures());
    }

    /** What was left out of the call has changed its outcome, so what comes before it explains that no more. */
    private static boolean turnedOutOtherwise(Call begun, Call whole) {
        Disposition.Kind outcome = begun.disposition().kind();
        return outcome != Disposition.Kind.INCOMPLETE
                && outcome != whole.disposition().kind();
    }

    private @Nullable Collected run(List<RuleIndex.Candidate> candidates, Call call, @Nullable Collected before) {
        Collected collected = before;
        for (RuleIndex.Candidate candidate : candidates) {
            if (failures.isEmpty() || failures.getOrDefault(candidate.rule().id(), 0) < FAILURES_BEFORE_QUARANTINE) {
                collected = run(candidate.rule(), candidate.open(), call, collected);
            }
        }
        return collected;
    }

    /** What was collected before, or begun now if the rule applies: most rules do not apply to most calls. */
    private @Nullable Collected run(Rule rule, Trigger open, Call call, @Nullable Collected before) {
        try {
            boolean matches = open.matches(call);
            if (!matches && !cannotTell(rule, call)) {
                return before;
            }
            Findings findings = new Findings(rule, call);
            if (matches) {
                rule.check().examine(call, findings);
            } else {
                findings.notChecked("the source gives no times");
            }
            Collected collected = before == null ? new Collected() : before;
            collected.add(rule, findings);
            return collected;
        } catch (Throwable thrown) {
            Collected collected = before == null ? new Collected() : before;
            collected.failures.add(failed(rule, call, thrown));
            return collected;
        }
    }

    private RuleFailure failed(Rule rule, Call call, Throwable thrown) {
        Failures.rethrowIfUnrecoverable(thrown);
        int times = failures.merge(rule.id(), 1, Integer::sum);
        boolean quarantined = times >= FAILURES_BEFORE_QUARANTINE;
        LOG.warn("Rule {} failed on call {}{}", rule.id(), call.id(), quarantined ? " and is left out" : "", thrown);
        return new RuleFailure(rule.id(), Failures.inOneLine(thrown), quarantined);
    }

    /** Whether the rule would have had to know times that the call does not have. */
    private static boolean cannotTell(Rule rule, Call call) {
        return rule.readsTimes() && !call.hasTimes() && rule.trigger().mayMatch(call);
    }

    /** The rules that failed, with how often. */
    public Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    /** What the rules said so far. A suppressed rule explains the call all the same: what it replaces stays behind. */
    private final class Collected {

        private final List<Diagnosis> diagnoses = new ArrayList<>(2);
        private final List<Violation> violations = new ArrayList<>(0);
        private final List<NotChecked> notChecked = new ArrayList<>(0);
        private final List<Verdict.Suppressed> suppressed = new ArrayList<>(0);
        private final Set<String> silenced = new HashSet<>(0);
        private final List<RuleFailure> failures = new ArrayList<>(0);

        private void add(Rule rule, Findings findings) {
            List<Diagnosis> found = findings.diagnoses();
            List<Violation> broken = findings.violations();
            notChecked.addAll(findings.notChecked());
            Optional<Suppression> suppression = rules.suppressionOf(rule.id());
            if (suppression.isPresent()) {
                String reason = suppression.get().reason();
                if (!found.isEmpty()) {
                    silenced.add(rule.id());
                }
                found.forEach(one -> suppressed.add(new Verdict.Suppressed(rule.id(), one.title(), reason)));
                broken.forEach(one -> suppressed.add(new Verdict.Suppressed(rule.id(), one.title(), reason)));
                return;
            }
            found.forEach(one -> diagnoses.add(
                    rules.weightOf(rule.id()).map(one::withLikelihood).orElse(one)));
            violations.addAll(broken);
        }

        private boolean hasReading() {
            return !diagnoses.isEmpty() || !silenced.isEmpty();
        }

        private Verdict verdict(Call call) {
            if (diagnoses.isEmpty() && violations.isEmpty() && notChecked.isEmpty()) {
                return suppressed.isEmpty() && failures.isEmpty()
                        ? SILENT
                        : new Verdict(List.of(), List.of(), List.of(), List.of(), suppressed, failures);
            }
            diagnoses.sort(best);
            violations.sort(Comparator.comparing(Violation::rule));
            notChecked.sort(Comparator.comparing(NotChecked::rule));
            List<Diagnosis> counting = new ArrayList<>(diagnoses.size());
            List<Diagnosis> replaced = new ArrayList<>(diagnoses.size());
            Set<String> behind = replaced();
            for (Diagnosis diagnosis : InferredEvidence.lower(call, diagnoses)) {
                (behind.contains(diagnosis.rule()) ? replaced : counting).add(diagnosis);
            }
            List<Diagnosis> told = Differential.told(counting, replaced, this::replaces, first -> nearby(call, first));
            return new Verdict(told, replaced, violations, notChecked, suppressed, failures);
        }

        private boolean replaces(Diagnosis one, Diagnosis other) {
            return supersededBy.getOrDefault(one.rule(), Set.of()).contains(other.rule());
        }

        private List<Alternative> nearby(Call call, Diagnosis first) {
            Rule rule = Objects.requireNonNull(byId.get(first.rule()), "a rule of this set");
            try {
                return rule.nearby().of(call);
            } catch (Throwable thrown) {
                failures.add(failed(rule, call, thrown));
                return List.of();
            }
        }

        /** The rules whose diagnoses move behind, because a more specific one replaces them. */
        private Set<String> replaced() {
            if (diagnoses.size() == 1 && silenced.isEmpty()) {
                return supersededBy.getOrDefault(diagnoses.get(0).rule(), Set.of());
            }
            Set<String> replaced = new HashSet<>();
            for (String rule : silenced) {
                replaced.addAll(supersededBy.getOrDefault(rule, Set.of()));
            }
            for (Diagnosis diagnosis : diagnoses) {
                replaced.addAll(supersededBy.getOrDefault(diagnosis.rule(), Set.of()));
            }
            return replaced;
        }
    }
}
