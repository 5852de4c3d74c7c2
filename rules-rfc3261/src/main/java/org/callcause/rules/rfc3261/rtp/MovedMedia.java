package org.callcause.rules.rfc3261.rtp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.MediaSockets;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;

/**
 * That one side moved its audio to another socket, with an offer that was accepted, and the other went on sending to the one
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

    /** That of the last change of the session, or of an answer from elsewhere than the early media. */
    static Optional<MovedMedia> of(Call call) {
        Sessions sessions = Sessions.of(call);
        List<OfferAnswer> exchanges = sessions.exchanges();
        Optional<TalkWindow> window = TalkWindow.of(call).stream()
                .filter(TalkWindow::isLast)
                .filter(TalkWindow::isTwoWay)
                .findFirst();
        if (window.isEmpty()) {
            return Optional.empty();
        }
        List<Described> before = new ArrayList<>(sessions.early());
        exchanges.subList(0, exchanges.size() - 1).forEach(exchange -> {
            before.add(exchange.offer());
            before.add(exchange.answer());
        });
        OfferAnswer last = exchanges.get(exchanges.size() - 1);
        return Stream.of(true, false)
                .flatMap(byOfferer -> find(call, before, last, byOfferer, window.get()).stream())
                .findFirst();
    }

    private static Optional<MovedMedia> find(
            Call call, List<Described> before, OfferAnswer last, boolean movedByOfferer, TalkWindow window) {
        Described moved = movedByOfferer ? last.offer() : last.answer();
        Described sender = movedByOfferer ? last.answer() : last.offer();
        Set<Endpoint> current = sockets(moved);
        Set<Endpoint> left = new HashSet<>();
        before.stream()
                .filter(described -> isOfSameSide(call, described, moved))
                .forEach(described -> left.addAll(sockets(described)));
        left.removeAll(current);
        Instant agreed =
                last.initial() ? window.begin() : last.answer().message().time();
        Instant settled = agreed.plus(SETTLING);
        List<RtpStream> sent = call.rtp().streams().stream()
                .filter(stream -> !stream.isRefused() && stream.overlaps(settled, window.end()))
                .toList();
        boolean followed = sent.stream().anyMatch(stream -> current.contains(stream.to()));
        return sent.stream()
                .filter(stream -> !followed && left.contains(stream.to()))
                .filter(stream -> Duration.between(settled, stream.last()).compareTo(SHORTEST) >= 0)
                .map(stream -> new MovedMedia(moved.message(), sender.message(), stream))
                .findFirst();
    }

    private static boolean isOfSameSide(Call call, Described one, Described other) {
        return Sides.same(call, one.message(), other.message());
    }

    private static Set<Endpoint> sockets(Described described) {
        Set<Endpoint> sockets = new HashSet<>();
        described.activeMedia().stream()
                .filter(TalkWindow::isRtpAudio)
                .map(MediaSockets::of)
                .forEach(sockets::addAll);
        return sockets;
    }
}
