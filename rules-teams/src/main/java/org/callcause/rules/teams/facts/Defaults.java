package org.callcause.rules.teams.facts;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Limits and defaults that Microsoft documents and may change; each with its date in {@code defaults.tsv}. */
public final class Defaults {

    private static final Map<String, Integer> VALUES = FactTable.rows(Defaults.class, "defaults.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> FactTable.cell(row, "name"), row -> Integer.parseInt(FactTable.cell(row, "value"))));

    private Defaults() {}

    /** How long an SBC may leave an INVITE unanswered before Microsoft tries the next trunk. */
    public static Duration failoverTime() {
        return seconds("failover-time");
    }

    /** An SBC is healthy while its last OPTIONS is younger than this, in every edition of the documents. */
    public static Duration optionsHealthy() {
        return seconds("options-healthy");
    }

    /** An SBC is demoted when its last OPTIONS is older than this, in every edition of the documents. */
    public static Duration optionsDemoted() {
        return seconds("options-demoted");
    }

    /** Where Microsoft's proxies listen. */
    public static int signallingPort() {
        return value("signalling-port");
    }

    /** How many media ports an SBC needs for each call at a time, at least. */
    public static int mediaPortsPerCall() {
        return value("media-ports-per-call");
    }

    /** The smallest session interval that Microsoft takes. */
    public static Duration smallestSessionInterval() {
        return seconds("smallest-session-interval");
    }

    /** Below so many calls the network effectiveness ratio says little. */
    public static int effectivenessReliableFrom() {
        return value("effectiveness-reliable-from");
    }

    private static Duration seconds(String name) {
        return Duration.ofSeconds(value(name));
    }

    private static int value(String name) {
        return Objects.requireNonNull(VALUES.get(name), name);
    }
}
