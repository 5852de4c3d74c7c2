package org.callcause.rules.rfc3261.rtp;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Reason;
import org.callcause.rules.rfc3261.reading.HangUps;
import org.callcause.rules.rfc3261.reading.Sides;

/**
 * That the media of one side stopped in the middle of the talk, those of the other went on, and the one that heard nothing any
 * more ended the call. That alone is no fault: a mailbox that records sends nothing, nor does a phone on mute or one that sends
 * no silence. It is one where the end is that of a timer of media.
 *
 * @param section where, the one nearest to the side that fell silent
 * @param byCaller whether it is the caller's side that fell silent
 * @param last what came from it last
 * @param silence from there to the BYE
 * @param end what tells that a timer ended it
 */
record Halt(MediaSection section, boolean byCaller, RtpStream last, Duration silence, End end) {

    /** How a call ended of which the media of one side had stopped. */
    enum End {
        /** The BYE says so. */
        SAID_TIMEOUT,
        /** The silence was as long as such timers are set to. */
        AT_A_ROUND_TIME,
        /** As any call ends. */
        ORDINARY
    }

    /** Shorter is a pause of speech, and no device waits so little. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** What went on until the end. */
    private static final Duration NEAR_THE_END = Duration.ofSeconds(2);

    /** What such timers are mostly set to, in seconds; with more of them chance would tell as much. */
    private static final List<Integer> TIMERS = List.of(30, 60, 120, 300);

    /** Most devices look at such a timer once a second. */
    private static final Duration LOOKS_EVERY = Duration.ofMillis(1_100);

    /** Asterisk ends a call with it whose rtptimeout ran out. */
    private static final int NO_CHANNEL = 44;

    /** The one of this call. */
    static Optional<Halt> of(Call call) {
        Optional<TrackedMessage> bye = call.bye().filter(TrackedMessage::hasTime);
        if (bye.isEmpty()) {
            return Optional.empty();
        }
        boolean silentIsCaller = !Sides.isFromCaller(call, bye.get());
        return TalkWindow.of(call).stream()
                .filter(window -> window.isLast()
                        && window.isTwoWay()
                        && window.end().equals(bye.get().time()))
                .flatMap(window -> MediaSection.from(silentIsCaller, call).stream()
                        .flatMap(section -> find(section, window, silentIsCaller, bye.get())))
                .findFirst();
    }

    private static Stream<Halt> find(MediaSection section, TalkWindow window, boolean byCaller, TrackedMessage bye) {
        Instant end = window.end();
        boolean goesOn = latest(section.sent(!byCaller))
                .filter(stream -> stream.last().isAfter(end.minus(NEAR_THE_END)))
                .isPresent();
        return latest(section.sent(byCaller)).stream()
                .filter(stream -> goesOn && stream.last().isAfter(window.begin()))
                .map(stream -> {
                    Duration silence = Duration.between(stream.last(), end);
                    return new Halt(section, byCaller, stream, silence, end(bye, silence));
                })
                .filter(halt -> halt.silence.compareTo(SHORTEST) >= 0);
    }

    private static End end(TrackedMessage bye, Duration silence) {
        if (HangUps.isMediaTimeout(bye.message())
                || Reason.causes(bye.message().reasons(), "Q.850").anyMatch(cause -> cause == NO_CHANNEL)) {
            return End.SAID_TIMEOUT;
        }
        boolean round = TIMERS.stream()
                .map(seconds -> silence.minusSeconds(seconds))
                .anyMatch(late -> !late.isNegative() && late.compareTo(LOOKS_EVERY) <= 0);
        return round ? End.AT_A_ROUND_TIME : End.ORDINARY;
    }

    private static Optional<RtpStream> latest(List<RtpStream> streams) {
        return streams.stream().max(Comparator.comparing(RtpStream::last));
    }

    /** The side that fell silent. */
    TrackedMessage silentDescription() {
        return section.side(byCaller).description();
    }
}
