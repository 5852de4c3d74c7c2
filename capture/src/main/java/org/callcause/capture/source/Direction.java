package org.callcause.capture.source;

/** Which way a message went, seen from the element that wrote the log. */
public enum Direction {
    /** The element sent it. */
    SENT,
    /** The element received it. */
    RECEIVED,
    /** The source did not tell. */
    UNKNOWN
}
