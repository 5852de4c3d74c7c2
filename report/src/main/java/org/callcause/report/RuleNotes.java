package org.callcause.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callcause.CallReport;
import org.callcause.diagnosis.Violation;
import org.callcause.rule.LoadProblem;
import org.callcause.rule.RuleFailure;

/** What is to be said of rules rather than of one call: violations on healthy calls, and rules that failed. */
final class RuleNotes {

    /** Stands for the call of a rule that looks at no single one. */
    private static final long OF_MANY_CALLS = Long.MAX_VALUE;

    private static final class Count {
        private final String text;
        private long times;
        private long example = OF_MANY_CALLS;
        private boolean quarantined;

        Count(String text) {
            this.text = text;
        }

        void add(long message) {
            times++;
            example = Math.min(example, message);
        }
    }

    private final Map<String, Count> violations = new TreeMap<>();
    private final Map<String, Count> failures = new TreeMap<>();

    /** Takes what is to be said of a call's rules. */
    void add(CallReport report) {
        if (!report.violations().isEmpty() && Weight.of(report) != Weight.FAILED) {
            for (Violation violation : report.violations()) {
                long message = violation.evidence().isEmpty()
                        ? report.call().firstIndex()
                        : violation.evidence().get(0).message();
                violations
                        .computeIfAbsent(violation.rule(), rule -> new Count(violation.title()))
                        .add(message);
            }
        }
        addFailures(report);
    }

    /** Takes no more of a call than the rules that failed on it. */
    void addFailures(CallReport report) {
        for (RuleFailure failure : report.verdict().failures()) {
            add(failure, report.call().firstIndex());
        }
    }

    private void add(RuleFailure failure, long order) {
        Count count = failures.computeIfAbsent(failure.rule(), rule -> new Count(failure.problem()));
        count.add(order);
        count.quarantined |= failure.quarantined();
    }

    /** The notes under titles; empty without any. */
    String text(TextOptions options, Style style, AnalysisSummary summary) {
        List<LoadProblem> loadProblems = summary.loadProblems();
        summary.incidentFailures().forEach(failure -> add(failure, OF_MANY_CALLS));
        Prose prose = new Prose(options.width());
        if (!violations.isEmpty()) {
            prose.line(Titles.underlined("Against the standard, without harm to the call", style)
                            .stripTrailing())
                    .blank();
            violations.forEach((rule, count) -> prose.paragraph(
                    "",
                    "  ",
                    count.text + ": " + Wording.count(count.times, "time") + ", first in #" + count.example + " ("
                            + rule + ")"));
        }
        if (!failures.isEmpty()) {
            prose.line(Titles.underlined("Rules that failed", style).stripTrailing())
                    .blank();
            failures.forEach((rule, count) -> prose.paragraph("", "  ", failed(rule, count)));
        }
        if (!loadProblems.isEmpty()) {
            prose.line(Titles.underlined("Rule modules that could not be loaded", style)
                            .stripTrailing())
                    .blank();
            loadProblems.forEach(problem ->
                    prose.paragraph("", "  ", problem.what() + " could not be loaded: " + problem.problem()));
        }
        return prose.toString();
    }

    private static String failed(String rule, Count count) {
        String consequence =
                count.quarantined ? "; it was not run any more after that" : "; what the other rules say stands";
        String how = count.example == OF_MANY_CALLS
                ? " failed " + Wording.count(count.times, "time")
                : " failed on " + Wording.count(count.times, "call");
        return rule + how + consequence + ": " + count.text;
    }
}
