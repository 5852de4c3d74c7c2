package org.callcause.rules.rfc3261.forking;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;

/**
 * The branches of a forked INVITE, where the capture shows a proxy and what lies behind it.
 *
 * @param upstream the hop on which the forking element got the request
 * @param all the hops on which it sent the request on
 */
record Branches(Hop upstream, List<Hop> all) {

    /** Those of the deciding attempt; empty where fewer than two branches were captured. */
    static Optional<Branches> of(Call call) {
        Optional<Transaction> attempt =
                call.decisiveAttempt().filter(invite -> invite.hops().size() > 2);
        return attempt.flatMap(Branches::read);
    }

    private static Optional<Branches> read(Transaction invite) {
        for (Hop upstream : invite.hops()) {
            String forking = upstream.to().host();
            List<Hop> onward = invite.hops().stream()
                    .filter(hop -> !hop.equals(upstream)
                            && !forking.isEmpty()
                            && hop.from().host().equals(forking)
                            && hop.request().isPresent())
                    .toList();
            if (onward.size() > 1) {
                return Optional.of(new Branches(upstream, onward));
            }
        }
        return Optional.empty();
    }

    /** Where the element that forks is. */
    Endpoint forking() {
        return upstream.to();
    }

    /** What it told the caller. */
    Optional<TrackedMessage> told() {
        return upstream.finalResponse();
    }

    /** The branches that ended with a final response. */
    List<Hop> ended() {
        return all.stream().filter(hop -> hop.finalResponse().isPresent()).toList();
    }

    static boolean rang(Hop branch) {
        return branch.responses().stream().anyMatch(response -> response.status() > 100 && response.status() < 200);
    }
}
