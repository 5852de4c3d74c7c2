package org.callcause.rules.teams.records;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Rows of the Network Assessment Tool. In countries with a decimal comma it writes {@code 75,69} without quotes, so that a
 * row has too many fields: the last five are always the same, and what stands before them is put together again.
 */
final class AssessmentRows {

    static final List<String> COLUMNS = List.of("Timestamp-UTC", "LossRate-%", "AverageLatency-Ms", "AverageJitter-Ms");

    /** Protocol, LocalIP, RemoteIP, ProxyUsed, ReflexiveIP. */
    private static final int LAST_FIELDS = 5;

    private static final int MEASURES = 3;

    private AssessmentRows() {}

    static Optional<NetworkMeasurement> read(Row row, List<String> fields) {
        int end = fields.size() - LAST_FIELDS;
        Optional<Instant> time = row.time("Timestamp-UTC");
        if (time.isEmpty() || end < 1 + MEASURES) {
            row.problem("no measurement can be read");
            return Optional.empty();
        }
        List<String> measures = fields.subList(1, end);
        if (measures.size() > MEASURES) {
            row.problem("numbers are written with a comma and without quotes: " + String.join(",", measures));
        }
        Optional<double[]> values = values(measures);
        if (values.isEmpty()) {
            row.problem("the measures cannot be told apart: " + String.join(",", measures));
            return Optional.empty();
        }
        return values.map(value -> new NetworkMeasurement(
                row.place(),
                time.get(),
                value[0],
                milliseconds(value[1]),
                milliseconds(value[2]),
                fields.get(end),
                fields.get(end + 2)));
    }

    /**
     * Three numbers of three to six fields: as many of the last ones as there are fields too many have a decimal part, and
     * the loss, which is mostly 0, has one only when all have.
     */
    private static Optional<double[]> values(List<String> measures) {
        int tooMany = measures.size() - MEASURES;
        if (tooMany > MEASURES) {
            return Optional.empty();
        }
        double[] values = new double[MEASURES];
        int next = 0;
        try {
            for (int i = 0; i < MEASURES; i++) {
                boolean split = i >= MEASURES - tooMany;
                String text = measures.get(next) + (split ? "." + measures.get(next + 1) : "");
                values[i] = Row.parseDecimal(text.strip());
                next += split ? 2 : 1;
            }
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
        return Optional.of(values);
    }

    private static Duration milliseconds(double value) {
        return Duration.ofNanos(Math.round(value * 1e6));
    }
}
