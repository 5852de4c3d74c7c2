package org.callcause.capture;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.callcause.capture.source.Direction;
import org.callcause.capture.source.UndeliveredMessage;
import org.callcause.dialog.CapturedMessage;
import org.jspecify.annotations.Nullable;

/** The latest messages of an input: what tells that a message was not delivered comes soon after it, if at all. */
final class LatestMessages {

    /** A power of two. An ICMP error takes a few milliseconds, a connection that does not come about some seconds. */
    private static final int MOST = 1_024;

    private final @Nullable CapturedMessage[] ring = new CapturedMessage[MOST];
    private final Direction[] directions = new Direction[MOST];
    private int added;

    void add(CapturedMessage message, Direction direction) {
        int at = added++ & (MOST - 1);
        ring[at] = message;
        directions[at] = direction;
    }

    /** Whether this host sent or received one of them. */
    boolean areOf(String host) {
        return Arrays.stream(ring)
                .filter(Objects::nonNull)
                .anyMatch(message -> message.from().host().equals(host)
                        || message.to().host().equals(host));
    }

    /** The latest one that may be it. */
    Optional<CapturedMessage> find(UndeliveredMessage undelivered) {
        for (int back = 1; back <= MOST; back++) {
            int at = (added - back) & (MOST - 1);
            CapturedMessage message = ring[at];
            if (message == null) {
                return Optional.empty();
            }
            if (undelivered.mayBe(message, directions[at])) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }
}
