package org.callcause.dialog;

import java.time.Duration;
import java.time.Instant;

/** Packets of one kind that went one way between two sockets of media. */
public sealed interface MediaSighting permits RtpStream, MediaSignal {

    /** The socket that sent them. */
    Endpoint from();

    /** The socket that they were sent to. */
    Endpoint to();

    /** How many; 1 or more. */
    long packets();

    /** When the first of them was seen. */
    Instant first();

    /** When the last of them was seen. */
    Instant last();

    /** The same by another clock, which is that much behind. */
    MediaSighting earlierBy(Duration difference);

    /** From the first packet to the last. */
    default Duration length() {
        return Duration.between(first(), last());
    }

    /** Whether some of it lies between these two times. */
    default boolean overlaps(Instant begin, Instant end) {
        return !last().isBefore(begin) && !first().isAfter(end);
    }

    /** How many packets both are of; those seen twice at one time, as by a mirrored port or in two captures, count once. */
    default long packetsWith(MediaSighting other) {
        boolean again = first().isBefore(other.last()) && other.first().isBefore(last());
        return again ? Math.max(packets(), other.packets()) : packets() + other.packets();
    }
}
