package org.callcause.report;

import java.util.List;
import java.util.Optional;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.TransportFailure;

/** What the transport says of the messages of a call that it could not deliver. */
final class Undelivered {

    private final List<TrackedMessage> messages;
    private final List<TransportFailure> failures;

    Undelivered(List<TrackedMessage> messages, List<TransportFailure> failures) {
        this.messages = messages;
        this.failures = failures;
    }

    /** The message that a failure is about: that very one or, where it was copied since, the first that it concerns. */
    Optional<TrackedMessage> message(TransportFailure failure) {
        return messages.stream()
                .filter(tracked -> tracked.message().equals(failure.message()))
                .findFirst()
                .or(() -> messages.stream()
                        .filter(tracked -> failure.concerns(tracked.message()))
                        .findFirst());
    }

    /** What is said of this message, each thing once. */
    List<String> said(TrackedMessage message) {
        return failures.stream()
                .filter(failure -> message(failure).filter(message::equals).isPresent())
                .map(Undelivered::sentence)
                .distinct()
                .toList();
    }

    private static String sentence(TransportFailure failure) {
        String reporter = failure.reporter().map(Endpoint::toString).orElse("its sender");
        return "not delivered (" + failure.kind().word() + "), says "
                + Wording.printable(reporter + ": " + failure.words());
    }
}
