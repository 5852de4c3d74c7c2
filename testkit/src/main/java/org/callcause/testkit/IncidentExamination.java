package org.callcause.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.Incidents;
import org.callcause.dialog.CapturedMessage;
import org.callcause.incident.Incident;
import org.callcause.rule.RuleFailure;
import org.callcause.rule.RuleSet;

/**
 * What incident rules find in traffic.
 *
 * @param incidents every incident, those that hurt the most calls first
 * @param told what a listener heard meanwhile, in that order
 * @param failures the incident rules that threw
 */
public record IncidentExamination(List<Incident> incidents, List<Incident> told, List<RuleFailure> failures) {

    /** Copies the lists. */
    public IncidentExamination {
        incidents = List.copyOf(incidents);
        told = List.copyOf(told);
        failures = List.copyOf(failures);
    }

    /** Shows a script to the rules. */
    public static IncidentExamination of(TrafficScript script, RuleSet rules) {
        Callcause callcause = Callcause.with(rules);
        List<Incident> told = new ArrayList<>();
        Incidents incidents = callcause.incidents(told::add);
        try (CallStream calls = callcause.stream(report -> {}, incidents)) {
            script.messages().forEach(calls::add);
            calls.advanceTo(script.observedUntil());
        }
        return new IncidentExamination(incidents.finish(), told, incidents.failures());
    }

    /** Shows messages, in their order, to the rules. */
    public static IncidentExamination of(Iterable<CapturedMessage> messages, RuleSet rules) {
        Callcause callcause = Callcause.with(rules);
        List<Incident> told = new ArrayList<>();
        Incidents incidents = callcause.incidents(told::add);
        try (CallStream calls = callcause.stream(report -> {}, incidents)) {
            messages.forEach(calls::add);
        }
        return new IncidentExamination(incidents.finish(), told, incidents.failures());
    }

    /** The incidents that this rule found. */
    public List<Incident> by(String ruleId) {
        return incidents.stream()
                .filter(incident -> incident.rule().equals(ruleId))
                .toList();
    }

    /** A line an incident, for the message of an assertion that failed. */
    @Override
    public String toString() {
        return incidents.isEmpty()
                ? "nothing was found"
                : incidents.stream()
                        .map(incident -> incident.rule() + " " + incident.summary() + ": " + incident.explanation()
                                + " " + incident.exemplars())
                        .collect(Collectors.joining("\n"));
    }
}
