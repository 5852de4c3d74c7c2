package org.callcause.rules.rfc3261.incident;

import org.callcause.diagnosis.Cause;
import org.callcause.incident.CallReading;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;

/** Who called whom over what in calls that failed, and how they failed. */
final class Failures {

    private static final double NEARLY_ALL = 0.8;

    private final Distinct callers = new Distinct();
    private final Distinct callees = new Distinct();
    private final Distinct peers = new Distinct();
    private final Tally answers = new Tally();
    private final Tally causes = new Tally();
    private final Tally titles = new Tally();
    private final Exemplars exemplars = new Exemplars();

    private long count;

    void add(EndedCall failure) {
        count++;
        callers.add(failure.parties().callerHash());
        callees.add(failure.parties().calleeHash());
        peers.add(failure.parties().peer());
        answers.addAnswer(failure);
        CallReading reading = failure.reading().orElse(null);
        if (reading != null) {
            causes.add(reading.cause().word());
            titles.add(reading.title());
        }
        exemplars.add(failure);
    }

    Distinct callers() {
        return callers;
    }

    Distinct callees() {
        return callees;
    }

    Distinct peers() {
        return peers;
    }

    Tally answers() {
        return answers;
    }

    Tally titles() {
        return titles;
    }

    /** Whether nearly all have the same reading. */
    boolean isMostlyAlike() {
        return titles.count(titles.top()) >= NEARLY_ALL * count;
    }

    Cause cause() {
        return causes.topCause(Cause.UNAVAILABLE_UNDETERMINED);
    }

    Exemplars exemplars() {
        return exemplars;
    }
}
