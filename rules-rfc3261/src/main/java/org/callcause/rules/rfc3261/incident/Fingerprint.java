package org.callcause.rules.rfc3261.incident;

/** What usually ends a conversation after a certain time, what to do, and what would prove it. */
enum Fingerprint {
    HALF_MINUTE(
            "a timer of half a minute",
            "half a minute is the usual time after which a gateway or a client hangs up when it receives no media, and"
                    + " the length of some announcements",
            "let media pass in both directions: addresses in the SDP, firewall, NAT, and the media timeout of whoever"
                    + " hangs up",
            "a capture with RTP of one such call: media in one direction only, or in none, until the BYE; and the"
                    + " Reason header of the BYE"),
    TRANSACTION(
            "the answer was not acknowledged",
            "32 s is 64·T1: the called side sends its 200 again and again, gets no ACK, and hangs up (RFC 3261"
                    + " 13.3.1.4)",
            "let the ACK find its way: the Contact of the 200 and the Record-Route of the proxies must be reachable"
                    + " from the caller, through NAT and firewall",
            "the 200 sent again several times in such a call, and on which side of which element the ACK is missing"),
    MINUTE(
            "a timer of a minute",
            "a minute is a usual time after which a gateway hangs up when it receives no media, and the length of some"
                    + " announcements and prepaid units",
            "let media pass in both directions, and look at the media timeout of whoever hangs up",
            "a capture with RTP of one such call, and the Reason header of the BYE"),
    QUARTER(
            "a timer of a quarter of an hour",
            "a quarter of an hour is half of the usual session interval of 1,800 s, when a refresh is due, and a usual"
                    + " age at which firewalls forget a connection",
            "look for a re-INVITE or UPDATE at that moment and at what became of it; lengthen the idle time of the"
                    + " firewall for SIP over TCP, or keep the connection alive",
            "the last minute before the BYE of one such call on both sides of the firewall"),
    HALF_HOUR(
            "a timer of half an hour",
            "half an hour is the usual session interval: a session that nobody refreshes ends then (RFC 4028 10)",
            "let refreshes pass, or agree on who sends them: both sides must support timer",
            "Session-Expires and its refresher in the 200 of one such call, and whether a refresh was sent"),
    HOUR(
            "a timer of an hour",
            "an hour is a usual limit of carriers and of calling plans, and the age at which some firewalls and NATs"
                    + " drop a connection",
            "ask the carrier for its longest call, and look at the idle time of the firewall for SIP over TCP or TLS",
            "the Reason header of the BYE, and who sends it"),
    NO_REFRESH(
            "the session was not refreshed",
            "that is the moment at which a side hangs up that has waited in vain for the other's refresh: the end of"
                    + " the session interval, or 32 s before it, a third of it for short ones (RFC 4028 10)",
            "find out why the refresher does not refresh or why its refresh does not arrive; a firewall that forgot the"
                    + " connection is the usual reason",
            "the refresher parameter in the 200, and whether a re-INVITE or UPDATE was sent at half the interval"),
    REFRESH_REFUSED(
            "the refresh of the session fails",
            "that is half of the session interval, when the refresher sends its re-INVITE or UPDATE (RFC 4028 7.2)",
            "look at what the refresh got for an answer, and let the other side accept it",
            "the answer to the re-INVITE or UPDATE just before the BYE"),
    REFRESH_LOST(
            "nobody answers the refresh of the session",
            "that is half of the session interval, when the refresh is sent, and the 32 s after which it is given up",
            "let the re-INVITE or UPDATE within the dialog reach the other side: Contact, Record-Route, NAT",
            "the re-INVITE or UPDATE sent again until the BYE, and where it gets lost");

    private final String title;
    private final String usualCause;
    private final String remedy;
    private final String proof;

    Fingerprint(String title, String usualCause, String remedy, String proof) {
        this.title = title;
        this.usualCause = usualCause;
        this.remedy = remedy;
        this.proof = proof;
    }

    /** Whether only one mechanism takes just so long. */
    boolean isOfOneCause() {
        return switch (this) {
            case TRANSACTION, NO_REFRESH, REFRESH_REFUSED, REFRESH_LOST -> true;
            case HALF_MINUTE, MINUTE, QUARTER, HALF_HOUR, HOUR -> false;
        };
    }

    String title() {
        return title;
    }

    String usualCause() {
        return usualCause;
    }

    String remedy() {
        return remedy;
    }

    String proof() {
        return proof;
    }
}
