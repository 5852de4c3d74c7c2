package org.callcause.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.callcause.CallReport;
import org.callcause.message.Method;

/**
 * The report as text for a person: totals, then every failed call with its diagnosis and its ladder, then the healthy
 * ones in a line each. UTF-8, the same in every locale.
 */
public final class TextReport implements ReportWriter {

    private static final byte[] BETWEEN_SECTIONS = "\n".getBytes(StandardCharsets.UTF_8);

    private final OutputStream output;
    private final TextOptions options;
    private final Style style;
    private final Totals totals = new Totals();
    private final RuleNotes ruleNotes = new RuleNotes();
    private final Spool failedCalls = new Spool();
    private final Spool failedExchanges = new Spool();
    private final BriefCalls healthyCalls = new BriefCalls();
    private final BriefCalls incompleteCalls = new BriefCalls();

    /**
     * Makes a report of no calls.
     *
     * @param output where {@link #finish} writes; it is flushed and left open
     */
    public TextReport(OutputStream output, TextOptions options) {
        this.output = Objects.requireNonNull(output, "output");
        this.options = Objects.requireNonNull(options, "options");
        this.style = new Style(options.colour());
    }

    @Override
    public void add(CallReport report) {
        totals.add(report);
        ruleNotes.add(report);
        boolean call = report.call().method().equals(Method.INVITE);
        switch (Weight.of(report)) {
            case FAILED -> {
                byte[] section =
                        new CallSection(report, style, options.width()).full().getBytes(StandardCharsets.UTF_8);
                (call ? failedCalls : failedExchanges).add(CallOrder.of(report), section);
            }
            case INCOMPLETE -> {
                if (call) {
                    incompleteCalls.add(report);
                }
            }
            case HEALTHY -> {
                if (call) {
                    healthyCalls.add(report);
                }
            }
        }
    }

    @Override
    public void skip(CallReport report) {
        totals.skip(report);
        ruleNotes.add(report);
    }

    @Override
    public void finish(AnalysisSummary summary) throws IOException {
        text(new Header(summary, totals, options, style).text());
        sections("Failed calls", failedCalls);
        sections("Failed registrations and other exchanges", failedExchanges);
        text(incompleteCalls.text("Calls that the capture does not show to the end", style));
        text(healthyCalls.text("Calls without a finding", style));
        text(ruleNotes.text(options, style, summary.loadProblems()));
        output.flush();
    }

    private void sections(String title, Spool spool) throws IOException {
        if (!spool.isEmpty()) {
            text(Titles.underlined(title, style));
            spool.writeTo(output, BETWEEN_SECTIONS);
        }
    }

    private void text(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
