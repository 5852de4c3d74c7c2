package org.callcause.rules.teams.recognition;

import org.callcause.diagnosis.Origin;

/** What an endpoint is in a call with Teams. */
public enum Role {
    /** Microsoft's SIP proxy, and all that stands behind it: the service, the Teams user and the user's clients. */
    MICROSOFT("Microsoft's side"),
    /** The session border controller that is paired with Microsoft's proxy. */
    SBC("your SBC"),
    /** What the SBC is connected to on its other side. */
    CARRIER("the carrier"),
    /** A telephone that names itself. */
    PHONE("the phone"),
    /** Not seen in this call. */
    UNKNOWN(Origin.UNKNOWN.party());

    private final String party;

    Role(String party) {
        this.party = party;
    }

    /** As findings say it. */
    public String party() {
        return party;
    }
}
