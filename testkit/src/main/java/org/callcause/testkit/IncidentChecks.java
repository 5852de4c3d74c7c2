package org.callcause.testkit;

import static org.callcause.testkit.ContractChecks.require;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callcause.incident.Incident;
import org.callcause.incident.IncidentRule;
import org.callcause.rule.RuleSet;

/** What the contract of a rule module asks of rules about many calls, each point by itself. */
final class IncidentChecks {

    private static final Pattern FIGURE = Pattern.compile("[0-9]");

    private IncidentChecks() {}

    static void examples(IncidentRule rule, List<IncidentExample> examples) {
        ContractChecks.bothKinds(
                rule.id(),
                examples.stream()
                        .filter(example -> example.rule().equals(rule.id()))
                        .map(IncidentExample::kind)
                        .collect(Collectors.toSet()),
                "incidentExamples()");
    }

    static void fires(IncidentExample example, RuleSet rules) {
        IncidentExamination found = IncidentExamination.of(example.traffic(), rules);
        noFailure(found);
        boolean wanted = example.kind() == RuleExample.Kind.FIRES;
        List<Incident> incidents = found.by(example.rule());
        require(
                incidents.isEmpty() != wanted,
                example.rule() + (wanted ? " finds nothing in its example" : " finds something in its near miss") + ": "
                        + example.sentence() + "\n" + example.script() + found);
        incidents.forEach(incident -> complete(incident, found));
    }

    private static void noFailure(IncidentExamination found) {
        require(
                found.failures().isEmpty(),
                "a rule failed; " + ContractChecks.WHERE + ": "
                        + found.failures().stream()
                                .map(failure -> failure.rule() + " with " + failure.problem())
                                .distinct()
                                .collect(Collectors.joining("; ")));
    }

    private static void complete(Incident incident, IncidentExamination found) {
        List<String> missing = new ArrayList<>();
        if (!FIGURE.matcher(incident.explanation()).find()) {
            missing.add("the explanation has no figures");
        }
        if (incident.count() < 1) {
            missing.add("the count is " + incident.count());
        }
        if (incident.exemplars().isEmpty()) {
            missing.add("no call is named");
        }
        if (incident.remedies().isEmpty()) {
            missing.add("there is no remedy");
        }
        if (incident.confirm().isEmpty()) {
            missing.add("it does not say what would confirm it");
        }
        if (incident.lastTime().isBefore(incident.firstTime())
                || incident.firstTime().isBefore(CallScript.BEGIN)) {
            missing.add("its times are " + incident.firstTime() + " to " + incident.lastTime());
        }
        require(missing.isEmpty(), incident.rule() + ": " + String.join("; ", missing) + "\n" + found);
    }

    static void sameResultTwice(IncidentExample example, RuleSet rules) {
        TrafficScript traffic = example.traffic();
        IncidentExamination first = IncidentExamination.of(traffic, rules);
        IncidentExamination second = IncidentExamination.of(traffic, rules);
        require(first.equals(second), "the same traffic gave two results\n" + first + "\n" + second);
    }

    static void silence(RuleSet rules) {
        IncidentExamination found = IncidentExamination.of(HealthyTraffic.of(HealthyTraffic.FEW), rules);
        noFailure(found);
        require(found.incidents().isEmpty(), "false alarm in healthy traffic:\n" + found);
    }
}
