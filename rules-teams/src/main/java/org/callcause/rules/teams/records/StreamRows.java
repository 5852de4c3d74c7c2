package org.callcause.rules.teams.records;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rules.teams.records.StreamQuality.Outcome;

/** Rows that stand for a media stream: of the Call Quality Dashboard, in milliseconds, and of Graph, in ISO durations. */
final class StreamRows {

    /** Any of these makes a file one of streams. */
    static final List<String> COLUMNS =
            List.of("Audio Degradation Avg", "Round Trip", "Packet Loss Rate", "Ratio Concealed Samples Avg");

    private StreamRows() {}

    static StreamQuality ofDashboard(Row row) {
        return new StreamQuality(
                row.place(),
                row.text("Conference Id", "Conference ID", "Call Id").orElse(""),
                row.text("Stream Direction", "Stream ID")
                        .orElse("line " + row.place().line()),
                row.milliseconds("Round Trip"),
                row.milliseconds("Jitter"),
                row.decimal("Packet Loss Rate"),
                row.decimal("Audio Degradation Avg"),
                row.decimal("Ratio Concealed Samples Avg"),
                row.text("Payload Description", "Codec").orElse(""),
                Stream.of("First Connectivity Ice", "Second Connectivity Ice")
                        .anyMatch(side -> row.text(side)
                                .filter("FAILED"::equalsIgnoreCase)
                                .isPresent()),
                new Outcome(
                        row.number("PSTN Call End Reason"),
                        row.number("PSTN Call End Sub Reason"),
                        row.text("Media Failure Type").orElse("")));
    }

    static StreamQuality ofGraph(Row row, String call) {
        return new StreamQuality(
                row.place(),
                call,
                row.text("streamId").orElse("")
                        + row.text("streamDirection").map(way -> " " + way).orElse(""),
                row.isoDuration("averageRoundTripTime"),
                row.isoDuration("averageJitter"),
                row.decimal("averagePacketLossRate"),
                row.decimal("averageAudioDegradation"),
                row.decimal("averageRatioOfConcealedSamples"),
                row.text("audioCodec").orElse(""),
                false,
                Outcome.UNTOLD);
    }
}
