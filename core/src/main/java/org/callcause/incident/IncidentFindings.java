package org.callcause.incident;

import java.util.ArrayList;
import java.util.List;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;

/** What a watch says of its stream of calls. */
public final class IncidentFindings {

    private final IncidentRule rule;
    private final List<IncidentFinding> incidents = new ArrayList<>(1);

    /** Nothing yet. Made by the engine. */
    public IncidentFindings(IncidentRule rule) {
        this.rule = rule;
    }

    /** Begins an incident. It needs at least its times, its count and why; without a scope it concerns all. */
    public IncidentFinding incident(Cause cause, Likelihood likelihood) {
        IncidentFinding finding = new IncidentFinding(rule, cause, likelihood);
        incidents.add(finding);
        return finding;
    }

    /** What was said. */
    public List<Incident> incidents() {
        List<Incident> said = new ArrayList<>(incidents.size());
        for (IncidentFinding finding : incidents) {
            said.add(finding.toIncident());
        }
        return said;
    }
}
