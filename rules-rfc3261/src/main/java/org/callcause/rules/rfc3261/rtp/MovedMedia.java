package org.callcause.rules.rfc3261.rtp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;

/**
 * That one side moved its media to another socket, with an offer that was accepted, and the other went on sending to the one
 * before.
 *
 * @param moved the description that names the new socket
 * @param sender the description of the side that did not follow
 * @param sent what it sent to the socket of before
 */
record MovedMedia(TrackedMessage moved, TrackedMessage sender, RtpStream sent) {

    /** What was on the way, and what a device needs to follow. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final Duration SHORTEST = Duration.ofSeconds(3);

    /** That of the end of the call. */
    static Optional<MovedMedia> of(Call call) {
        List<MediaSection> sections = MediaSection.of(call);
        return TalkWindow.of(call).stream()
                .filter(window -> window.isLast() && window.isTwoWay())
                .flatMap(window -> sections.stream()
                        .flatMap(section ->
                                Stream.of(true, false).flatMap(byCaller -> find(section, window, byCaller).stream())))
                .findFirst();
    }

    private static Optional<MovedMedia> find(MediaSection section, TalkWindow window, boolean byCaller) {
        MediaSection.Side receiver = section.side(!byCaller);
        Set<Endpoint> current = receiver.currentSockets();
        Instant settled = window.begin().plus(SETTLING);
        List<RtpStream> sent = section.sent(byCaller).stream()
                .filter(stream -> stream.overlaps(settled, window.end()))
                .toList();
        boolean missesIt = sent.stream()
                .allMatch(stream -> receiver.sockets().contains(stream.to()) && !current.contains(stream.to()));
        return sent.stream()
                .filter(stream -> missesIt && lasts(stream, settled))
                .map(stream -> new MovedMedia(
                        receiver.description(), section.side(byCaller).description(), stream))
                .findFirst();
    }

    private static boolean lasts(RtpStream stream, Instant settled) {
        return Duration.between(settled, stream.last()).compareTo(SHORTEST) >= 0;
    }
}
