package org.callcause.dialog;

import java.util.Optional;
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

    private final String callerTag;
    private final String calleeTag;
    private State state;
    private final TrackedMessage createdBy;
    private @Nullable TrackedMessage confirmedBy;
    private @Nullable TrackedMessage terminatedBy;
    private boolean acknowledged;

    Dialog(String callerTag, String calleeTag, TrackedMessage createdBy) {
        this.callerTag = callerTag;
        this.calleeTag = calleeTag;
        this.createdBy = createdBy;
        this.state = State.EARLY;
    }

    /** The From tag of the INVITE. */
    public String callerTag() {
        return callerTag;
    }

    /** The To tag of the response that made the dialog. */
    public String calleeTag() {
        return calleeTag;
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

    boolean isBetween(String oneTag, String otherTag) {
        return (callerTag.equals(oneTag) && calleeTag.equals(otherTag))
                || (callerTag.equals(otherTag) && calleeTag.equals(oneTag));
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
