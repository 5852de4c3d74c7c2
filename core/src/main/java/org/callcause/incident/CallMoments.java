package org.callcause.incident;

/**
 * When things happened in a call. Moments are nanoseconds since 1970-01-01T00:00:00Z, lengths are nanoseconds.
 *
 * @param start the first message
 * @param settled the final response that decided, or the last message where none came
 * @param end the last message
 * @param postDialDelay from the first INVITE to the first sign of ringing or the answer, or {@link #ABSENT}
 * @param ringTime from the first sign of ringing to its end, or {@link #ABSENT}
 * @param talkTime from the answer to the BYE, or {@link #ABSENT}
 * @param sessionInterval how long the session lasts without a refresh, as the answer says (RFC 4028), or {@link #ABSENT}
 */
public record CallMoments(
        long start, long settled, long end, long postDialDelay, long ringTime, long talkTime, long sessionInterval) {

    /** Stands for a length that the capture does not show. */
    public static final long ABSENT = -1;
}
