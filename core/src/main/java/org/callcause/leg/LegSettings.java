package org.callcause.leg;

import java.util.ArrayList;
import java.util.List;
import org.callcause.message.HeaderName;

/**
 * How legs are joined.
 *
 * @param correlationHeaders headers by which elements tie their legs together: the other leg's Call-ID, or a value that
 *     all legs of a call share
 * @param legsPerCall the most Call-IDs of one call; what more calls share than this many is no identifier
 * @param waitingCalls the most calls that are over and wait for another leg to end
 */
public record LegSettings(List<HeaderName> correlationHeaders, int legsPerCall, int waitingCalls) {

    /** The headers that common elements write, 32 legs a call, 4,096 waiting calls. */
    public static final LegSettings DEFAULT =
            new LegSettings(List.of(HeaderName.of("X-CID"), HeaderName.of("X-Call-ID")), 32, 4_096);

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a call may not have two legs, or none may wait
     */
    public LegSettings {
        correlationHeaders = List.copyOf(correlationHeaders);
        if (legsPerCall < 2 || waitingCalls < 1) {
            throw new IllegalArgumentException("legsPerCall " + legsPerCall + ", waitingCalls " + waitingCalls);
        }
    }

    /** The same with one more header. */
    public LegSettings withCorrelationHeader(String name) {
        List<HeaderName> more = new ArrayList<>(correlationHeaders);
        more.add(HeaderName.of(name));
        return new LegSettings(more, legsPerCall, waitingCalls);
    }
}
