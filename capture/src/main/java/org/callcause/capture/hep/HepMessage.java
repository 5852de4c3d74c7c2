package org.callcause.capture.hep;

import java.util.Objects;
import java.util.Optional;
import org.callcause.dialog.CapturedMessage;

/**
 * A SIP message as an agent sent it. Made by the library.
 *
 * @param message the message with its endpoints; its time is the agent's, or ours where the agent's clock is wrong
 * @param captureAgent the number of the agent; 0 if it does not say
 * @param correlationId what the agent says that belongs together
 */
public record HepMessage(CapturedMessage message, long captureAgent, Optional<String> correlationId) {

    /** Keeps the parts as they are. */
    public HepMessage {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(correlationId, "correlationId");
    }
}
