package org.callcause.rules.rfc3261.rtp;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rules.rfc3261.reading.Sides;

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
            List<MediaSection> sections = MediaSection.of(call);
            return new Found(TalkWindow.of(call).stream()
                    .filter(TalkWindow::isTwoWay)
                    .filter(window -> window.length().compareTo(SHORTEST) >= 0)
                    .flatMap(window -> find(sections, window).stream())
                    .filter(silence -> silence.before.isEmpty() || silence.isHungUpByOther(call))
                    .findFirst());
        }
    }

    private static Optional<Silence> find(List<MediaSection> sections, TalkWindow window) {
        // From the called side on for its own silence, from the caller's for that: where it begins is who is silent.
        for (int i = sections.size() - 1; i >= 0; i--) {
            Optional<Silence> found = find(sections.get(i), window, false);
            if (found.isPresent()) {
                return found;
            }
        }
        return sections.stream()
                .flatMap(section -> find(section, window, true).stream())
                .findFirst();
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
     * Whose media came before can send, and may have had nothing to say: muted, or with a phone that sends no silence. Then it is
     * the other side that hangs up because it hears nothing.
     */
    private boolean isHungUpByOther(Call call) {
        return call.bye()
                .filter(bye -> !Sides.same(call, bye, silentDescription()))
                .isPresent();
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
