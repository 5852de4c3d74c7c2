package org.callcause.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.MediaSockets;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.Media;
import org.callcause.message.Method;

/**
 * The RTP that was seen lately, by its sockets, until the calls ask whose it is. What comes without a call makes room for
 * what comes later.
 */
final class RtpSightings {

    /** A call has two or four. */
    private static final int MOST_WAYS = 65_536;

    /** Holds and pauses; what comes beyond lengthens the last one. */
    private static final int MOST_PARTS = 32;

    /** Comfort noise comes at longer intervals than speech, mostly below a second (RFC 3389 4). */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private record Way(Endpoint from, Endpoint to, OptionalInt payloadType, Optional<TransportFailure.Kind> refusal) {}

    /** The longest unheard of first. */
    private final LinkedHashMap<Way, Deque<RtpStream>> parts = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<Endpoint, Set<Way>> ways = new HashMap<>();

    private final RtpHosts hosts = new RtpHosts();

    void add(RtpStream seen) {
        if (!seen.isRefused()) {
            hosts.add(seen, !isUnderWay(seen));
        }
        Way way = new Way(seen.from(), seen.to(), seen.payloadType(), seen.refusal());
        Deque<RtpStream> known = parts.get(way);
        if (known == null) {
            known = new ArrayDeque<>(1);
            enter(way, known);
        }
        RtpStream last = known.peekLast();
        boolean goesOn = last != null && (known.size() == MOST_PARTS || isSoonAfter(seen, last));
        known.add(goesOn ? known.removeLast().and(seen) : seen);
    }

    /** Whether something came the same way shortly before, of whatever payload type. */
    private boolean isUnderWay(RtpStream seen) {
        return ways.getOrDefault(seen.from(), Set.of()).stream()
                .filter(way -> way.from().equals(seen.from()) && way.to().equals(seen.to()))
                .anyMatch(way -> isSoonAfter(seen, parts.get(way).getLast()));
    }

    private static boolean isSoonAfter(RtpStream seen, RtpStream before) {
        return before.overlaps(seen.first().minus(PAUSE), seen.last().plus(PAUSE));
    }

    private void enter(Way way, Deque<RtpStream> known) {
        if (parts.size() == MOST_WAYS) {
            Way oldest = parts.keySet().iterator().next();
            parts.remove(oldest);
            forget(oldest.from(), oldest);
            forget(oldest.to(), oldest);
        }
        if (ways.getOrDefault(way.to(), Set.of()).stream()
                .anyMatch(other -> other.from().equals(way.to()) && other.to().equals(way.from()))) {
            hosts.sawBothDirections();
        }
        parts.put(way, known);
        ways.computeIfAbsent(way.from(), any -> new LinkedHashSet<>(2)).add(way);
        ways.computeIfAbsent(way.to(), any -> new LinkedHashSet<>(2)).add(way);
    }

    private void forget(Endpoint socket, Way way) {
        Set<Way> left = ways.get(socket);
        if (left != null && left.remove(way) && left.isEmpty()) {
            ways.remove(socket);
        }
    }

    /** What was seen of the media that these messages agree on. */
    SeenRtp of(List<CapturedMessage> messages) {
        if (parts.isEmpty()) {
            return SeenRtp.NOTHING;
        }
        LongSummaryStatistics times = messages.stream()
                .filter(CapturedMessage::hasTime)
                .mapToLong(CapturedMessage::nanos)
                .summaryStatistics();
        if (times.getCount() == 0) {
            return SeenRtp.NOTHING;
        }
        Instant begin = EpochNanos.toInstant(times.getMin());
        // Of an answered call the messages end with its ACK, and its media go on, where its BYE was not captured.
        boolean goesOn = hasAnswer(messages) && !hasBye(messages);
        Instant end = goesOn ? Instant.MAX : EpochNanos.toInstant(times.getMax());
        Set<Endpoint> sockets = sockets(messages);
        Set<Way> own = new LinkedHashSet<>();
        sockets.forEach(socket -> own.addAll(ways.getOrDefault(socket, Set.of())));
        // Behind a NAT media come from a socket that nobody names, and are answered there.
        List.copyOf(own).stream()
                .filter(way -> sockets.contains(way.to()))
                .forEach(way -> own.addAll(ways.getOrDefault(way.from(), Set.of())));
        List<RtpStream> streams = own.stream()
                .flatMap(way -> parts.getOrDefault(way, new ArrayDeque<>()).stream())
                .filter(stream -> stream.overlaps(begin, end))
                .sorted(Comparator.comparing(RtpStream::first))
                .toList();
        return new SeenRtp(
                streams,
                hosts.hasSeenBothDirections(),
                sockets.stream().map(Endpoint::host).filter(hosts::isNeverHeard).collect(Collectors.toSet()),
                streams.isEmpty() && hasOthersOnTheWay(sockets, begin, end));
    }

    private static boolean hasAnswer(List<CapturedMessage> messages) {
        return messages.stream().map(CapturedMessage::message).anyMatch(SeveralAnswers::isAnswer);
    }

    private static boolean hasBye(List<CapturedMessage> messages) {
        return messages.stream()
                .anyMatch(captured -> captured.message().sequenceMethod().equals(Method.BYE));
    }

    private static Set<Endpoint> sockets(List<CapturedMessage> messages) {
        Set<Endpoint> sockets = new LinkedHashSet<>();
        for (CapturedMessage captured : messages) {
            captured.message().sdp().ifPresent(sdp -> {
                for (Media media : sdp.media()) {
                    sockets.addAll(MediaSockets.of(media));
                }
            });
        }
        return sockets;
    }

    /** The call has no media of its own: all that there are between these hosts are those of others. */
    private boolean hasOthersOnTheWay(Set<Endpoint> sockets, Instant begin, Instant end) {
        return sockets.stream()
                .anyMatch(one -> sockets.stream().anyMatch(other -> hosts.wereBusyAround(one, other, begin, end)));
    }
}
