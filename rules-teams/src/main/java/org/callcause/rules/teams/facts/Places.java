package org.callcause.rules.teams.facts;

import java.util.Locale;

/** Where to look next, in Microsoft's own words: for the administrator a place and the field to read there. */
public final class Places {

    /** How Microsoft itself labels the end. */
    public static final String USAGE_REPORT =
            "For the administrator: Teams admin center, PSTN usage report, tab Direct Routing, at the time of this"
                    + " call: Final SIP code, Final Microsoft subcode and Final SIP phrase";

    /** Which leg ended the call. */
    public static final String CALL_FLOW =
            "For the administrator: the SIP call flow of this call in the PSTN usage report, beside the SBC's log of"
                    + " the same minute: which side sent the final response";

    /** The user's own calls. */
    public static final String CALL_ANALYTICS =
            "For the administrator: Teams admin center, the user's Call history (Call Analytics, last 30 days): device,"
                    + " network and connectivity of this call beside a good one";

    /** Quality over many calls. */
    public static final String CALL_QUALITY =
            "For the administrator: Call Quality Dashboard, PSTN Call End Sub Reason and Media Failure Type of the"
                    + " calls over this trunk";

    /** Who gets marked first. */
    public static final String TRAFFIC_PRIORITY =
            "For the administrator: QoS of the clients and of the way to the SBC, audio from ports 50000 to 50019"
                    + " marked DSCP 46";

    /** Meetings that go on. */
    public static final String REAL_TIME_ANALYTICS =
            "For the administrator: real-time analytics of the meeting while it goes on: loss, jitter and round trip"
                    + " of the participant";

    /** The trunk over time. */
    public static final String HEALTH_DASHBOARD =
            "For the administrator: Health Dashboard for Direct Routing, SIP options status and network effectiveness"
                    + " ratio of this SBC";

    /** One account or all. */
    public static final String COLLEAGUE =
            "For the user: let a colleague call the same target; if that fails too, it is no matter of your phone or"
                    + " account";

    /** The other direction of the same trunk. */
    public static final String OUTSIDE_CALLER =
            "For the user: let somebody call you from a mobile phone; if no call from outside arrives, it is no matter"
                    + " of your phone or account";

    /** One client or all. */
    public static final String OTHER_CLIENT =
            "For the user: call the same target from another client (desktop, web, mobile, desk phone); if only one"
                    + " fails, it is that client";

    /** Declined or never rang. */
    public static final String FAR_SIDE =
            "For the user: ask the other side whether the call was seen, which parts declined from never rang";

    /** Rules of ringing. */
    public static final String FORWARDING =
            "For the user: Teams settings, Calls: call forwarding and simultaneous ring of the called user";

    /** State of a desk phone. */
    public static final String SIGN_IN_AGAIN =
            "For the user: sign out of the Teams phone and in again, then make one internal and one external call";

    /** The way of the transfer or its target. */
    public static final String DIRECT_OR_TRANSFER =
            "For the user: call the target directly, then transfer one call to it; what fails of the two is what to"
                    + " look at";

    private Places() {}

    /** The place itself, where it is plain whom it is for. */
    public static String place(String forWhom) {
        String place = forWhom.substring(forWhom.indexOf(": ") + 2);
        return place.substring(0, 1).toUpperCase(Locale.ROOT) + place.substring(1);
    }

    /** What only the administrator of the trunk can look up. */
    public static String administrator(String what) {
        return "For the administrator: " + what;
    }

    /** What the user can find out without any of that. */
    public static String user(String what) {
        return "For the user: " + what;
    }
}
