package org.callcause.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.capture.CaptureKind;
import org.callcause.capture.CaptureSummary;
import org.callcause.capture.Undecoded;
import org.callcause.report.SourceReport;

/** Tells the report what the capture reader says of an input. */
final class Sources {

    private Sources() {}

    static SourceReport report(CaptureSummary summary) {
        return new SourceReport(
                summary.name(),
                summary.kind().name().toLowerCase(Locale.ROOT),
                summary.messages(),
                summary.undecodedFrames(),
                summary.firstTime(),
                summary.lastTime(),
                summary.truncated(),
                summary.undecoded().stream().map(Sources::note).toList(),
                summary.failedConnections(),
                summary.hint(),
                Optional.empty());
    }

    /** A text that was read and holds no SIP message, and why that may be. */
    static SourceReport textWithoutSip(String name, String hint) {
        return new SourceReport(
                name,
                CaptureKind.TEXT.name().toLowerCase(Locale.ROOT),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                Optional.of(hint),
                Optional.empty());
    }

    private static SourceReport.Note note(Undecoded undecoded) {
        return new SourceReport.Note(
                undecoded.reason(), undecoded.detail(), undecoded.count(), undecoded.unit(), undecoded.advice());
    }
}
