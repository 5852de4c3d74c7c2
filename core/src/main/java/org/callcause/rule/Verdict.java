package org.callcause.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.NotChecked;
import org.callcause.diagnosis.Violation;

/**
 * What the rules say of one call. Made by the library.
 *
 * @param diagnoses the readings that count, the best first
 * @param superseded the readings that a more specific one replaced
 * @param violations the rules of RFCs that were broken
 * @param notChecked what could not be decided
 * @param suppressed what was found and is not counted, with the reason
 * @param failures the rules that failed
 */
public record Verdict(
        List<Diagnosis> diagnoses,
        List<Diagnosis> superseded,
        List<Violation> violations,
        List<NotChecked> notChecked,
        List<Suppressed> suppressed,
        List<RuleFailure> failures) {

    /** Copies the lists. */
    public Verdict {
        diagnoses = List.copyOf(diagnoses);
        superseded = List.copyOf(superseded);
        violations = List.copyOf(violations);
        notChecked = List.copyOf(notChecked);
        suppressed = List.copyOf(suppressed);
        failures = List.copyOf(failures);
    }

    /**
     * The same with one more reading, before those that are no likelier. Only the first reading has alternatives; where this
     * one becomes the first, the outcome stays as close as the former first knew it.
     */
    public Verdict with(Diagnosis reading) {
        List<Diagnosis> ranked = new ArrayList<>(diagnoses);
        int rank = 0;
        while (rank < ranked.size() && ranked.get(rank).likelihood().compareTo(reading.likelihood()) < 0) {
            rank++;
        }
        if (rank > 0) {
            ranked.add(rank, reading.withAlternatives(List.of()));
            return withDiagnoses(ranked);
        }
        Optional<Disposition.Kind> known = reading.refinedDisposition()
                .or(() -> ranked.stream().findFirst().flatMap(Diagnosis::refinedDisposition));
        ranked.replaceAll(one -> one.withAlternatives(List.of()));
        ranked.add(0, reading.withRefinedDisposition(known));
        return withDiagnoses(ranked);
    }

    /** The same with one more broken rule, behind the others. */
    public Verdict with(Violation violation) {
        List<Violation> all = new ArrayList<>(violations);
        all.add(violation);
        return new Verdict(diagnoses, superseded, all, notChecked, suppressed, failures);
    }

    /** The same with one more finding that is not counted. */
    public Verdict with(Suppressed finding) {
        List<Suppressed> all = new ArrayList<>(suppressed);
        all.add(finding);
        return new Verdict(diagnoses, superseded, violations, notChecked, all, failures);
    }

    /** The same with these readings in place of those that count. */
    public Verdict withDiagnoses(List<Diagnosis> others) {
        return new Verdict(others, superseded, violations, notChecked, suppressed, failures);
    }

    /**
     * A finding that is not counted.
     *
     * @param rule the rule that found it
     * @param title what it found, in one line
     * @param reason why it is not counted
     */
    public record Suppressed(String rule, String title, String reason) {

        /** Keeps the parts as they are. */
        public Suppressed {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
