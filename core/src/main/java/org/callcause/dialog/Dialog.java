package org.callcause.dialog;

import java.util.Optional;
import org.callcause.message.SipMessage;
import org.jspecify.annotations.Nullable;

/**
 * A dialog that an INVITE made: one caller's tag and one callee's tag under a Call-ID (RFC 3261 12). A forked INVITE
 * makes several early ones, of which a 2xx confirms one.
 */
public final class Dialog {

    /** How far a dialog came. */
    public enum State {
        /** A provisional response made it. */
        EARLY,
        /** A 2xx confirmed it. */
        CONFIRMED,
        /** A BYE, or a final response other than a 2xx while it was early, ended it. */
        TERMINATED
    }

    private State state;
    private final TrackedMessage createdBy;
    private @Nullable TrackedMessage confirmedBy;
    private @Nullable TrackedMessage terminatedBy;
    private boolean acknowledged;

    Dialog(TrackedMessage createdBy) {
        this.createdBy = createdBy;
        this.state = State.EARLY;
    }

    /** The From tag of the INVITE. */
    public String callerTag() {
        return createdBy.message().fromTag().orElse("");
    }

    /** The To tag of the response that made the dialog. */
    public String calleeTag() {
        return createdBy.message().toTag().orElse("");
    }

    /** How far it came. */
    public State state() {
        return state;
    }

    /** The response that made it. */
    public TrackedMessage createdBy() {
        return createdBy;
    }

    /** The 2xx that confirmed it. */
    public Optional<TrackedMessage> confirmedBy() {
        return Optional.ofNullable(confirmedBy);
    }

    /** The BYE or the final response that ended it. */
    public Optional<TrackedMessage> terminatedBy() {
        return Optional.ofNullable(terminatedBy);
    }

    /** Whether the 2xx was acknowledged. */
    public boolean isAcknowledged() {
        return acknowledged;
    }

    /** Whether a message of either side carries the two tags. */
    public boolean has(SipMessage message) {
        return message.hasSameTags(createdBy.message());
    }

    /** Whether the message carries the From tag of the INVITE: one side sent both. */
    public boolean isCallerOf(SipMessage message) {
        return message.hasSameFromTag(createdBy.message());
    }

    void confirm(TrackedMessage success) {
        if (confirmedBy == null) {
            confirmedBy = success;
            if (state == State.EARLY) {
                state = State.CONFIRMED;
            }
        }
    }

    void acknowledge() {
        acknowledged = true;
    }

    void terminate(TrackedMessage by) {
        if (terminatedBy == null) {
            terminatedBy = by;
            state = State.TERMINATED;
        }
    }
}
