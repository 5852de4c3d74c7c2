package org.callcause.call;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.RtpStream;

/**
 * What was seen of media by one witness, told in parts of some seconds each: parts that follow each other are one, until a
 * pause. Bounded; what was not heard of for the longest makes room.
 */
public final class MediaParts {

    /** Comfort noise comes at longer intervals than speech, mostly below a second (RFC 3389 4). */
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** Consent is asked for every 5 s, and is lost after 30 s (RFC 7675 5.1). */
    private static final Duration NEXT_CONSENT = Duration.ofSeconds(30);

    private final PartsByWay<RtpStream> streams = new PartsByWay<>(RtpStream::isLike, RtpStream::joinedWith, PAUSE);
    private final PartsByWay<MediaSignal> signals =
            new PartsByWay<>(MediaSignal::isLike, MediaSignal::joinedWith, NEXT_CONSENT);

    /** Nothing was seen yet. */
    public MediaParts() {}

    /** Takes what was seen next. */
    public void add(MediaSighting seen) {
        if (seen instanceof RtpStream stream) {
            streams.add(stream);
        } else if (seen instanceof MediaSignal signal) {
            signals.add(signal);
        }
    }

    /** Whether nothing had to make room. */
    public boolean isComplete() {
        return streams.isComplete() && signals.isComplete();
    }

    /** All that is kept. */
    public List<MediaSighting> all() {
        return Stream.<MediaSighting>concat(streams.all(), signals.all()).toList();
    }

    boolean isEmpty() {
        return streams.isEmpty() && signals.isEmpty();
    }

    PartsByWay<RtpStream> streams() {
        return streams;
    }

    PartsByWay<MediaSignal> signals() {
        return signals;
    }
}
