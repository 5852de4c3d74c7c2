package org.callcause.rules.rfc3261.rtp;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;

/**
 * That the network said of the media of one side that nobody takes them, for some time of the talk. At its end, and in its
 * first moments, that is nothing: the one socket is closed before the other side knows, or opened a little late.
 *
 * @param window when
 * @param byCaller whether those of the caller's side were refused
 * @param refused what was refused
 * @param description of the side that asked for them
 */
record RefusedMedia(TalkWindow window, boolean byCaller, RtpStream refused, TrackedMessage description) {

    private static final Duration SHORTEST = Duration.ofSeconds(3);

    /** The first one of the call. */
    static Optional<RefusedMedia> of(Call call) {
        return TalkWindow.of(call).stream()
                .flatMap(window -> MediaSection.of(call).stream()
                        .flatMap(section -> Stream.of(true, false)
                                .flatMap(byCaller -> section.refused(byCaller).stream()
                                        .filter(stream -> lasts(stream, window, section, byCaller))
                                        .map(stream -> new RefusedMedia(
                                                window,
                                                byCaller,
                                                stream,
                                                section.side(!byCaller).description())))))
                .findFirst();
    }

    /** Errors come for each packet, or one a second, and no more once somebody listens. */
    private static boolean lasts(RtpStream refused, TalkWindow window, MediaSection section, boolean byCaller) {
        boolean heardLater = section.sent(byCaller).stream()
                .anyMatch(stream -> stream.to().equals(refused.to())
                        && stream.last().isAfter(refused.last().plus(SHORTEST)));
        return window.within(refused).compareTo(SHORTEST) >= 0 && !heardLater;
    }
}
