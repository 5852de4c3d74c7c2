package org.callcause.report;

import java.util.List;
import org.callcause.dialog.FailedConnection;

/** The first lines of the text: what was read, and the totals. */
final class Header {

    private static final int MOST_NOTES = 4;
    private static final int MOST_CONNECTIONS = 6;

    private final AnalysisSummary summary;
    private final Totals totals;
    private final Style style;
    private final Prose prose;

    Header(AnalysisSummary summary, Totals totals, TextOptions options, Style style) {
        this.summary = summary;
        this.totals = totals;
        this.style = style;
        this.prose = new Prose(options.width());
    }

    String text() {
        summary.sources().forEach(this::source);
        if (totals.isEmpty() && holdsRecordsOnly()) {
            return prose.toString();
        }
        prose.blank();
        if (totals.isEmpty()) {
            prose.line("No calls.");
        } else {
            prose.paragraph("", "  ", totals.calls());
            totals.exchanges().forEach(sentence -> prose.paragraph("", "  ", sentence));
        }
        if (totals.furtherLegs() > 0) {
            String legs = Wording.count(
                    totals.furtherLegs(),
                    "further leg under a Call-ID of its own",
                    "further legs under Call-IDs of their own");
            prose.paragraph("", "  ", "These calls have " + legs + ".");
        }
        if (totals.hidden() > 0) {
            prose.line(Wording.grouped(totals.hidden()) + " of them left out here, as asked.");
        }
        limits(summary.limits());
        return prose.toString();
    }

    private boolean holdsRecordsOnly() {
        return !summary.sources().isEmpty() && summary.sources().stream().allMatch(SourceReport::isOfRecords);
    }

    private void source(SourceReport source) {
        String name = style.bold(Wording.printable(source.name()));
        if (source.problem().isPresent()) {
            prose.line(name + ": could not be read: "
                    + Wording.printable(source.problem().get()));
            return;
        }
        if (source.isOfRecords()) {
            prose.line(name + ": " + source.hint().orElse(source.kind()));
            return;
        }
        prose.line(name + ": " + Wording.printable(source.kind()) + ", "
                + Wording.count(source.messages(), "SIP message") + times(source));
        failedConnections(source.failedConnections());
        source.hint().ifPresent(hint -> prose.paragraph("  ", "    ", Wording.printable(hint)));
        notes(source.notes());
        if (source.truncated()) {
            prose.line("  The input ends in the middle of a record.");
        }
    }

    private void failedConnections(List<FailedConnection> failures) {
        failures.stream().limit(MOST_CONNECTIONS).forEach(this::failedConnection);
        if (failures.size() > MOST_CONNECTIONS) {
            int more = failures.size() - MOST_CONNECTIONS;
            prose.line("  Failed connections: " + Wording.grouped(more) + " more, listed in the JSON report.");
        }
    }

    private void failedConnection(FailedConnection failure) {
        ConnectionWords words = new ConnectionWords(failure);
        prose.paragraph("  ", "    ", "Failed connection: " + words.sentence());
        words.evidence().forEach(sentence -> prose.paragraph("    ", "      ", sentence));
        prose.paragraph("    ", "      ", "What to do: " + new ConnectionAdvice(failure).text());
    }

    private void notes(List<SourceReport.Note> notes) {
        notes.stream().limit(MOST_NOTES).forEach(note -> prose.paragraph("  ", "    ", "Not decoded: " + note + "."));
        if (notes.size() > MOST_NOTES) {
            int more = notes.size() - MOST_NOTES;
            prose.line("  Not decoded: " + Wording.count(more, "more kind") + ", listed in the JSON report.");
        }
    }

    private static String times(SourceReport source) {
        if (source.firstTime().isEmpty() || source.lastTime().isEmpty()) {
            return source.messages() == 0 ? "" : ", without times";
        }
        return ", " + Wording.span(source.firstTime().get(), source.lastTime().get());
    }

    private void limits(AnalysisLimits limits) {
        if (limits.evictedCalls() > 0) {
            prose.paragraph(
                    "",
                    "  ",
                    Wording.count(limits.evictedCalls(), "call")
                            + " had to be reported before the end, because too many were open at once.");
        }
        if (limits.droppedMessages() > 0) {
            prose.paragraph(
                    "",
                    "  ",
                    Wording.count(limits.droppedMessages(), "message")
                            + (limits.droppedMessages() == 1
                                    ? " went uncounted: its call had too many, or it was cut before it named one."
                                    : " went uncounted: their calls had too many, or they were cut before they named one."));
        }
        if (limits.lateMessages() > 0) {
            prose.paragraph(
                    "",
                    "  ",
                    Wording.count(limits.lateMessages(), "message")
                            + (limits.lateMessages() == 1
                                    ? " came after the end of its call had been reported, and counts for none."
                                    : " came after the end of their calls had been reported, and count for none."));
        }
    }
}
