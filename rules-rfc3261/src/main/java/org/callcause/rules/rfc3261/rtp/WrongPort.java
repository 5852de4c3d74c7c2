package org.callcause.rules.rfc3261.rtp;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;

/**
 * That one side sent its audio to the host that the other names and to another port, though the other itself sends from the port
 * that it names: no NAT chose that other one. With ICE the ports are found out on the way (RFC 8445), and nothing is said.
 *
 * @param sender the description of who sent
 * @param receiver the description of whom it was sent to
 * @param sent what was sent
 */
record WrongPort(TrackedMessage sender, TrackedMessage receiver, RtpStream sent) {

    private static final long SHORTEST_SECONDS = 3;

    /** The first one of the call. */
    static Optional<WrongPort> of(Call call) {
        return TalkWindow.of(call).stream()
                .filter(TalkWindow::isTwoWay)
                .flatMap(window -> MediaSection.of(call).stream()
                        .flatMap(section ->
                                Stream.of(true, false).flatMap(byCaller -> find(section, window, byCaller).stream())))
                .findFirst();
    }

    private static Optional<WrongPort> find(MediaSection section, TalkWindow window, boolean byCaller) {
        MediaSection.Side sender = section.side(byCaller);
        MediaSection.Side receiver = section.side(!byCaller);
        Set<String> named = receiver.sockets().stream().map(Endpoint::host).collect(Collectors.toSet());
        boolean answersFromThere = section.sent(!byCaller).stream()
                .anyMatch(stream -> receiver.sockets().contains(stream.from()));
        boolean reached = section.sent(byCaller).stream()
                .anyMatch(stream -> receiver.sockets().contains(stream.to())
                        || section.sent(!byCaller).stream()
                                .anyMatch(back -> back.from().equals(stream.to())));
        if (!answersFromThere || reached || sender.usesIce() || receiver.usesIce()) {
            return Optional.empty();
        }
        return section.sent(byCaller).stream()
                .filter(stream -> sender.sockets().contains(stream.from())
                        && named.contains(stream.to().host())
                        && window.within(stream).toSeconds() >= SHORTEST_SECONDS)
                .map(stream -> new WrongPort(sender.description(), receiver.description(), stream))
                .findFirst();
    }
}
