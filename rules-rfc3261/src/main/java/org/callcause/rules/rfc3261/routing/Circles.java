package org.callcause.rules.rfc3261.routing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.Via;

/** Tells a request that came back to where it had been. */
final class Circles {

    /**
     * A request on two hops from the same element.
     *
     * @param first as it left the element first
     * @param again as it left it again
     */
    record Circle(TrackedMessage first, TrackedMessage again) {}

    private Circles() {}

    /** The request where it had gone furthest, by its Vias. */
    static Optional<TrackedMessage> furthest(Call call) {
        return call.decisiveAttempt().stream()
                .flatMap(attempt -> attempt.hops().stream())
                .flatMap(hop -> hop.request().stream())
                .max(Comparator.comparingInt(request -> request.message().viaCount()));
    }

    /** The element that stands twice in the Vias; whether it changed the target, and so only a spiral, they do not say. */
    static Optional<String> sentByTwice(SipMessage request) {
        Set<String> seen = new HashSet<>();
        for (Via via : request.vias()) {
            String sentBy = via.sentBy().toLowerCase(Locale.ROOT);
            if (!sentBy.isEmpty() && !seen.add(sentBy)) {
                return Optional.of(via.sentBy());
            }
        }
        return Optional.empty();
    }

    /** The same Request-URI left the same element for the same next hop twice, the second time with the first's Vias below. */
    static Optional<Circle> of(Transaction transaction) {
        List<Hop> hops = transaction.hops();
        for (int later = 1; later < hops.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Optional<TrackedMessage> first = hops.get(earlier).request();
                Optional<TrackedMessage> again = hops.get(later).request();
                boolean sameElement =
                        hops.get(earlier).from().equals(hops.get(later).from());
                if (sameElement
                        && first.isPresent()
                        && again.isPresent()
                        && grew(first.get().message(), again.get().message())
                        && sameTarget(first.get().message(), again.get().message())) {
                    return Optional.of(new Circle(first.get(), again.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean grew(SipMessage first, SipMessage again) {
        return again.viaCount() > first.viaCount()
                && again.vias().stream().anyMatch(via -> via.branch().equals(first.topBranch()));
    }

    /** Loop detection compares what decides the way: Request-URI and Route (RFC 5393 4.2). */
    private static boolean sameTarget(SipMessage first, SipMessage again) {
        return first instanceof SipRequest one
                && again instanceof SipRequest other
                && one.requestUri().equals(other.requestUri())
                && one.header("Route").equals(other.header("Route"));
    }
}
