package org.callcause.message;

/**
 * The value of a CSeq header: {@code 4711 INVITE}.
 *
 * @param number 0 to 2^32-1 (RFC 3261 section 20.16)
 * @param method the method of the request, which a response repeats
 */
public record CSeq(long number, Method method) {
    @Override
    public String toString() {
        return number + " " + method;
    }
}
