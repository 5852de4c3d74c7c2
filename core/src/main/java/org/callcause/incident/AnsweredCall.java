package org.callcause.incident;

import java.util.Objects;

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
}
