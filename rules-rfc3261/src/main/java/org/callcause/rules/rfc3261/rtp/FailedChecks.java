package org.callcause.rules.rfc3261.rtp;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.MediaSignal.Kind;
import org.callcause.dialog.TrackedMessage;

/**
 * That no connectivity check of one side was answered with success (RFC 8445 7.2.5), and it sent no media: it knows no socket at
 * which it reaches the other.
 *
 * @param unheard that side
 * @param checks what it sent
 * @param refusals what refused some of them
 * @param bothCheck whether the other side sent some too
 * @param inView whether the capture shows every way that the media could take
 */
record FailedChecks(
        Unheard unheard, List<MediaSignal> checks, List<MediaSignal> refusals, boolean bothCheck, boolean inView) {

    /** RFC 8489 6.2.1: the first ones of a request are all sent within two seconds. */
    private static final int SEVERAL = 3;

    /** RFC 8840 4.4: candidates that come by and by, which the session descriptions do not name. */
    private static final String TRICKLED = "application/trickle-ice-sdpfrag";

    /** The first of the call. */
    static Optional<FailedChecks> of(Call call) {
        return call.rtp().signals().isEmpty() || isTrickled(call)
                ? Optional.empty()
                : Unheard.of(call).flatMap(unheard -> find(unheard).stream()).findFirst();
    }

    private static boolean isTrickled(Call call) {
        return call.messages().stream()
                .map(TrackedMessage::message)
                .anyMatch(message ->
                        message.contentType().filter(TRICKLED::equals).isPresent());
    }

    private static Optional<FailedChecks> find(Unheard unheard) {
        MediaSection section = unheard.section();
        boolean byCaller = unheard.byCaller();
        FailedChecks failed = new FailedChecks(
                unheard,
                section.signals(byCaller, Kind.CHECK),
                section.signals(!byCaller, Kind.CHECK_REFUSED),
                !section.signals(!byCaller, Kind.CHECK).isEmpty(),
                section.showsEveryWay());
        boolean goesOn = failed.checks.stream()
                .anyMatch(check -> check.last().isAfter(unheard.window().begin()));
        boolean ice = section.side(true).usesIce() && section.side(false).usesIce();
        return Optional.of(failed)
                .filter(any -> ice && goesOn && any.sent() >= SEVERAL && !section.isAnswered(byCaller));
    }

    long sent() {
        return checks.stream().mapToLong(MediaSignal::packets).sum();
    }

    /** The side whose checks they are. */
    TrackedMessage checking() {
        return unheard.section().side(unheard.byCaller()).description();
    }

    /** The side that was to answer. */
    TrackedMessage checked() {
        return unheard.section().side(!unheard.byCaller()).description();
    }
}
