package org.callcause.rules.teams.decline;

import org.callcause.dialog.TrackedMessage;
import org.callcause.rules.teams.recognition.TeamsCall;

/** Microsoft rings each device of the user with a 18x of its own; the To tag tells them apart. */
final class Forks {

    private Forks() {}

    /** How many devices of the Teams user rang. A repeated 18x of one device is no further one. */
    static int ringing(TeamsCall teams) {
        return (int) teams.call().decisiveAttempt().stream()
                .flatMap(attempt -> attempt.responses().stream())
                .filter(response -> response.status() > 100 && response.status() < 200)
                .filter(teams::isFromMicrosoft)
                .map(TrackedMessage::message)
                .flatMap(message -> message.toTag().stream())
                .distinct()
                .count();
    }
}
