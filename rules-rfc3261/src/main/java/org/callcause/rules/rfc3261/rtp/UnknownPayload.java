package org.callcause.rules.rfc3261.rtp;

import java.time.Duration;
import java.time.Instant;
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
import org.callcause.message.Codec;
import org.callcause.message.Media;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.Sessions;

/**
 * That one side sent media in a format that the other, by the description in force, does not take (RFC 3264 6.1). Only the
 * numbers with a fixed meaning count: the others may mean the same under a number of the sender's own.
 *
 * @param sender the description of who sent it
 * @param receiver the description of whom it was sent to
 * @param sent what was sent
 */
record UnknownPayload(TrackedMessage sender, TrackedMessage receiver, RtpStream sent) {

    /** What was on the way, and what a device needs to change. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final Duration SHORTEST = Duration.ofSeconds(3);

    /** Speech is sent 20 to 50 times a second; what keeps a NAT open comes now and then (RFC 6263). */
    private static final int FEWEST_IN_A_SECOND = 10;

    /** The first one of the call. */
    static Optional<UnknownPayload> of(Call call) {
        List<OfferAnswer> exchanges = Sessions.of(call).exchanges();
        List<TalkWindow> windows = TalkWindow.of(call);
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        Instant end = windows.get(windows.size() - 1).end();
        for (int i = 0; i < exchanges.size(); i++) {
            OfferAnswer exchange = exchanges.get(i);
            Instant begin = i == 0
                    ? windows.get(0).begin()
                    : exchange.answer().message().time().plus(SETTLING);
            Instant until = i + 1 < exchanges.size()
                    ? exchanges.get(i + 1).offer().message().time()
                    : end;
            Optional<UnknownPayload> found = Stream.of(true, false)
                    .flatMap(byOfferer -> find(call, exchange, byOfferer, begin, until).stream())
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<UnknownPayload> find(
            Call call, OfferAnswer exchange, boolean byOfferer, Instant begin, Instant end) {
        Described sender = byOfferer ? exchange.offer() : exchange.answer();
        Described receiver = byOfferer ? exchange.answer() : exchange.offer();
        Set<String> taken = new HashSet<>();
        Set<Endpoint> sockets = new HashSet<>();
        for (Media media : receiver.activeMedia()) {
            taken.addAll(media.formats());
            sockets.addAll(MediaSockets.of(media));
        }
        return call.rtp().streams().stream()
                .filter(stream -> sockets.contains(stream.to()) && hasFixedMeaning(stream))
                .filter(stream ->
                        !taken.contains(String.valueOf(stream.payloadType().getAsInt())))
                .filter(stream -> isSpeech(stream)
                        && TalkWindow.within(stream, begin, end).compareTo(SHORTEST) >= 0)
                .map(stream -> new UnknownPayload(sender.message(), receiver.message(), stream))
                .findFirst();
    }

    private static boolean isSpeech(RtpStream stream) {
        return stream.packets() >= FEWEST_IN_A_SECOND * stream.length().toSeconds();
    }

    private static boolean hasFixedMeaning(RtpStream stream) {
        return stream.payloadType().isPresent()
                && !Codec.ofPayloadType(stream.payloadType().getAsInt()).name().isEmpty()
                && !MediaSection.isComfortNoise(stream);
    }
}
