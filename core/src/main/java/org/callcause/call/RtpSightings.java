package org.callcause.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.MediaSockets;
import org.callcause.dialog.RtpStream;
import org.callcause.message.Method;

/**
 * The RTP that was seen lately, by its sockets, until the calls ask whose it is. What comes without a call makes room for
 * what comes later.
 */
final class RtpSightings {

    /** Parts of streams: an ordinary call has four. */
    private static final int MOST_IN_ALL = 65_536;

    private static final int FEW = 10;

    /** Holds, pauses, keys and changes of codec; what comes beyond lengthens the last one. */
    private static final int MOST_PARTS = 64;

    /** Of a call: an ICE agent names a few for each of its networks. */
    private static final int MOST_SOCKETS = 64;

    /** A socket with more is that of a server with one port for all calls. */
    private static final int MOST_WAYS_OF_A_CALLS_SOCKET = 16;

    /** Parts; what a rule compares each with each. */
    private static final int MOST_OF_A_CALL = 256;

    /** Comfort noise comes at longer intervals than speech, mostly below a second (RFC 3389 4). */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private record Way(Endpoint from, Endpoint to) {
        Way back() {
            return new Way(to, from);
        }
    }

    /** The longest unheard of first; of each its parts, in the order in which they began to be told. */
    private final LinkedHashMap<Way, List<RtpStream>> parts = new LinkedHashMap<>();

    private final Map<Endpoint, Set<Way>> ways = new HashMap<>();
    private final RtpHosts hosts = new RtpHosts();
    private int partsInAll;

    void add(RtpStream seen) {
        Way way = new Way(seen.from(), seen.to());
        List<RtpStream> known = parts.remove(way);
        if (known == null) {
            known = new ArrayList<>(1);
            ways.computeIfAbsent(way.from(), any -> new LinkedHashSet<>(2)).add(way);
            ways.computeIfAbsent(way.to(), any -> new LinkedHashSet<>(2)).add(way);
        }
        parts.put(way, known);
        if (!seen.isRefused()) {
            hosts.add(seen, isUsed(way.back()));
        }
        int same = lastOfItsKind(known, seen);
        if (same >= 0 && (known.size() >= MOST_PARTS || isSoonAfter(seen, known.get(same)))) {
            known.set(same, known.get(same).joinedWith(seen));
        } else if (known.size() < MOST_PARTS) {
            known.add(seen);
            partsInAll++;
        }
        while (partsInAll > MOST_IN_ALL) {
            forgetOldest();
        }
    }

    /** A packet or two may be anything. */
    private boolean isUsed(Way way) {
        return parts.getOrDefault(way, List.of()).stream().anyMatch(part -> part.packets() >= FEW);
    }

    private static int lastOfItsKind(List<RtpStream> known, RtpStream seen) {
        for (int i = known.size() - 1; i >= 0; i--) {
            if (known.get(i).isLike(seen)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSoonAfter(RtpStream seen, RtpStream before) {
        return before.overlaps(seen.first().minus(PAUSE), seen.last().plus(PAUSE));
    }

    private void forgetOldest() {
        Iterator<Map.Entry<Way, List<RtpStream>>> entries = parts.entrySet().iterator();
        Map.Entry<Way, List<RtpStream>> oldest = entries.next();
        entries.remove();
        partsInAll -= oldest.getValue().size();
        forget(oldest.getKey().from(), oldest.getKey());
        forget(oldest.getKey().to(), oldest.getKey());
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
        Instant end = EpochNanos.toInstant(times.getMax());
        Set<Endpoint> sockets = sockets(messages);
        List<RtpStream> near = ways(sockets).stream()
                .flatMap(way -> parts(way).stream())
                .filter(stream -> !stream.last().isBefore(begin))
                .sorted(Comparator.comparing(RtpStream::first))
                .toList();
        List<RtpStream> streams = within(near, end, hasAnswer(messages) && !hasBye(messages));
        return new SeenRtp(
                streams,
                hosts.hasSeenBothDirections(),
                sockets.stream().map(Endpoint::host).filter(hosts::isNeverHeard).collect(Collectors.toSet()),
                streams.isEmpty() && hasOthersOnTheWay(sockets, begin, end));
    }

    /**
     * Those that begin before the end. Of an answered call whose BYE was not captured the last message is the ACK, and its media
     * go on, until a pause.
     */
    private static List<RtpStream> within(List<RtpStream> sorted, Instant end, boolean goesOn) {
        List<RtpStream> own = new ArrayList<>();
        Instant until = end;
        for (RtpStream stream : sorted) {
            boolean begins = !stream.first().isAfter(goesOn ? until.plus(PAUSE) : end);
            if (begins && own.size() < MOST_OF_A_CALL) {
                own.add(stream);
                until = stream.last().isAfter(until) ? stream.last() : until;
            }
        }
        return own;
    }

    private List<RtpStream> parts(Way way) {
        return parts.getOrDefault(way, List.of());
    }

    /**
     * Those to and from these sockets. Behind a NAT media come from a socket that nobody names, and are answered there. Where
     * many calls share a socket, only what goes to another socket of the call is of this one.
     */
    private Set<Way> ways(Set<Endpoint> sockets) {
        Set<Way> own = new LinkedHashSet<>();
        for (Endpoint socket : sockets) {
            Set<Way> all = ways.getOrDefault(socket, Set.of());
            if (all.size() <= MOST_WAYS_OF_A_CALLS_SOCKET) {
                own.addAll(all);
            } else {
                sockets.stream()
                        .map(other -> new Way(socket, other))
                        .filter(parts::containsKey)
                        .forEach(own::add);
            }
        }
        for (Way way : List.copyOf(own)) {
            Set<Way> all = ways.getOrDefault(way.from(), Set.of());
            if (sockets.contains(way.to()) && all.size() <= MOST_WAYS_OF_A_CALLS_SOCKET) {
                own.addAll(all);
            }
        }
        return own;
    }

    private static boolean hasAnswer(List<CapturedMessage> messages) {
        return messages.stream().map(CapturedMessage::message).anyMatch(SeveralAnswers::isAnswer);
    }

    private static boolean hasBye(List<CapturedMessage> messages) {
        return messages.stream()
                .anyMatch(captured -> captured.message().sequenceMethod().equals(Method.BYE));
    }

    private static Set<Endpoint> sockets(List<CapturedMessage> messages) {
        return messages.stream()
                .flatMap(captured -> captured.message().sdp().stream())
                .flatMap(sdp -> sdp.media().stream())
                .map(MediaSockets::of)
                .flatMap(List::stream)
                .distinct()
                .limit(MOST_SOCKETS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The call has no media of its own: all that there are between these hosts are those of others. */
    private boolean hasOthersOnTheWay(Set<Endpoint> sockets, Instant begin, Instant end) {
        return sockets.stream()
                .anyMatch(one -> sockets.stream().anyMatch(other -> hosts.wereBusyAround(one, other, begin, end)));
    }
}
