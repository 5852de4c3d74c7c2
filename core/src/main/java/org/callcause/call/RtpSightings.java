package org.callcause.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.MediaSockets;
import org.callcause.dialog.RtpStream;
import org.callcause.message.Method;

/**
 * The RTP that was seen lately, and the signals beside it, by their sockets, until the calls ask whose it is. What comes
 * without a call makes room for what comes later.
 */
final class RtpSightings {

    private static final int FEW = 10;

    /** Of a call: an ICE agent names a few for each of its networks. */
    private static final int MOST_SOCKETS = 64;

    /** A socket with more is that of a server with one port for all calls. */
    private static final int MOST_WAYS_OF_A_CALLS_SOCKET = 16;

    /** An ICE agent tries each socket of the other side from each of its own, and is tried back. */
    private static final int MOST_WAYS_OF_AN_AGENT = 2 * MOST_SOCKETS;

    /** Parts; what a rule compares each with each. */
    private static final int MOST_OF_A_CALL = 256;

    private final MediaParts parts = new MediaParts();
    private final RtpHosts hosts = new RtpHosts();

    void add(MediaSighting seen) {
        if (seen instanceof RtpStream stream && !stream.isRefused()) {
            hosts.add(stream, isUsed(Way.of(stream).back()));
        }
        parts.add(seen);
    }

    /** A packet or two may be anything. */
    private boolean isUsed(Way way) {
        return parts.streams().of(way).stream().anyMatch(part -> part.packets() >= FEW);
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
        List<RtpStream> own =
                within(near(parts.streams(), sockets, MOST_WAYS_OF_A_CALLS_SOCKET, begin), end, goesOn(messages));
        return new SeenRtp(
                own,
                within(signals(sockets, begin), end, goesOn(messages)),
                hosts.hasSeenBothDirections(),
                sockets.stream().map(Endpoint::host).filter(hosts::isNeverHeard).collect(Collectors.toSet()),
                own.isEmpty() && hasOthersOnTheWay(sockets, begin, end));
    }

    private List<MediaSignal> signals(Set<Endpoint> sockets, Instant begin) {
        // RFC 3550 11: unless both share a port, RTCP takes the next one. A port beside may be that of another call's
        // media.
        Set<Endpoint> beside = sockets.stream()
                .filter(socket -> socket.port() < 0xFFFF)
                .map(socket -> new Endpoint(socket.host(), socket.port() + 1))
                .collect(Collectors.toSet());
        return Stream.concat(
                        near(parts.signals(), sockets, MOST_WAYS_OF_AN_AGENT, begin).stream(),
                        near(parts.signals(), beside, MOST_WAYS_OF_AN_AGENT, begin).stream()
                                .filter(signal -> signal.kind().isRtcp()
                                        && beside.contains(signal.from())
                                        && beside.contains(signal.to())))
                .distinct()
                .sorted(Comparator.comparing(MediaSignal::first))
                .toList();
    }

    private static <T extends MediaSighting> List<T> near(
            PartsByWay<T> seen, Set<Endpoint> sockets, int mostWays, Instant begin) {
        return ways(seen, sockets, mostWays).stream()
                .flatMap(way -> seen.of(way).stream())
                .filter(part -> !part.last().isBefore(begin))
                .sorted(Comparator.comparing(T::first))
                .toList();
    }

    /**
     * Those that begin before the end. Of an answered call whose BYE was not captured the last message is the ACK, and its media
     * go on, until a pause.
     */
    private static <T extends MediaSighting> List<T> within(List<T> sorted, Instant end, boolean goesOn) {
        List<T> own = new ArrayList<>();
        Instant until = end;
        for (T part : sorted) {
            boolean begins = !part.first().isAfter(goesOn ? until.plus(MediaParts.PAUSE) : end);
            if (begins && own.size() < MOST_OF_A_CALL) {
                own.add(part);
                until = part.last().isAfter(until) ? part.last() : until;
            }
        }
        return own;
    }

    /**
     * Those to and from these sockets. Behind a NAT media come from a socket that nobody names, and are answered there. Where
     * many calls share a socket, only what goes to another socket of the call is of this one.
     */
    private static Set<Way> ways(PartsByWay<?> seen, Set<Endpoint> sockets, int most) {
        Set<Way> own = new LinkedHashSet<>();
        for (Endpoint socket : sockets) {
            Set<Way> all = seen.ways(socket);
            if (all.size() <= most) {
                own.addAll(all);
            } else {
                sockets.stream()
                        .flatMap(other -> Stream.of(new Way(socket, other), new Way(other, socket)))
                        .filter(all::contains)
                        .forEach(own::add);
            }
        }
        for (Way way : List.copyOf(own)) {
            Set<Way> all = seen.ways(way.from());
            if (sockets.contains(way.to()) && all.size() <= most) {
                own.addAll(all);
            }
        }
        return own;
    }

    private static boolean goesOn(List<CapturedMessage> messages) {
        return hasAnswer(messages) && !hasBye(messages);
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
