package org.callcause.diagnosis;

import java.util.Objects;

/**
 * Another reading of the same call that was put behind the diagnosis it belongs to.
 *
 * @param cause the cause it would have been
 * @param title that reading, in one line
 * @param why one sentence that says what in this call puts it behind
 */
public record Alternative(Cause cause, String title, String why) {

    /** Keeps the parts as they are. */
    public Alternative {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(why, "why");
    }
}
