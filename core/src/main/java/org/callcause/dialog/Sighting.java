package org.callcause.dialog;

/** What one capture of a message adds to those before it. */
public enum Sighting {
    /** The message was not seen on this hop before. */
    FIRST,
    /** Its sender sent it again, because no answer came or the answer was lost. */
    RETRANSMISSION,
    /** The capture saw one sending twice, as a mirrored port or a capture on two interfaces does. */
    DUPLICATE
}
