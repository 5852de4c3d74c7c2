package org.callcause.capture.source;

import java.util.Optional;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.FailedConnection;

/** Which message it is that was not delivered, as far as whoever tells of it says. */
@FunctionalInterface
public interface UndeliveredMessage {

    /** Whether it may be this message, one of the latest of the input. The latest one that may be it is taken. */
    boolean mayBe(CapturedMessage message);

    /**
     * The same for a message of a log, which may tell the direction where it does not tell the ends. It is asked of the latest
     * message first.
     */
    default boolean mayBe(CapturedMessage message, Direction direction) {
        return mayBe(message);
    }

    /** Where it is none of them: the connection that could not be opened for it, of a client that is not known. */
    default Optional<FailedConnection> connection() {
        return Optional.empty();
    }
}
