package org.callcause.testkit;

import java.util.List;
import java.util.Optional;
import org.callcause.CallReport;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;

/**
 * What is expected of a call. In a script with several calls, choose one with {@link #call}; what a call should
 * <em>not</em> have is otherwise expected of all of them.
 */
public final class CallAssertion {

    private final CallScript script;
    private final List<CallReport> all;
    private final List<CallReport> chosen;

    CallAssertion(CallScript script, List<CallReport> all, List<CallReport> chosen) {
        this.script = script;
        this.all = all;
        this.chosen = chosen;
    }

    /**
     * Chooses a call of the script.
     *
     * @param number from 1, in the order of the calls' first messages
     */
    public CallAssertion call(int number) {
        if (number < 1 || number > all.size()) {
            throw failed("call " + number + " was expected, and there are " + all.size());
        }
        return new CallAssertion(script, all, List.of(all.get(number - 1)));
    }

    /** There are so many calls in the script. */
    public CallAssertion hasCalls(int count) {
        return require(all.size() == count, count + " calls were expected, and there are " + all.size());
    }

    /** The call ended so; a first-ranked diagnosis that refines the outcome counts. */
    public CallAssertion hasDisposition(Disposition.Kind kind) {
        Disposition.Kind actual = report().disposition().kind();
        return require(actual == kind, "disposition " + kind + " was expected, and it is " + actual);
    }

    /** The first-ranked diagnosis names this cause. */
    public CallAssertion isDiagnosedAs(Cause cause) {
        Optional<Cause> actual = report().diagnosis().map(Diagnosis::cause);
        return require(
                actual.equals(Optional.of(cause)),
                "the diagnosis " + cause + " was expected, and the first-ranked one is "
                        + actual.map(Cause::word).orElse("missing"));
    }

    /**
     * The rule diagnosed the call, and no more specific rule replaced it.
     *
     * @return the assertion on that diagnosis
     */
    public DiagnosisAssertion isFoundBy(String ruleId) {
        return report().diagnoses().stream()
                .filter(diagnosis -> diagnosis.rule().equals(ruleId))
                .findFirst()
                .map(diagnosis -> new DiagnosisAssertion(this, script, diagnosis))
                .orElseThrow(() -> failed("a diagnosis by " + ruleId + " was expected"));
    }

    /** The rule said nothing that counts: no diagnosis, no violation. */
    public CallAssertion isNotFoundBy(String ruleId) {
        return require(
                chosen.stream()
                        .noneMatch(report -> report.diagnoses().stream()
                                        .anyMatch(diagnosis -> diagnosis.rule().equals(ruleId))
                                || report.violations().stream()
                                        .anyMatch(violation -> violation.rule().equals(ruleId))),
                "nothing by " + ruleId + " was expected");
    }

    /** A healthy call. */
    public CallAssertion hasNoDiagnosis() {
        return require(chosen.stream().allMatch(report -> report.diagnoses().isEmpty()), "no diagnosis was expected");
    }

    /** The rule found that the call broke what it guards. */
    public CallAssertion hasViolation(String ruleId) {
        return require(
                report().violations().stream()
                        .anyMatch(violation -> violation.rule().equals(ruleId)),
                "a violation found by " + ruleId + " was expected");
    }

    /** Nothing was broken. */
    public CallAssertion hasNoViolation() {
        return require(chosen.stream().allMatch(report -> report.violations().isEmpty()), "no violation was expected");
    }

    /** The rule says that it could not be decided. */
    public CallAssertion hasNotChecked(String ruleId) {
        return require(
                report().notChecked().stream()
                        .anyMatch(notChecked -> notChecked.rule().equals(ruleId)),
                ruleId + " was expected to say that it could not be decided");
    }

    /** The report, for whatever else is to be asserted. */
    public CallReport report() {
        if (chosen.size() != 1) {
            throw failed("the script has " + chosen.size() + " calls: choose one with call(number)");
        }
        return chosen.get(0);
    }

    private CallAssertion require(boolean expected, String problem) {
        if (!expected) {
            throw failed(problem);
        }
        return this;
    }

    AssertionError failed(String problem) {
        return new AssertionError(problem + "\n" + Examination.inWords(script, chosen));
    }
}
