package org.callcause.rules.rfc3261.rtp;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.MediaSockets;
import org.callcause.dialog.TrackedMessage;

/**
 * Whether the capture shows every way that the media of a side can take under ICE: all of its own sockets, and those of its
 * relays. Inside the packets to a relay (RFC 8656) nothing is read, and a device may have a network that was not captured.
 */
final class Candidates {

    private Candidates() {}

    static boolean areInView(MediaSection.Side side, MediaSection.Side other, List<MediaSignal> seen) {
        Set<Endpoint> shown = seen.stream()
                .flatMap(signal -> Stream.of(signal.from(), signal.to()))
                .collect(Collectors.toSet());
        Set<Boolean> families = of(other, "host", "srflx", "prflx", "relay")
                .map(Candidates::isIpv6)
                .collect(Collectors.toSet());
        List<Endpoint> own = of(side, "host", "relay")
                .filter(socket -> families.contains(isIpv6(socket)))
                .toList();
        return !own.isEmpty() && shown.containsAll(own);
    }

    private static Stream<Endpoint> of(MediaSection.Side side, String... types) {
        return side.descriptions().stream()
                .map(TrackedMessage::message)
                .flatMap(message -> message.sdp().stream())
                .flatMap(sdp -> sdp.media().stream())
                .filter(media -> media.type().equals("audio"))
                .flatMap(media -> MediaSockets.candidates(media, Set.of(types)).stream());
    }

    private static boolean isIpv6(Endpoint socket) {
        return socket.host().contains(":");
    }
}
