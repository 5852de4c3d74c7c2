package org.callcause.diagnosis;

/** Who can act on a remedy. */
public enum Audience {
    /** The person who made the call. */
    CALLER,
    /** The person who was called, or whose phone or account it is. */
    USER,
    /** Who runs the phone system: PBX, proxy, SBC, network. */
    ADMIN,
    /** Who runs the trunk or the public network behind it. */
    CARRIER
}
