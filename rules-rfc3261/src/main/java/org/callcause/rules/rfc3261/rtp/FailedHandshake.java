package org.callcause.rules.rfc3261.rtp;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.MediaSignal.Kind;
import org.callcause.dialog.TrackedMessage;

/**
 * That the handshake of DTLS did not come to its end, and one side sent no media: without it nobody has a key for them
 * (RFC 5764).
 *
 * @param unheard the side that the signal came from
 * @param how what went wrong
 * @param signal what shows it
 */
record FailedHandshake(Unheard unheard, How how, MediaSignal signal) {

    /** What went wrong. */
    enum How {
        /** One side gave it up with a fatal alert. */
        ALERT,
        /** The ClientHello came again and again, and nothing came back. */
        UNANSWERED,
        /** What came back did not stop the ClientHello from coming again. */
        ANSWER_NOT_HEARD
    }

    /** RFC 9147 5.8.1: it is sent again after one second, then after two more. */
    private static final int SEVERAL = 3;

    private static final Duration FOR_LONG = Duration.ofSeconds(3);

    /** The first of the call. */
    static Optional<FailedHandshake> of(Call call) {
        return call.rtp().signals().isEmpty()
                ? Optional.empty()
                : Unheard.of(call)
                        .flatMap(unheard -> find(unheard).stream())
                        .min(Comparator.comparing(FailedHandshake::how));
    }

    private static Optional<FailedHandshake> find(Unheard unheard) {
        MediaSection section = unheard.section();
        if (!section.side(true).usesDtls() || !section.side(false).usesDtls()) {
            return Optional.empty();
        }
        boolean byCaller = unheard.byCaller();
        Optional<MediaSignal> alert = latest(section.signals(byCaller, Kind.DTLS_ALERT));
        boolean done = hasKeys(section, byCaller) && hasKeys(section, !byCaller);
        if (alert.isPresent() && !done) {
            return Optional.of(new FailedHandshake(unheard, How.ALERT, alert.get()));
        }
        return latest(section.signals(byCaller, Kind.CLIENT_HELLO))
                .filter(hello -> hello.packets() >= SEVERAL
                        && hello.length().compareTo(FOR_LONG) >= 0
                        && hello.last().isAfter(unheard.window().begin())
                        && !hasKeys(section, byCaller))
                .flatMap(hello -> how(hello, section.signals(!byCaller, Kind.SERVER_HELLO))
                        .map(how -> new FailedHandshake(unheard, how, hello)));
    }

    private static Optional<How> how(MediaSignal hello, List<MediaSignal> answers) {
        Optional<Instant> answered = answers.stream().map(MediaSignal::first).min(Comparator.naturalOrder());
        if (answered.isEmpty()) {
            return Optional.of(How.UNANSWERED);
        }
        return answered.filter(time -> time.plus(FOR_LONG).isBefore(hello.last()))
                .map(time -> How.ANSWER_NOT_HEARD);
    }

    private static boolean hasKeys(MediaSection section, boolean caller) {
        return !section.signals(caller, Kind.DTLS_PROTECTED).isEmpty();
    }

    private static Optional<MediaSignal> latest(List<MediaSignal> signals) {
        return signals.stream().max(Comparator.comparing(MediaSignal::last));
    }

    /** The side that the signal came from. */
    TrackedMessage sender() {
        return unheard.section().side(unheard.byCaller()).description();
    }

    /** The side that it was sent to. */
    TrackedMessage receiver() {
        return unheard.section().side(!unheard.byCaller()).description();
    }
}
