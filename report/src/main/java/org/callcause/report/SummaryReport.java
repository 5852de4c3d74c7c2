package org.callcause.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.callcause.CallReport;

/**
 * The report without the calls: totals, what is wrong across calls, and what became of the calls sent to each peer. What
 * it keeps does not grow with the number of calls.
 */
public final class SummaryReport implements ReportWriter {

    private final OutputStream output;
    private final TextOptions options;
    private final Style style;
    private final Totals totals = new Totals();
    private final PeerTable peers = new PeerTable();
    private final RuleNotes ruleNotes = new RuleNotes();

    /**
     * Makes a report of no calls.
     *
     * @param output where {@link #finish} writes; it is flushed and left open
     */
    public SummaryReport(OutputStream output, TextOptions options) {
        this.output = Objects.requireNonNull(output, "output");
        this.options = Objects.requireNonNull(options, "options");
        this.style = new Style(options.colour());
    }

    @Override
    public void add(CallReport report) {
        totals.add(report);
        peers.add(report);
        ruleNotes.addFailures(report);
    }

    @Override
    public void skip(CallReport report) {
        totals.skip(report);
        peers.add(report);
        ruleNotes.addFailures(report);
    }

    @Override
    public void finish(AnalysisSummary summary) throws IOException {
        String text = new Header(summary, totals, options, style).text()
                + new IncidentPage(style, options.width()).text(summary.incidents())
                + peers.text(style)
                + ruleNotes.text(options, style, summary);
        output.write(text.getBytes(StandardCharsets.UTF_8));
        output.flush();
    }
}
