package org.callcause.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.CallReport;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.incident.Circumstance;
import org.callcause.leg.JoinedCall;
import org.callcause.message.Method;

/**
 * The report as text for a person: totals, what is wrong across calls, then the failed calls with their diagnosis and
 * ladder (of many that fail alike the first two), then the healthy ones in a line each. UTF-8, the same in every
 * locale. Of credentials in quoted headers (the response and the cnonce of a digest, other tokens) only the first
 * four characters are written, so that a report that is passed on does not help to guess a password.
 */
public final class TextReport implements ReportWriter {

    private final OutputStream output;
    private final TextOptions options;
    private final Style style;
    private final Totals totals = new Totals();
    private final RuleNotes ruleNotes = new RuleNotes();
    private final AlikeCalls failedCalls = new AlikeCalls(3, 2, this::section);
    private final AlikeCalls failedExchanges = new AlikeCalls(1, 1, this::section);
    private final BriefCalls unexplainedExchanges = new BriefCalls();
    private final BriefCalls incompleteCalls = new BriefCalls();
    private final BriefCalls healthyCalls = new BriefCalls();
    private final Optional<WholeCalls> whole;
    private Optional<JoinedCall> lastTold = Optional.empty();

    /** The leg that {@link #lastTold} began with, where nothing is wrong with it; a later leg may be told in its place. */
    private Optional<CallReport> pending = Optional.empty();

    /**
     * Makes a report of no calls.
     *
     * @param output where {@link #finish} writes; it is flushed and left open
     */
    public TextReport(OutputStream output, TextOptions options) {
        this(output, options, Optional.empty());
    }

    /** A report that tells every call in full, also the healthy ones and those that fail alike. */
    public static TextReport inFull(OutputStream output, TextOptions options) {
        return new TextReport(output, options, Optional.of(new WholeCalls()));
    }

    private TextReport(OutputStream output, TextOptions options, Optional<WholeCalls> whole) {
        this.whole = whole;
        this.output = Objects.requireNonNull(output, "output");
        this.options = Objects.requireNonNull(options, "options");
        this.style = new Style(options.colour());
    }

    @Override
    public void add(CallReport report) {
        totals.add(report);
        ruleNotes.add(report);
        boolean call = report.call().method().equals(Method.INVITE);
        if (whole.isPresent()) {
            if (!call || !isToldWithItsOrigin(report)) {
                whole.get().add(report, section(report));
            }
        } else if (call) {
            addCall(report);
        } else if (Weight.of(report) == Weight.FAILED) {
            addFailedExchange(report);
        }
    }

    private void addCall(CallReport report) {
        if (isToldWithItsOrigin(report)) {
            return;
        }
        boolean further = report.isFurtherLeg()
                && pending.filter(first -> first.joined().equals(report.joined()))
                        .isPresent();
        if (!further) {
            settle();
        }
        switch (Weight.of(report)) {
            case FAILED -> {
                pending = Optional.empty();
                failedCalls.add(report, kindOfCall(report));
            }
            case INCOMPLETE -> incompleteCalls.add(report);
            case HEALTHY -> pending = Optional.of(report);
        }
    }

    /**
     * Whether the leg that this one came of is told, and this one with it: legs of one call come one after another, the
     * first one first. A leg with a failure of its own is told by itself.
     */
    private boolean isToldWithItsOrigin(CallReport report) {
        Optional<JoinedCall> joined = report.joined().filter(all -> all.legs().size() > 1);
        boolean known = joined.isPresent() && joined.equals(lastTold);
        lastTold = joined;
        return known && report.isFurtherLeg() && (report.isPassedOn() || Weight.of(report) != Weight.FAILED);
    }

    private void settle() {
        pending.ifPresent(healthyCalls::add);
        pending = Optional.empty();
    }

    /** Calls that fail alike share the diagnosis, the outcome, what surrounded them, and the place that is to be blamed. */
    private static Object kindOfCall(CallReport report) {
        return List.of(
                report.diagnosis().map(Diagnosis::rule).orElse(""),
                report.disposition().kind(),
                report.call().finalStatus(),
                report.circumstances().stream().map(Circumstance::rule).toList(),
                report.diagnosis().map(best -> best.origin().address()).orElseGet(report.call()::nextHop));
    }

    /** A client that fails to register tries again and again: one failure of a kind is told, the others are listed. */
    private void addFailedExchange(CallReport report) {
        report.diagnosis()
                .ifPresentOrElse(
                        best -> failedExchanges.add(
                                report,
                                List.of(report.call().method(), report.call().finalStatus(), best.rule())),
                        () -> unexplainedExchanges.add(report));
    }

    private String section(CallReport report) {
        return new CallSection(report, style, options.width()).text();
    }

    @Override
    public void skip(CallReport report) {
        totals.skip(report);
        ruleNotes.add(report);
    }

    @Override
    public void finish(AnalysisSummary summary) throws IOException {
        settle();
        String exchanges = "registrations and other exchanges with a problem";
        text(new Header(summary, totals, options, style).text());
        text(new IncidentPage(style, options.width()).text(summary.incidents()));
        if (whole.isPresent()) {
            whole.get().writeTo(output, style);
        }
        sections("Calls with a problem", failedCalls);
        sections(Wording.capital(exchanges), failedExchanges);
        lines(failedExchanges.isEmpty() ? Wording.capital(exchanges) : "More " + exchanges, unexplainedExchanges);
        lines("Calls that the capture does not show in full", incompleteCalls);
        lines("Calls without a problem", healthyCalls);
        for (Supplement supplement : summary.supplements()) {
            text(Titles.underlined(supplement.title(), style));
            text(supplement.text(style, options.width()));
        }
        text(ruleNotes.text(options, style, summary));
        output.flush();
    }

    private void sections(String title, AlikeCalls calls) throws IOException {
        if (!calls.isEmpty()) {
            text(Titles.underlined(title, style));
            calls.writeTo(output);
        }
    }

    private void lines(String title, BriefCalls calls) throws IOException {
        if (!calls.isEmpty()) {
            text(Titles.underlined(title, style));
            text(calls.text());
        }
    }

    private void text(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
