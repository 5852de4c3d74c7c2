package org.callcause.capture;

/** Small SIP messages for the packets and texts of the tests. */
final class Sip {

    private Sip() {}

    /** An INVITE without a body. */
    static String invite(String callId) {
        return request("INVITE", callId, "");
    }

    /** A request with a body of the type text/plain, or with none. */
    static String request(String method, String callId, String body) {
        return method + " sip:bob@example.com SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-" + callId + "\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: <sip:alice@example.com>;tag=a1\r\n"
                + "To: <sip:bob@example.com>\r\n"
                + "Call-ID: " + callId + "\r\n"
                + "CSeq: 1 " + method + "\r\n"
                + (body.isEmpty() ? "" : "Content-Type: text/plain\r\n")
                + "Content-Length: " + body.length() + "\r\n"
                + "\r\n"
                + body;
    }

    /** A response to the INVITE of the same Call-ID. */
    static String response(String statusLine, String callId) {
        return "SIP/2.0 " + statusLine + "\r\n"
                + "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-" + callId + "\r\n"
                + "From: <sip:alice@example.com>;tag=a1\r\n"
                + "To: <sip:bob@example.com>;tag=b1\r\n"
                + "Call-ID: " + callId + "\r\n"
                + "CSeq: 1 INVITE\r\n"
                + "Content-Length: 0\r\n"
                + "\r\n";
    }

    /** An INVITE whose headers and body together are longer than one packet. */
    static String longInvite(String callId) {
        return request("INVITE", callId, "0123456789abcd\r\n".repeat(150));
    }

    /** The message as logs write it that end lines with a line feed alone. */
    static String lineFeeds(String sip) {
        return sip.replace("\r\n", "\n");
    }
}
