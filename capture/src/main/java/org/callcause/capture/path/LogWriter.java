package org.callcause.capture.path;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.capture.source.Direction;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.PartialTime;

/** The element that wrote a log, as far as its messages show which it is. */
final class LogWriter {

    /** A line may be without the fraction of its second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration DAY = Duration.ofDays(1);

    /** The hosts that took part in every message so far whose two ends were told. */
    private Optional<Set<String>> everywhere = Optional.empty();

    void learn(CapturedMessage message) {
        boolean settled = everywhere.filter(Set::isEmpty).isPresent();
        if (!settled && message.from().isKnown() && message.to().isKnown()) {
            String from = message.from().host();
            String to = message.to().host();
            everywhere = Optional.of(everywhere
                    .map(Set::stream)
                    .orElseGet(() -> Stream.of(from, to))
                    .filter(host -> host.equals(from) || host.equals(to))
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** The connection that the writer says, behind this message, it could not open; empty where nobody knows who that is. */
    Optional<FailedConnection> tried(FailedConnection told, CapturedMessage before, Direction direction) {
        String host = host(before, direction);
        return host.isEmpty() || told.server().host().equals(host)
                ? Optional.empty()
                : Optional.of(told.of(new Endpoint(host, 0), time(told.last(), before)));
    }

    private String host(CapturedMessage message, Direction direction) {
        return switch (direction) {
            case SENT -> message.from().host();
            case RECEIVED -> message.to().host();
            case UNKNOWN ->
                everywhere
                        .filter(hosts -> hosts.size() == 1)
                        .map(hosts -> hosts.iterator().next())
                        .orElse("");
        };
    }

    /** Not before the message before it; a line may tell less of its day than messages do. */
    private static Instant time(Instant told, CapturedMessage before) {
        if (!before.hasTime()) {
            return told;
        }
        Duration since = Duration.between(before.time(), told);
        if (PartialTime.isPartial(told) && !isOfSameForm(told, before.time())) {
            since = Duration.ofNanos(Math.floorMod(since.plus(TOLERANCE).toNanos(), DAY.toNanos()))
                    .minus(TOLERANCE);
        }
        boolean justBefore = since.isNegative() && !since.plus(TOLERANCE).isNegative();
        return before.time().plus(justBefore ? Duration.ZERO : since);
    }

    private static boolean isOfSameForm(Instant one, Instant other) {
        return PartialTime.isPartial(one) == PartialTime.isPartial(other)
                && PartialTime.isTimeOfDay(one) == PartialTime.isTimeOfDay(other);
    }
}
