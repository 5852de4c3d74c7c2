package org.callcause.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callcause.report.AnalysisSummary;
import org.callcause.report.Supplement;
import org.callcause.rules.teams.records.RecordOverview;
import org.callcause.rules.teams.trunk.TrunkReview;

/** What the Microsoft Teams pack knows beyond single calls, as parts of the report. */
final class TeamsSupplements {

    private TeamsSupplements() {}

    /** The summary with Microsoft's records as a part of its own. */
    static AnalysisSummary beside(AnalysisSummary summary, RecordOverview records) {
        return summary.with(new Supplement(
                "teamsRecords",
                "Microsoft's records",
                records.notes(),
                records.entries().stream()
                        .map(entry -> new Supplement.Entry(
                                entry.heading(), entry.facts(), entry.sentences(), entry.timeline()))
                        .toList()));
    }

    /** The summary with the trunks as a part of its own, where there are any to tell of. */
    static AnalysisSummary beside(AnalysisSummary summary, List<TrunkReview> trunks) {
        return trunks.isEmpty()
                ? summary
                : summary.with(new Supplement(
                        "teamsTrunks",
                        "Direct Routing trunks",
                        List.of("Each SBC that talked to Microsoft Teams, by what was captured of all its calls."),
                        trunks.stream().map(TeamsSupplements::entry).toList()));
    }

    private static Supplement.Entry entry(TrunkReview review) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("calls", String.valueOf(review.calls()));
        review.effectiveness()
                .ifPresent(percent -> facts.put("delivered percent", String.valueOf(Math.round(percent * 10) / 10.0)));
        facts.put("most calls at a time", String.valueOf(review.mostCallsAtATime()));
        facts.put("OPTIONS", String.valueOf(review.options()));
        return new Supplement.Entry(review.heading(), facts, review.sentences(), review.timeline());
    }
}
