package org.callcause.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callcause.incident.Incident;
import org.callcause.rule.LoadProblem;
import org.callcause.rule.RuleFailure;

/**
 * What a report says beside the calls.
 *
 * @param sources the inputs, in the order they were read
 * @param limits what was lost to limits
 * @param loadProblems the rules that could not be loaded
 * @param incidents what goes on across calls, those that hurt the most first
 * @param incidentFailures the rules about many calls that failed
 * @param supplements parts about something other than captured calls
 */
public record AnalysisSummary(
        List<SourceReport> sources,
        AnalysisLimits limits,
        List<LoadProblem> loadProblems,
        List<Incident> incidents,
        List<RuleFailure> incidentFailures,
        List<Supplement> supplements) {

    /** Copies the lists. */
    public AnalysisSummary {
        sources = List.copyOf(sources);
        Objects.requireNonNull(limits, "limits");
        loadProblems = List.copyOf(loadProblems);
        incidents = List.copyOf(incidents);
        incidentFailures = List.copyOf(incidentFailures);
        supplements = List.copyOf(supplements);
    }

    /** A summary of captured calls alone. */
    public AnalysisSummary(List<SourceReport> sources, AnalysisLimits limits, List<LoadProblem> loadProblems) {
        this(sources, limits, loadProblems, List.of(), List.of(), List.of());
    }

    /** The same with these inputs after the others. */
    public AnalysisSummary withSources(List<SourceReport> further) {
        List<SourceReport> all = new ArrayList<>(sources);
        all.addAll(further);
        return new AnalysisSummary(all, limits, loadProblems, incidents, incidentFailures, supplements);
    }

    /** The same with this part after the others. */
    public AnalysisSummary with(Supplement supplement) {
        List<Supplement> all = new ArrayList<>(supplements);
        all.add(supplement);
        return new AnalysisSummary(sources, limits, loadProblems, incidents, incidentFailures, all);
    }

    /** The same with these incidents, and the rules that failed on the way to them. */
    public AnalysisSummary withIncidents(List<Incident> found, List<RuleFailure> failures) {
        return new AnalysisSummary(sources, limits, loadProblems, found, failures, supplements);
    }
}
