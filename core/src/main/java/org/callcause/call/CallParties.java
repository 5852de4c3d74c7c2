package org.callcause.call;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.SipMessage;

/** Where a call's messages say who takes part in it. */
final class CallParties {

    private CallParties() {}

    /** The message that names both parties from the caller's side: a request outside a dialog, else what answers it. */
    static Optional<SipMessage> naming(List<Transaction> attempts, List<TrackedMessage> messages) {
        return CallTimes.firstRequest(attempts)
                .or(() -> attempts.stream()
                        .flatMap(attempt -> attempt.responses().stream())
                        .findFirst())
                .or(() -> messages.stream().findFirst())
                .map(TrackedMessage::message);
    }

    /** Every distinct User-Agent and Server value, in the order of first appearance. */
    static Set<String> software(List<TrackedMessage> messages) {
        Set<String> found = new LinkedHashSet<>();
        for (TrackedMessage message : messages) {
            message.message().userAgent().ifPresent(found::add);
        }
        return found;
    }
}
