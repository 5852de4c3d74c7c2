package org.callcause.incident;

import java.util.Objects;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.SipRequest;

/**
 * A call at the moment of its answer: that it went through is known long before it ends. Made by the library.
 *
 * @param started the time of its first message, in nanoseconds since 1970-01-01T00:00:00Z
 * @param answered the time of its first 2xx response, in the same unit
 * @param parties who it is between
 */
public record AnsweredCall(long started, long answered, CallParties parties) {

    /** Keeps the parts as they are. */
    public AnsweredCall {
        Objects.requireNonNull(parties, "parties");
    }

    /**
     * Reads the facts.
     *
     * @param first the first message of the call
     * @param answer its first 2xx response, which has a time
     */
    public static AnsweredCall of(CapturedMessage first, CapturedMessage answer) {
        boolean request = first.message() instanceof SipRequest;
        return new AnsweredCall(
                first.hasTime() ? first.nanos() : answer.nanos(),
                answer.nanos(),
                CallParties.of(first.message(), request ? first.from() : first.to(), answer.from()));
    }
}
