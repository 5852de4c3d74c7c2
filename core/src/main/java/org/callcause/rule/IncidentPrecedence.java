package org.callcause.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callcause.incident.Incident;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;

/** Leaves out incidents that another one explains: of the same calls only the deeper story is told. */
final class IncidentPrecedence {

    private final Map<String, Set<String>> superseded = new HashMap<>();

    IncidentPrecedence(List<IncidentRule> rules) {
        rules.forEach(rule -> superseded.put(rule.id(), Set.copyOf(rule.superseded())));
    }

    /** Those that nothing explains, in the same order. */
    List<Incident> told(List<Incident> incidents) {
        return incidents.stream()
                .filter(incident -> incidents.stream().noneMatch(other -> explains(other, incident)))
                .toList();
    }

    private boolean explains(Incident deeper, Incident other) {
        return superseded.getOrDefault(deeper.rule(), Set.of()).contains(other.rule())
                && deeper.overlaps(other)
                && (deeper.scope().isSameAs(other.scope())
                        || deeper.scope().extent() == IncidentScope.Extent.ALL
                        || sharesCall(deeper, other));
    }

    private static boolean sharesCall(Incident one, Incident other) {
        Set<String> calls = new HashSet<>(one.exemplars());
        return other.exemplars().stream().anyMatch(calls::contains);
    }
}
