package org.callcause.message;

import java.util.Objects;

/**
 * The value of a CSeq header: {@code 4711 INVITE}.
 *
 * @param number 0 to 2^32-1 (RFC 3261 section 20.16)
 * @param method the method of the request, which a response repeats
 */
public record CSeq(long number, Method method) {

    /** Keeps the parts as they are. */
    public CSeq {
        Objects.requireNonNull(method, "method");
    }

    @Override
    public String toString() {
        return number + " " + method;
    }
}
