package org.callcause.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Violation;
import org.callcause.dialog.CapturedMessage;
import org.callcause.incident.IncidentRule;
import org.callcause.message.SipRequest;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Trigger;

/** What the contract of a rule module asks for, each point by itself. */
final class ContractChecks {

    private static final Pattern MODULE_ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final Pattern RULE_ID = Pattern.compile("[a-z][a-z0-9-]*/[a-z0-9][a-z0-9-]*");

    /** A report holds what was thrown, and not where. */
    static final String WHERE =
            "with a provider of slf4j, such as slf4j-simple, on the class path of the test the log says where";

    private ContractChecks() {}

    static void ids(RuleModule module) {
        require(
                MODULE_ID.matcher(module.id()).matches(),
                "the module's id is not of lower-case letters, digits and single hyphens: " + module.id());
        Set<String> seen = new HashSet<>();
        List<String> ids = Stream.concat(
                        module.rules().stream().map(Rule::id),
                        module.incidentRules().stream().map(IncidentRule::id))
                .toList();
        for (String id : ids) {
            require(
                    RULE_ID.matcher(id).matches() && id.startsWith(module.id() + "/"),
                    "the id of a rule does not begin with " + module.id() + "/: " + id);
            require(seen.add(id), "two rules have one id: " + id);
        }
    }

    static void examples(Rule rule, List<RuleExample> examples) {
        bothKinds(
                rule.id(),
                examples.stream()
                        .filter(example -> example.rule().equals(rule.id()))
                        .map(RuleExample::kind)
                        .collect(Collectors.toSet()),
                "examples()");
    }

    /**
     * A rule of either sort is shown both ways.
     *
     * @param where the method of the contract that returns what it is shown in
     */
    static void bothKinds(String rule, Set<RuleExample.Kind> shown, String where) {
        require(
                shown.contains(RuleExample.Kind.FIRES),
                rule + ": an example in which it fires is missing from " + where);
        require(
                shown.contains(RuleExample.Kind.SILENT),
                rule + ": an example that comes near and in which it stays silent is missing from " + where);
    }

    static void fires(RuleExample example, RuleSet rules) {
        require(rules.rule(example.rule()).isPresent(), "there is no rule " + example.rule());
        CallScript script = example.call();
        List<CallReport> reports = Examination.of(script, rules);
        noFailure(script, reports);
        boolean found = reports.stream().anyMatch(report -> Examination.isFoundBy(report, example.rule()));
        boolean wanted = example.kind() == RuleExample.Kind.FIRES;
        require(
                found == wanted,
                example.rule() + (wanted ? " finds nothing in its example" : " finds something in its near miss") + ": "
                        + example.sentence() + "\n" + Examination.inWords(script, reports));
    }

    static void needs(CallScript script, List<Rule> rules) {
        for (CallReport report : Examination.of(script, RuleSet.builder().build())) {
            for (Rule rule : rules) {
                Trigger trigger = rule.trigger();
                boolean lost = trigger instanceof Trigger.Needing needing
                        && needing.trigger().matches(report.call())
                        && !needing.necessary().matches(report.call());
                require(
                        !lost,
                        rule.id() + " does not need what it says it does: its trigger matches without it\n" + script);
            }
        }
    }

    static void completeness(RuleExample example, RuleSet rules) {
        CallScript script = example.call();
        List<CallReport> reports = Examination.of(script, rules);
        for (CallReport report : reports) {
            List<String> missing = new ArrayList<>();
            for (Diagnosis diagnosis : report.diagnoses()) {
                if (diagnosis.rule().equals(example.rule())) {
                    missing.addAll(missing(diagnosis, report, script));
                }
            }
            for (Violation violation : report.violations()) {
                if (violation.rule().equals(example.rule())) {
                    missing.addAll(missing(violation, script));
                }
            }
            require(
                    missing.isEmpty(),
                    example.rule() + ": " + String.join("; ", missing) + "\n" + Examination.inWords(script, reports));
        }
    }

    private static List<String> missing(Diagnosis diagnosis, CallReport report, CallScript script) {
        List<String> missing = new ArrayList<>();
        if (diagnosis.explanation().isBlank()) {
            missing.add("the diagnosis has no explanation");
        }
        if (diagnosis.remedies().isEmpty()) {
            missing.add("the diagnosis has no remedy");
        }
        if (diagnosis.confirm().isEmpty()) {
            missing.add("the diagnosis does not say what would confirm it");
        }
        if (diagnosis.origin().equals(Origin.UNKNOWN)) {
            missing.add("the diagnosis points nowhere");
        }
        boolean unanswered = report.call().disposition().kind() == Disposition.Kind.UNREACHABLE
                && report.call().finalResponse().isEmpty();
        if (unanswered && diagnosis.evidence().stream().noneMatch(evidence -> quotesRequest(evidence, script))) {
            missing.add("nobody answered, and the diagnosis does not quote the request");
        }
        missing.addAll(missing(diagnosis.evidence(), script));
        return missing;
    }

    private static List<String> missing(Violation violation, CallScript script) {
        List<String> missing = new ArrayList<>();
        if (violation.explanation().isBlank()) {
            missing.add("the violation has no explanation");
        }
        if (violation.references().isEmpty()) {
            missing.add("the violation does not cite what was broken");
        }
        missing.addAll(missing(violation.evidence(), script));
        return missing;
    }

    private static List<String> missing(List<Evidence> evidence, CallScript script) {
        List<String> missing = new ArrayList<>();
        for (Evidence quoted : evidence) {
            boolean there = script.messages().stream()
                    .anyMatch(message -> message.index() == quoted.message()
                            && !quoted.quote().isBlank()
                            && isQuoted(quoted, message, script));
            if (!there) {
                missing.add("message " + quoted.message() + " does not contain \"" + quoted.quote() + "\"");
            }
        }
        return missing;
    }

    private static boolean isQuoted(Evidence quoted, CapturedMessage message, CallScript script) {
        return switch (quoted.header()) {
            case Evidence.TRANSPORT ->
                script.failureOf(message)
                        .filter(failure -> failure.words().equals(quoted.quote()))
                        .isPresent();
            case Evidence.RTP ->
                script.media().stream()
                        .anyMatch(seen -> quoted.quote().contains(" " + seen.from() + " -> " + seen.to() + ","));
            case Evidence.CONNECTION ->
                script.connections().stream()
                        .anyMatch(failure -> failure.toString().equals(quoted.quote()));
            default -> message.message().text().contains(quoted.quote());
        };
    }

    private static boolean quotesRequest(Evidence evidence, CallScript script) {
        return script.messages().stream()
                .filter(message -> message.index() == evidence.message())
                .map(CapturedMessage::message)
                .anyMatch(SipRequest.class::isInstance);
    }

    static void silence(HealthyCall healthy, RuleSet rules) {
        silence(healthy, Examination.of(healthy.script(), rules));
        silence(healthy, Examination.withoutTimes(healthy.script(), rules));
    }

    private static void silence(HealthyCall healthy, List<CallReport> reports) {
        noFailure(healthy.script(), reports);
        require(
                reports.stream()
                        .allMatch(report -> report.diagnoses().isEmpty()
                                && report.violations().isEmpty()),
                "false alarm in a healthy call: " + healthy.name() + "\n"
                        + Examination.inWords(healthy.script(), reports));
    }

    /**
     * Without times a rule says what it says with them, or that it cannot tell; in a near miss it accuses nobody. It may be
     * silent where without times the call has another outcome, or its earlier refusal is not known; and where it goes by media,
     * which only packets show, and those have times.
     */
    static void timesAreNotGuessed(RuleExample example, RuleSet rules) {
        List<CallReport> reports = Examination.withoutTimes(example.call(), rules);
        noFailure(example.call(), reports);
        boolean kept = example.kind() == RuleExample.Kind.FIRES
                ? reports.stream().anyMatch(report -> Examination.isFoundBy(report, example.rule()))
                        || example.call().isOfPackets()
                        || dependsOnTimeBeforeAnyRule(example, rules, reports)
                : reports.stream().noneMatch(report -> Examination.accuses(report, example.rule()));
        require(
                kept,
                example.rule()
                        + (example.kind() == RuleExample.Kind.FIRES
                                ? " neither finds its example without times nor says that it was not checked: "
                                : " finds something in its near miss when there are no times: ")
                        + example.sentence() + "\n" + Examination.inWords(example.call(), reports));
    }

    private static boolean dependsOnTimeBeforeAnyRule(RuleExample example, RuleSet rules, List<CallReport> timeless) {
        List<Disposition.Kind> outcomes =
                timeless.stream().map(report -> report.disposition().kind()).toList();
        return Examination.of(example.call(), rules).stream()
                .filter(report -> Examination.isFoundBy(report, example.rule()))
                .anyMatch(report -> report.call().earlierRefusal().isPresent()
                        || !outcomes.contains(report.disposition().kind()));
    }

    static void sameResultTwice(CallScript script, RuleSet rules) {
        List<CallReport> first = Examination.of(script, rules);
        List<CallReport> second = Examination.of(script, rules);
        require(
                verdicts(first).equals(verdicts(second)),
                "the same call got two verdicts\n" + Examination.inWords(script, first)
                        + Examination.inWords(script, second));
    }

    private static List<Object> verdicts(List<CallReport> reports) {
        return reports.stream().<Object>map(CallReport::verdict).toList();
    }

    private static void noFailure(CallScript script, List<CallReport> reports) {
        require(
                reports.stream().allMatch(report -> report.verdict().failures().isEmpty()),
                "a rule failed; " + WHERE + "\n" + Examination.inWords(script, reports));
    }

    static void require(boolean kept, String problem) {
        if (!kept) {
            throw new AssertionError(problem);
        }
    }
}
