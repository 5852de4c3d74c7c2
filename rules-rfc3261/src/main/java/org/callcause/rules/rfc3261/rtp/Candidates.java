package org.callcause.rules.rfc3261.rtp;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.MediaSockets;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Media;

/**
 * Whether the capture shows every way that the media of a side can take under ICE: something that each of its own sockets and
 * those of its relays sent. Inside the packets to a relay (RFC 8656) nothing is read, a device may have a network that was not
 * captured, and media over TCP (RFC 6544) are not followed.
 */
final class Candidates {

    private Candidates() {}

    static boolean areInView(MediaSection.Side side, MediaSection.Side other, List<MediaSignal> seen) {
        Set<Endpoint> shown = seen.stream().map(MediaSignal::from).collect(Collectors.toSet());
        Set<Boolean> families = of(other, "host", "srflx", "prflx", "relay")
                .map(Candidates::isIpv6)
                .collect(Collectors.toSet());
        List<Endpoint> own = of(side, "host", "relay")
                .filter(socket -> families.contains(isIpv6(socket)))
                .toList();
        return !own.isEmpty() && shown.containsAll(own) && !(offersTcp(side) && offersTcp(other));
    }

    private static Stream<Endpoint> of(MediaSection.Side side, String... types) {
        return audio(side).flatMap(media -> MediaSockets.candidates(media, Set.of(types)).stream());
    }

    private static boolean offersTcp(MediaSection.Side side) {
        return audio(side)
                .flatMap(media -> media.attributes().stream())
                .anyMatch(attribute -> attribute.startsWith("candidate:") && attribute.contains(" tcptype "));
    }

    private static Stream<Media> audio(MediaSection.Side side) {
        return side.descriptions().stream()
                .map(TrackedMessage::message)
                .flatMap(message -> message.sdp().stream())
                .flatMap(sdp -> sdp.media().stream())
                .filter(media -> media.type().equals("audio"));
    }

    private static boolean isIpv6(Endpoint socket) {
        return socket.host().contains(":");
    }
}
