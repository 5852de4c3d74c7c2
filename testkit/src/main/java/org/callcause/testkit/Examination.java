package org.callcause.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.dialog.CapturedMessage;
import org.callcause.rule.RuleSet;

/** Shows a script to rules, and puts into words what they found. */
final class Examination {

    private Examination() {}

    /** The reports of the script's calls, in the order of their first message. */
    static List<CallReport> of(CallScript script, RuleSet rules) {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = Callcause.with(rules).stream(reports::add)) {
            script.playTo(stream);
            script.observedUntil().ifPresent(stream::advanceTo);
        }
        reports.sort(Comparator.comparingLong(report -> report.call().firstIndex()));
        return List.copyOf(reports);
    }

    /** The same of a source that gives no times, as many logs do: the order of the messages is all there is. */
    static List<CallReport> withoutTimes(CallScript script, RuleSet rules) {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = Callcause.with(rules).stream(reports::add)) {
            script.playTo(stream, Examination::untimed);
        }
        reports.sort(Comparator.comparingLong(report -> report.call().firstIndex()));
        return List.copyOf(reports);
    }

    private static CapturedMessage untimed(CapturedMessage message) {
        return CapturedMessage.untimed(
                message.index(), message.from(), message.to(), message.transport(), message.message());
    }

    /** Whether the rule said that something is wrong, replaced by a more specific one or not. */
    static boolean accuses(CallReport report, String ruleId) {
        return isFoundBy(report, ruleId)
                && report.notChecked().stream()
                        .noneMatch(notChecked -> notChecked.rule().equals(ruleId));
    }

    /** Whether the rule said anything of the call, replaced by a more specific one or not. */
    static boolean isFoundBy(CallReport report, String ruleId) {
        return report.diagnoses().stream()
                        .anyMatch(diagnosis -> diagnosis.rule().equals(ruleId))
                || report.verdict().superseded().stream()
                        .anyMatch(diagnosis -> diagnosis.rule().equals(ruleId))
                || report.violations().stream()
                        .anyMatch(violation -> violation.rule().equals(ruleId))
                || report.notChecked().stream()
                        .anyMatch(notChecked -> notChecked.rule().equals(ruleId));
    }

    /** The ladder and what was found, for the message of an assertion that failed. */
    static String inWords(CallScript script, List<CallReport> reports) {
        return "\n" + script.ladder()
                + reports.stream().map(Examination::inWords).collect(Collectors.joining());
    }

    static String inWords(CallReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("call " + report.call().id() + ": " + report.disposition().kind());
        report.diagnoses().forEach(diagnosis -> lines.add("  diagnosis " + inWords(diagnosis)));
        report.verdict().superseded().forEach(diagnosis -> lines.add("  superseded " + inWords(diagnosis)));
        report.violations()
                .forEach(violation -> lines.add("  violation " + violation.rule() + ": " + violation.explanation()));
        report.notChecked()
                .forEach(notChecked -> lines.add("  not checked " + notChecked.rule() + ": " + notChecked.why()));
        report.verdict()
                .failures()
                .forEach(failure -> lines.add("  failed " + failure.rule() + ": " + failure.problem()));
        if (lines.size() == 1) {
            lines.add("  nothing was found");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String inWords(Diagnosis diagnosis) {
        return diagnosis.rule() + ": " + diagnosis.cause() + ", " + diagnosis.likelihood() + ": "
                + diagnosis.explanation();
    }
}
