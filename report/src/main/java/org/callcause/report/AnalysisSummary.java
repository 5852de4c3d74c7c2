package org.callcause.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callcause.rule.LoadProblem;

/**
 * What a report says beside the calls.
 *
 * @param sources the inputs, in the order they were read
 * @param limits what was lost to limits
 * @param loadProblems the rules that could not be loaded
 * @param supplements parts about something other than captured calls
 */
public record AnalysisSummary(
        List<SourceReport> sources,
        AnalysisLimits limits,
        List<LoadProblem> loadProblems,
        List<Supplement> supplements) {

    /** Copies the lists. */
    public AnalysisSummary {
        sources = List.copyOf(sources);
        Objects.requireNonNull(limits, "limits");
        loadProblems = List.copyOf(loadProblems);
        supplements = List.copyOf(supplements);
    }

    /** A summary of captured calls alone. */
    public AnalysisSummary(List<SourceReport> sources, AnalysisLimits limits, List<LoadProblem> loadProblems) {
        this(sources, limits, loadProblems, List.of());
    }

    /** The same with this part after the others. */
    public AnalysisSummary with(Supplement supplement) {
        List<Supplement> all = new ArrayList<>(supplements);
        all.add(supplement);
        return new AnalysisSummary(sources, limits, loadProblems, all);
    }
}
