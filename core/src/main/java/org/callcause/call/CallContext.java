package org.callcause.call;

/** What a call is for. The same status code is read differently in each. */
public enum CallContext {
    /** An ordinary call with audio. */
    VOICE,
    /** A call that offers video. */
    VIDEO,
    /** A facsimile or another image session. */
    FAX,
    /** The new call of a transfer: it replaces another, or names who referred it (RFC 3891, RFC 3892). */
    TRANSFER,
    /** An invitation to a conference, or from one (RFC 4579: the focus marks its Contact with {@code isfocus}). */
    CONFERENCE,
    /** An invitation to share a screen or an application, without audio. */
    SHARING,
    /** A registration or another exchange that is not a call. */
    SIGNALLING,
    /** The capture does not show the invitation or what it offered. */
    UNKNOWN
}
