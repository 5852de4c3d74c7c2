package org.callcause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callcause.call.Call;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.leg.JoinedCall;
import org.callcause.rule.Verdict;

/**
 * A leg that failed though its element had sent the call on, and for none of the failures behind: the element gave up, or
 * refused by itself. What its answer alone may mean is held against what became of the legs behind.
 */
record EndedBetweenLegs(JoinedCall joined, Call leg) {

    /** The verdict with that in its first reading; the same where nothing behind is known. */
    Verdict told(Verdict verdict) {
        List<Call> behind = joined.sentOnAs(leg);
        Optional<TrackedMessage> answer = leg.furthestFinalResponse();
        if (behind.isEmpty() || answer.isEmpty() || verdict.diagnoses().isEmpty()) {
            return verdict;
        }
        List<Diagnosis> diagnoses = new ArrayList<>(verdict.diagnoses());
        diagnoses.set(0, told(diagnoses.get(0), answer.get(), behind));
        return verdict.withDiagnoses(diagnoses);
    }

    private Diagnosis told(Diagnosis own, TrackedMessage answer, List<Call> behind) {
        Origin origin = own.origin();
        boolean pointsThere = origin.address().equals(answer.from())
                && behind.stream().noneMatch(leg -> leg.disposition().kind().isFailure());
        Origin closer = origin.adding("no leg behind had failed, which speaks for " + answer.from() + " itself");
        String courses = behind.stream().map(this::course).collect(Collectors.joining(", "));
        return new Diagnosis(
                own.rule(),
                own.cause(),
                own.likelihood(),
                pointsThere ? closer : origin,
                own.title(),
                own.explanation() + " " + Sentences.finished(answer.from() + " had sent the call on: " + courses),
                own.evidence(),
                own.remedies(),
                own.confirm(),
                own.references(),
                own.alternatives(),
                own.refinedDisposition());
    }

    private String course(Call behind) {
        String name = "leg " + joined.number(behind);
        boolean rang = behind.ringing().isPresent();
        return switch (behind.disposition().kind()) {
            case ANSWERED -> name + " was answered";
            case CANCELLED, ANSWERED_ELSEWHERE -> name + (rang ? " rang until it was given up" : " was given up");
            default ->
                behind.furthestFinalResponse()
                        .map(refusal -> name + " got " + refusal.codeAndPhrase())
                        .orElse(name + (rang ? " rang" : " got no final answer"));
        };
    }
}
