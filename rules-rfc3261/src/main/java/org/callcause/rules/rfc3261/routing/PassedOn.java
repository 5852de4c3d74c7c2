package org.callcause.rules.rfc3261.routing;

import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;

/**
 * What the element that answered the caller had got from behind, and what it made of it.
 *
 * @param received what it had got
 * @param sent its answer
 */
record PassedOn(TrackedMessage received, TrackedMessage sent) {

    static Optional<TrackedMessage> answerToCaller(Call call) {
        return call.decisiveAttempt().map(Transaction::firstHop).flatMap(Hop::finalResponse);
    }

    /** The ways on which the element that sent this response had sent the request on. */
    static Stream<Hop> behind(Call call, TrackedMessage response) {
        return call.decisiveAttempt().stream()
                .flatMap(attempt -> attempt.hops().stream().filter(hop -> hop != attempt.firstHop()))
                .filter(hop -> hop.from().host().equals(response.from().host()));
    }
}
