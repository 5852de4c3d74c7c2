package org.callcause.incident;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.call.EarlierRefusal;
import org.callcause.dialog.Endpoint;

/**
 * What else of a call tells something beside other calls. A call that was answered at once on one hop has nothing.
 *
 * @param userAgent what the first request says it is from; empty when it does not say, and for answered calls
 * @param retryAfter the seconds of the final response's Retry-After, or {@link #ABSENT}
 * @param registeredFor the seconds that a registrar granted; 0 when the bindings were taken away, {@link #ABSENT} for
 *     what is no successful registration
 * @param attempts with how many requests it was tried, each of its own transaction; 0 for an answered call
 * @param credentials how many of the requests had credentials
 * @param retransmissions how often its first request was sent again
 * @param routes the ways that were tried, where there were several
 * @param earlierRefusal that the same caller had called the same callee shortly before and was refused
 */
public record CallSigns(
        String userAgent,
        long retryAfter,
        long registeredFor,
        int attempts,
        int credentials,
        int retransmissions,
        List<Route> routes,
        Optional<EarlierRefusal> earlierRefusal) {

    /** Stands for a number that the call does not have. */
    public static final long ABSENT = -1;

    /** Nobody gives up a route for silence sooner than T1, the first retransmission (RFC 3261 17.1.1.1). */
    private static final long PATIENCE = 500_000_000;

    /** Nothing. */
    public static final CallSigns NONE = new CallSigns("", ABSENT, ABSENT, 0, 0, 0, List.of(), Optional.empty());

    /** Copies the list. */
    public CallSigns {
        Objects.requireNonNull(userAgent, "userAgent");
        routes = List.copyOf(routes);
        Objects.requireNonNull(earlierRefusal, "earlierRefusal");
    }

    CallSigns with(List<Route> all) {
        return new CallSigns(
                userAgent, retryAfter, registeredFor, attempts, credentials, retransmissions, all, earlierRefusal);
    }

    /**
     * One hop that the request took.
     *
     * @param from who sent it
     * @param to who it was sent to
     * @param status the final status there, or 0 when none came
     * @param rang whether a phone there rang, or a gateway played ringing
     * @param sent when, in nanoseconds since 1970-01-01T00:00:00Z
     * @param settled when the final response came, in the same unit; {@link #ABSENT} when none came
     */
    public record Route(Endpoint from, Endpoint to, int status, boolean rang, long sent, long settled) {

        /** Keeps the parts as they are. */
        public Route {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        /** Whether it was tried because the other one had failed, and not at the same time. */
        public boolean isAfter(Route failed) {
            return failed.settled == ABSENT ? sent > failed.sent + PATIENCE : sent >= failed.settled;
        }
    }
}
