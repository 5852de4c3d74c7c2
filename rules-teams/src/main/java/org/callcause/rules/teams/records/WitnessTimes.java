package org.callcause.rules.teams.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Calls by the time of their first message, so that a record is held against those about its time and not against all. */
final class WitnessTimes {

    private final NavigableMap<Instant, List<SipWitness>> byStart = new TreeMap<>();

    WitnessTimes(List<SipWitness> witnesses) {
        for (SipWitness witness : witnesses) {
            witness.start()
                    .ifPresent(start -> byStart.computeIfAbsent(start, fresh -> new ArrayList<>())
                            .add(witness));
        }
    }

    /** Those that began at most so long before or after a time. */
    List<SipWitness> near(Optional<Instant> time, Duration most) {
        return time.map(at -> byStart.subMap(at.minus(most), true, at.plus(most), true).values().stream()
                        .flatMap(List::stream)
                        .toList())
                .orElse(List.of());
    }
}
