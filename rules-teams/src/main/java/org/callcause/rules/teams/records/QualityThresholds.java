package org.callcause.rules.teams.records;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.callcause.rules.teams.facts.FactTable;

/** What Microsoft calls poor, and what it plans for, from {@code quality-thresholds.tsv}: two tables that are never mixed. */
final class QualityThresholds {

    private static final Map<String, Double> VALUES =
            FactTable.rows(QualityThresholds.class, "quality-thresholds.tsv").stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> FactTable.cell(row, "name"),
                            row -> Double.parseDouble(FactTable.cell(row, "value"))));

    private QualityThresholds() {}

    static double value(String name) {
        return Objects.requireNonNull(VALUES.get(name), name);
    }

    static Duration milliseconds(String name) {
        return Duration.ofMillis(Math.round(value(name)));
    }
}
