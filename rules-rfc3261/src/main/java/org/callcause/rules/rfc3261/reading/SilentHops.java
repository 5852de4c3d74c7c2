package org.callcause.rules.rfc3261.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.Hop;
import org.callcause.dialog.Transaction;

/** Hops on which the request of a call that failed got no response, where that may be why the call failed. */
public final class SilentHops {

    private SilentHops() {}

    /**
     * The hops of the deciding attempt on which nothing came back, where no other branch did better and what the caller got
     * in the end says no more than that: a timeout, a server's failure, or nothing.
     */
    public static Stream<Hop> of(Call call) {
        Optional<Transaction> decisive = call.decisiveAttempt();
        if (decisive.isEmpty() || !saysNothingElse(call.finalStatus())) {
            return Stream.empty();
        }
        List<Hop> hops = decisive.get().hops();
        Hop first = decisive.get().firstHop();
        boolean somebodyRang = hops.stream()
                .flatMap(hop -> hop.responses().stream())
                .anyMatch(response -> response.status() > 100 && response.status() < 300);
        boolean refusedBehind = hops.stream()
                .filter(hop -> !hop.equals(first))
                .anyMatch(hop -> hop.finalResponse()
                        .filter(response -> response.status() != 408 && response.status() != 487)
                        .isPresent());
        if (somebodyRang || refusedBehind) {
            return Stream.empty();
        }
        return hops.stream()
                .filter(hop -> hop.responses().isEmpty())
                .filter(hop -> hops.stream()
                        .noneMatch(next -> !next.equals(hop)
                                && next.from().host().equals(hop.to().host())));
    }

    /** The servers made of SER answer 477 and 478 where they could not send, or found no address to send to. */
    private static boolean saysNothingElse(int status) {
        return switch (status) {
            case 0, 408, 477, 478, 480, 487 -> true;
            default -> status / 100 == 5;
        };
    }
}
