package org.callcause.cli;

/** Traces as ngrep prints them. */
final class Traces {

    private Traces() {}

    /** A call that a phone refuses after 4.25 s of ringing. */
    static String declined(String callId) {
        return message("10:00:00.000", true, "INVITE sip:2000@example.com SIP/2.0", callId, "1 INVITE")
                + message("10:00:00.250", false, "SIP/2.0 180 Ringing", callId, "1 INVITE")
                + message("10:00:04.500", false, "SIP/2.0 603 Decline", callId, "1 INVITE")
                + message("10:00:04.510", true, "ACK sip:2000@example.com SIP/2.0", callId, "1 ACK");
    }

    /** A call that is answered and lasts a minute. */
    static String answered(String callId) {
        return message("10:01:00.000", true, "INVITE sip:2000@example.com SIP/2.0", callId, "1 INVITE")
                + message("10:01:02.000", false, "SIP/2.0 200 OK", callId, "1 INVITE")
                + message("10:01:02.010", true, "ACK sip:2000@example.com SIP/2.0", callId, "1 ACK")
                + message("10:02:02.010", true, "BYE sip:2000@example.com SIP/2.0", callId, "2 BYE")
                + message("10:02:02.020", false, "SIP/2.0 200 OK", callId, "2 BYE");
    }

    /** A call whose phone is asked for credentials and gives none. */
    static String challenged(String callId) {
        return message("10:00:00.000", true, "INVITE sip:2000@example.com SIP/2.0", callId, "1 INVITE")
                + message("10:00:00.020", false, "SIP/2.0 407 Proxy Authentication Required", callId, "1 INVITE")
                + message("10:00:00.030", true, "ACK sip:2000@example.com SIP/2.0", callId, "1 ACK");
    }

    private static String message(String time, boolean fromPhone, String start, String callId, String sequence) {
        String path = fromPhone ? "192.0.2.1:5060 -> 192.0.2.2:5060" : "192.0.2.2:5060 -> 192.0.2.1:5060";
        String toTag = start.startsWith("INVITE") ? "" : ";tag=b1";
        String branch = start.startsWith("ACK") ? "1 INVITE" : sequence;
        return "U 2026/11/21 " + time + "000 " + path + "\n"
                + start + "\n"
                + "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK" + callId + branch.replace(' ', '-') + "\n"
                + "From: <sip:1000@example.com>;tag=a1\n"
                + "To: <sip:2000@example.com>" + toTag + "\n"
                + "Call-ID: " + callId + "\n"
                + "CSeq: " + sequence + "\n"
                + "Content-Length: 0\n"
                + "\n\n";
    }
}
