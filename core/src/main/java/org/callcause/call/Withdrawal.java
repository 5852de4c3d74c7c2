package org.callcause.call;

import java.util.Optional;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;

/** How the caller takes back an INVITE that nobody has answered. */
final class Withdrawal {

    private static final int REQUEST_TERMINATED = 487;

    private Withdrawal() {}

    /**
     * The CANCEL; or the BYE of the caller in an early dialog, after which the called side answers the INVITE with 487
     * (RFC 3261 15, 15.1.2). A BYE alone may as well end a call whose answer was not captured.
     */
    static Optional<TrackedMessage> of(Transaction attempt, Optional<TrackedMessage> bye) {
        return attempt.cancelledBy()
                .flatMap(Transaction::request)
                .or(() -> bye.filter(sent -> takesBack(sent, attempt)));
    }

    private static boolean takesBack(TrackedMessage bye, Transaction attempt) {
        return attempt.isFromSenderOf(bye.message())
                && attempt.finalResponse()
                        .filter(response -> response.status() == REQUEST_TERMINATED && response.index() > bye.index())
                        .isPresent();
    }
}
