package org.callcause.call;

import java.time.Duration;
import java.util.Objects;
import org.callcause.dialog.Endpoint;

/**
 * That the same caller had called the same callee shortly before and was refused. Made by the library.
 *
 * @param callId the Call-ID of the earlier call
 * @param message the number of the message that refused it
 * @param status the status code that refused it
 * @param refusedBy the endpoint that had sent the refusal
 * @param caller the endpoint that had sent the earlier INVITE
 * @param gap from the refusal to the first INVITE of this call
 */
public record EarlierRefusal(
        String callId, long message, int status, Endpoint refusedBy, Endpoint caller, Duration gap) {

    /** Keeps the parts as they are. */
    public EarlierRefusal {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(refusedBy, "refusedBy");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(gap, "gap");
    }
}
