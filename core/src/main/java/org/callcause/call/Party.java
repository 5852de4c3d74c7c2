package org.callcause.call;

/** A side of a call. */
public enum Party {
    /** The side that sent the INVITE. */
    CALLER,
    /** The side that was called: the callee, or an element on the way that answered in its place. */
    CALLEE,
    /** The capture does not show which side. */
    UNKNOWN
}
