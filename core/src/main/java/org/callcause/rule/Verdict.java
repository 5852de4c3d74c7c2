package org.callcause.rule;

import java.util.List;
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
    public record Suppressed(String rule, String title, String reason) {}
}
