package org.callcause.rules.rfc3261.rtp;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rules.rfc3261.reading.HangUps;

/**
 * That one side sent media and nothing came from the other, though both had agreed to talk.
 *
 * @param section where, the one nearest to the side that nothing came from
 * @param window when
 * @param byCaller whether it is the caller's side that nothing came from
 * @param heard what came from the other side
 * @param before the last that came from the silent side, earlier in the call
 */
record Silence(MediaSection section, TalkWindow window, boolean byCaller, RtpStream heard, Optional<RtpStream> before) {

    /** People who hear nothing wait so long at least; what is shorter may be a phone that is slow to begin. */
    private static final Duration SHORTEST = Duration.ofSeconds(4);

    /** What was on the way at the answer, and early media that end there. */
    private static final Duration SETTLING = Duration.ofMillis(300);

    private static final Duration LONG_ENOUGH_HEARD = Duration.ofSeconds(3);

    /** The first one of the call. */
    static Optional<Silence> of(Call call) {
        return call.reading(Found.class, Found::of).silence();
    }

    private record Found(Optional<Silence> silence) {
        static Found of(Call call) {
            return new Found(TalkWindow.of(call).stream()
                    .filter(TalkWindow::isTwoWay)
                    .filter(window -> window.length().compareTo(SHORTEST) >= 0)
                    .flatMap(window -> Stream.of(false, true)
                            .flatMap(byCaller -> MediaSection.from(byCaller, call).stream()
                                    .flatMap(section -> find(section, window, byCaller).stream())))
                    .filter(silence -> silence.before.isEmpty() || silence.isAfterHold(call))
                    .findFirst());
        }
    }

    private static Optional<Silence> find(MediaSection section, TalkWindow window, boolean byCaller) {
        Instant begin = window.begin().plus(SETTLING);
        boolean silent = section.sent(byCaller).stream().noneMatch(stream -> stream.overlaps(begin, window.end()));
        if (!silent) {
            return Optional.empty();
        }
        return section.spoken(!byCaller).stream()
                .filter(stream -> window.within(stream).compareTo(LONG_ENOUGH_HEARD) >= 0)
                .max(Comparator.comparing(RtpStream::length))
                .map(heard -> new Silence(
                        section,
                        window,
                        byCaller,
                        heard,
                        section.sent(byCaller).stream()
                                .filter(stream -> stream.last().isBefore(begin))
                                .max(Comparator.comparing(RtpStream::last))));
    }

    /**
     * Whose media came before can send, and may have nothing to say: on mute, while it records a message, with a phone that sends
     * no silence. Only after a hold something should come again; it is missed if the other side hangs up.
     */
    private boolean isAfterHold(Call call) {
        return window.isResumed() && call.bye().isPresent() && !HangUps.isBySenderOf(call, silentDescription());
    }

    /** For how long the other side was heard in that time. */
    Duration heardFor() {
        return section.sent(!byCaller).stream()
                .map(window::within)
                .filter(within -> !within.isNegative())
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                .orElseThrow();
    }

    /** The silent side of the section. */
    TrackedMessage silentDescription() {
        return section.side(byCaller).description();
    }

    /** The side that was heard. */
    TrackedMessage heardDescription() {
        return section.side(!byCaller).description();
    }
}
