package org.callcause.rules.rfc3261.rtp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Codec;
import org.callcause.message.Media;
import org.callcause.message.Sdp;

/**
 * That one side sent media in a format that the other never said it takes (RFC 3264 6.1). Only the numbers with a fixed meaning
 * count: the others may mean the same under a number of the sender's own.
 *
 * @param sender the description of who sent it
 * @param receiver the description of whom it was sent to
 * @param sent what was sent
 */
record UnknownPayload(TrackedMessage sender, TrackedMessage receiver, RtpStream sent) {

    private static final Duration SHORTEST = Duration.ofSeconds(3);

    /** The first one of the call. */
    static Optional<UnknownPayload> of(Call call) {
        List<TalkWindow> windows = TalkWindow.of(call);
        return MediaSection.of(call).stream()
                .flatMap(section -> Stream.of(true, false).flatMap(byCaller -> find(section, byCaller)))
                .filter(unknown -> windows.stream()
                        .anyMatch(window -> window.within(unknown.sent()).compareTo(SHORTEST) >= 0))
                .findFirst();
    }

    private static Stream<UnknownPayload> find(MediaSection section, boolean byCaller) {
        MediaSection.Side receiver = section.side(!byCaller);
        Set<String> taken = receiver.descriptions().stream()
                .flatMap(message -> message.message().sdp().stream())
                .map(Sdp::media)
                .flatMap(media -> media.stream().map(Media::formats))
                .flatMap(formats -> formats.stream())
                .collect(Collectors.toSet());
        return section.sent(byCaller).stream()
                .filter(stream -> hasFixedMeaning(stream)
                        && !taken.contains(String.valueOf(stream.payloadType().getAsInt())))
                .map(stream ->
                        new UnknownPayload(section.side(byCaller).description(), receiver.description(), stream));
    }

    private static boolean hasFixedMeaning(RtpStream stream) {
        return stream.payloadType().isPresent()
                && !Codec.ofPayloadType(stream.payloadType().getAsInt()).name().isEmpty()
                && !MediaSection.isComfortNoise(stream);
    }
}
