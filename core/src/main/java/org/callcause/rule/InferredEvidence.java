package org.callcause.rule;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.dialog.TrackedMessage;

/**
 * What a diagnosis loses when it rests on messages of which the source told neither end: who sent them, and on which
 * hop, is then a conclusion and no observation.
 */
final class InferredEvidence {

    private InferredEvidence() {}

    /**
     * The diagnoses with those a step less likely whose evidence rests on such a message.
     *
     * @param ranked the best first; among those that end up equally likely the order stays
     */
    static List<Diagnosis> lower(Call call, List<Diagnosis> ranked) {
        if (ranked.isEmpty()) {
            return ranked;
        }
        Set<Long> inferred = inferred(call);
        if (inferred.isEmpty()) {
            return ranked;
        }
        return ranked.stream()
                .map(diagnosis -> lower(diagnosis, inferred))
                .sorted(Comparator.comparing(Diagnosis::likelihood))
                .toList();
    }

    private static Set<Long> inferred(Call call) {
        Set<Long> inferred = new HashSet<>(0);
        for (TrackedMessage message : call.messages()) {
            if (message.captured().isFromInferred() && message.captured().isToInferred()) {
                inferred.add(message.index());
            }
        }
        return inferred;
    }

    private static Diagnosis lower(Diagnosis diagnosis, Set<Long> inferred) {
        boolean rests = diagnosis.evidence().stream().anyMatch(line -> inferred.contains(line.message()));
        return rests ? diagnosis.withLikelihood(diagnosis.likelihood().lowered()) : diagnosis;
    }
}
