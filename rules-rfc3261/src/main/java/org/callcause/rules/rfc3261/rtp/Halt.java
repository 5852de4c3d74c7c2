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
 * That the media of one side stopped in the middle of the talk, those of the other went on, and the one that heard nothing any
 * more hung up. Whoever stops and then hangs up may have been on mute and listened.
 *
 * @param section where, the one nearest to the side that fell silent
 * @param byCaller whether it is the caller's side that fell silent
 * @param last what came from it last
 * @param silence from there to the BYE
 */
record Halt(MediaSection section, boolean byCaller, RtpStream last, Duration silence) {

    /** Longer than comfort noise pauses, and about how long people ask whether somebody is there. */
    private static final Duration SHORTEST = Duration.ofSeconds(6);

    /** What went on until the end. */
    private static final Duration NEAR_THE_END = Duration.ofSeconds(2);

    /** The one of this call. */
    static Optional<Halt> of(Call call) {
        Optional<Instant> bye = call.bye().filter(TrackedMessage::hasTime).map(TrackedMessage::time);
        if (bye.isEmpty()) {
            return Optional.empty();
        }
        boolean hungUpByCaller = Sides.isFromCaller(call, call.bye().orElseThrow());
        List<MediaSection> sections = MediaSection.of(call);
        return TalkWindow.of(call).stream()
                .filter(window ->
                        window.isLast() && window.isTwoWay() && window.end().equals(bye.get()))
                .flatMap(window -> inOrder(sections, hungUpByCaller).stream()
                        .flatMap(section -> find(section, window, !hungUpByCaller).stream()))
                .findFirst();
    }

    /** The sections from the silent side on. */
    private static List<MediaSection> inOrder(List<MediaSection> sections, boolean silentIsCalled) {
        if (!silentIsCalled) {
            return sections;
        }
        return sections.stream()
                .sorted(Comparator.comparingInt((MediaSection section) -> -sections.indexOf(section)))
                .toList();
    }

    private static Optional<Halt> find(MediaSection section, TalkWindow window, boolean byCaller) {
        Instant end = window.end();
        Optional<RtpStream> last = latest(section.sent(byCaller));
        Optional<RtpStream> other = latest(section.sent(!byCaller));
        boolean goesOn = other.filter(stream -> stream.last().isAfter(end.minus(NEAR_THE_END)))
                .isPresent();
        return last.filter(stream -> goesOn && stream.last().isAfter(window.begin()))
                .map(stream -> new Halt(section, byCaller, stream, Duration.between(stream.last(), end)))
                .filter(halt -> halt.silence.compareTo(SHORTEST) >= 0);
    }

    private static Optional<RtpStream> latest(List<RtpStream> streams) {
        return streams.stream().max(Comparator.comparing(RtpStream::last));
    }

    /** The side that fell silent. */
    TrackedMessage silentDescription() {
        return section.side(byCaller).description();
    }

    /** The other. */
    TrackedMessage otherDescription() {
        return section.side(!byCaller).description();
    }
}
