package org.callcause.rules.teams.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of the Network Assessment Tool: how the path to the nearest relay fared. Its figures are held against Microsoft's
 * planning targets, which are far stricter than the thresholds of a poor call and never stand in for them.
 *
 * @param place where it stands
 * @param time by the clock of the computer, taken as UTC as the column says
 * @param lossPercent lost packets of a hundred
 * @param latency the average latency
 * @param jitter the average jitter
 * @param protocol {@code UDP} or {@code TCP}
 * @param remote the relay
 */
public record NetworkMeasurement(
        RecordPlace place,
        Instant time,
        double lossPercent,
        Duration latency,
        Duration jitter,
        String protocol,
        String remote) {

    private static final double TARGET_LOSS_PERCENT = QualityThresholds.value("target-loss");
    private static final Duration TARGET_LATENCY = QualityThresholds.milliseconds("target-latency");
    private static final Duration TARGET_JITTER = QualityThresholds.milliseconds("target-jitter");

    /** The planning targets that the path misses, in words (Microsoft: MS-720 course, network requirements). */
    public List<String> missedTargets() {
        List<String> missed = new ArrayList<>();
        if (lossPercent >= TARGET_LOSS_PERCENT) {
            missed.add(String.format(
                    Locale.ROOT, "loss %.2f %%, planned for less than %.1f %%", lossPercent, TARGET_LOSS_PERCENT));
        }
        if (latency.compareTo(TARGET_LATENCY) >= 0) {
            missed.add("latency " + latency.toMillis() + " ms, planned for less than " + TARGET_LATENCY.toMillis()
                    + " ms");
        }
        if (jitter.compareTo(TARGET_JITTER) >= 0) {
            missed.add(
                    "jitter " + jitter.toMillis() + " ms, planned for less than " + TARGET_JITTER.toMillis() + " ms");
        }
        return missed;
    }
}
