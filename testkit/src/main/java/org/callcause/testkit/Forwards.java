package org.callcause.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells a request that a party sends on from one that it begins. */
final class Forwards {

    private Forwards() {}

    /**
     * The open request that the party received and now sends to the next hop; absent when the request begins here. In
     * order: one from elsewhere that did not go there yet; one that came back in a loop; one that went there before;
     * one that is turned round by a party that is no end of the call.
     */
    static Optional<SentRequest> receivedBefore(ScriptCall call, String party, String nextHop, String method) {
        List<SentRequest> open = call.latest(method)
                .filter(request -> request.to().equals(party) && request.isOpen())
                .toList();
        Predicate<SentRequest> went = request -> request.wentOnTo(nextHop);
        Predicate<SentRequest> cameFromThere = request -> request.from().equals(nextHop);
        Predicate<SentRequest> looped = request -> open.stream()
                .anyMatch(other -> other != request && other.root() == request.root() && other.wentOnTo(nextHop));
        return first(open, went.negate().and(cameFromThere.negate()))
                .or(() -> first(open, went.negate().and(cameFromThere).and(looped)))
                .or(() -> first(open, went))
                .or(() -> call.isEnd(party) ? Optional.empty() : first(open, cameFromThere));
    }

    private static Optional<SentRequest> first(List<SentRequest> open, Predicate<SentRequest> wanted) {
        return open.stream().filter(wanted).findFirst();
    }
}
