package org.callcause.report;

import java.util.List;
import java.util.Objects;
import org.callcause.rule.LoadProblem;

/**
 * What a report says beside the calls.
 *
 * @param sources the inputs, in the order they were read
 * @param limits what was lost to limits
 * @param loadProblems the rules that could not be loaded
 */
public record AnalysisSummary(List<SourceReport> sources, AnalysisLimits limits, List<LoadProblem> loadProblems) {

    /** Copies the lists. */
    public AnalysisSummary {
        sources = List.copyOf(sources);
        Objects.requireNonNull(limits, "limits");
        loadProblems = List.copyOf(loadProblems);
    }
}
