package org.callcause.rules.rfc3261.incident;

import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;

/** The registrations of one client that were refused one after the other. */
final class RefusedClient {

    private static final int FEWEST = 20;
    private static final long A_MINUTE = 6;

    private final Tally answers = new Tally();
    private final Exemplars exemplars = new Exemplars();
    private final long first;
    private int status;
    private long requests;
    private long last;

    RefusedClient(EndedCall registration) {
        this.first = registration.moments().start();
    }

    void refuse(EndedCall registration) {
        requests += registration.signs().attempts();
        last = Math.max(last, registration.moments().end());
        status = registration.status();
        answers.addAnswer(registration);
        exemplars.add(registration);
    }

    /** Whether no person and no healthy phone asks so often. */
    boolean isLoop() {
        return requests >= FEWEST && (requests - 1) * Saying.MINUTE >= A_MINUTE * (last - first);
    }

    int status() {
        return status;
    }

    long requests() {
        return requests;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    Tally answers() {
        return answers;
    }

    Exemplars exemplars() {
        return exemplars;
    }
}
