package org.callcause.rules.rfc3261.rtp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.SeenRtp;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.MediaSockets;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Codec;
import org.callcause.message.Sdp;
import org.callcause.rules.rfc3261.reading.Sides;

/**
 * The audio between two elements that sent each other session descriptions. A proxy leaves those as they are; a relay puts
 * its own sockets into them, and the call has a section on either side of it.
 */
final class MediaSection {

    /** RFC 3551 6 and RFC 3389: comfort noise goes with any codec, by its number of today and that of before. */
    private static final Set<Integer> COMFORT_NOISE = Set.of(13, 19);

    private record Sections(List<MediaSection> all) {}

    /** What one side of it describes. */
    static final class Side {
        private final List<TrackedMessage> descriptions = new ArrayList<>(1);
        private final Set<Endpoint> sockets = new HashSet<>();

        /** The message that described the session last. */
        TrackedMessage description() {
            return descriptions.get(descriptions.size() - 1);
        }

        /** All that it described, in order. */
        List<TrackedMessage> descriptions() {
            return descriptions;
        }

        /** Every socket that it ever named for audio in this call. */
        Set<Endpoint> sockets() {
            return sockets;
        }

        /** Whether it says that it uses ICE (RFC 8839). */
        boolean usesIce() {
            return lines().anyMatch(line -> line.startsWith("a=ice-") || line.startsWith("a=candidate:"));
        }

        /** Whether it says that DTLS makes the keys (RFC 5763 5, RFC 5764 8). */
        boolean usesDtls() {
            return lines().anyMatch(line ->
                    line.startsWith("a=fingerprint:") || (line.startsWith("m=") && line.contains("/TLS/")));
        }

        private Stream<String> lines() {
            return descriptions.stream()
                    .flatMap(message -> message.message().sdp().stream())
                    .flatMap(sdp -> sdp.lines().stream());
        }

        private static Set<Endpoint> sockets(Sdp sdp) {
            return sdp.media().stream()
                    .filter(media -> media.type().equals("audio"))
                    .flatMap(media -> MediaSockets.of(media).stream())
                    .collect(Collectors.toSet());
        }

        private void add(TrackedMessage message, Sdp sdp) {
            descriptions.add(message);
            sockets.addAll(sockets(sdp));
        }
    }

    private final Side callers = new Side();
    private final Side called = new Side();
    private final List<RtpStream> seen;
    private final List<MediaSignal> signals;

    private MediaSection(SeenRtp seen) {
        this.seen = seen.streams();
        this.signals = seen.signals();
    }

    /** The sections of a call, from the caller on, of which both sides are known. */
    static List<MediaSection> of(Call call) {
        return call.reading(Sections.class, any -> new Sections(read(any))).all();
    }

    private static List<MediaSection> read(Call call) {
        Map<Set<String>, MediaSection> sections = new LinkedHashMap<>();
        for (TrackedMessage message : call.messages()) {
            Optional<Sdp> sdp = message.message().sdp();
            if (sdp.isPresent()) {
                Set<String> hosts = new HashSet<>(
                        List.of(message.from().host(), message.to().host()));
                MediaSection section = sections.computeIfAbsent(hosts, any -> new MediaSection(call.rtp()));
                section.side(Sides.isFromCaller(call, message)).add(message, sdp.get());
            }
        }
        return sections.values().stream()
                .filter(section -> !section.callers.sockets.isEmpty() && !section.called.sockets.isEmpty())
                .toList();
    }

    /** The caller's side of it, or the other. */
    Side side(boolean ofCaller) {
        return ofCaller ? callers : called;
    }

    /** The sections of a call as one side sees them, its own first. */
    static List<MediaSection> from(boolean caller, Call call) {
        List<MediaSection> sections = new ArrayList<>(of(call));
        if (!caller) {
            Collections.reverse(sections);
        }
        return sections;
    }

    /** The packets that the caller's side sent, or those that the called side sent, as far as they were seen. */
    List<RtpStream> sent(boolean byCaller) {
        return sent(seen, byCaller).filter(stream -> !stream.isRefused()).toList();
    }

    private <T extends MediaSighting> Stream<T> sent(List<T> all, boolean byCaller) {
        Set<Endpoint> senders = side(byCaller).sockets;
        Set<Endpoint> receivers = new HashSet<>(side(!byCaller).sockets);
        receivers.addAll(sources(all, senders));
        return all.stream()
                .filter(one -> !senders.contains(one.to()))
                .filter(one -> receivers.contains(one.to()) || senders.contains(one.from()));
    }

    /** The signals of that kind that the one side sent. */
    List<MediaSignal> signals(boolean byCaller, MediaSignal.Kind kind) {
        return sent(signals, byCaller).filter(signal -> signal.kind() == kind).toList();
    }

    /**
     * The RTCP of that kind that the one side sent. Where it has a port of its own that is the next one (RFC 3550 11), and
     * it goes between those of both sides.
     */
    List<MediaSignal> reports(boolean byCaller, MediaSignal.Kind kind) {
        List<MediaSignal> beside = signals.stream()
                .filter(signal -> signal.kind() == kind
                        && isBeside(signal.from(), side(byCaller).sockets)
                        && isBeside(signal.to(), side(!byCaller).sockets))
                .toList();
        return Stream.concat(signals(byCaller, kind).stream(), beside.stream())
                .distinct()
                .toList();
    }

    private static boolean isBeside(Endpoint socket, Set<Endpoint> media) {
        return socket.port() > 0 && media.contains(new Endpoint(socket.host(), socket.port() - 1));
    }

    /** Whether a connectivity check of that side was answered with success, between the same two sockets. */
    boolean isAnswered(boolean byCaller) {
        return signals(byCaller, MediaSignal.Kind.CHECK).stream()
                .anyMatch(check -> signals.stream()
                        .anyMatch(signal -> signal.kind() == MediaSignal.Kind.CHECK_ANSWERED
                                && signal.from().equals(check.to())
                                && signal.to().equals(check.from())));
    }

    /** Whether the capture shows every way that media may take under ICE: it was taken where all those of one side pass. */
    boolean showsEveryWay() {
        return Candidates.areInView(callers, called, signals) || Candidates.areInView(called, callers, signals);
    }

    /** Those of them that are more than comfort noise (RFC 3389), which a phone sends while nobody speaks into it. */
    List<RtpStream> spoken(boolean byCaller) {
        Set<String> named = Stream.of(callers, called)
                .flatMap(side -> side.descriptions.stream())
                .flatMap(message -> message.message().sdp().stream())
                .flatMap(sdp -> sdp.media().stream())
                .flatMap(media -> media.codecs().stream())
                .filter(codec -> codec.name().equalsIgnoreCase("CN"))
                .map(Codec::format)
                .collect(Collectors.toSet());
        return sent(byCaller).stream()
                .filter(stream -> !isComfortNoise(stream)
                        && !named.contains(String.valueOf(stream.payloadType().orElse(-1))))
                .toList();
    }

    /** By the payload types that need no description. */
    static boolean isComfortNoise(RtpStream stream) {
        return COMFORT_NOISE.contains(stream.payloadType().orElse(-1));
    }

    /** What ICMP errors refused of them. */
    List<RtpStream> refused(boolean byCaller) {
        return seen.stream()
                .filter(stream -> stream.isRefused() && side(!byCaller).sockets.contains(stream.to()))
                .toList();
    }

    /** Behind a NAT media come from a socket that nobody described, and are answered there. */
    private static Set<Endpoint> sources(List<? extends MediaSighting> seen, Set<Endpoint> receivers) {
        return seen.stream()
                .filter(one -> receivers.contains(one.to()))
                .map(MediaSighting::from)
                .collect(Collectors.toSet());
    }
}
