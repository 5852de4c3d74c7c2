package org.callcause.capture.path;

import java.nio.charset.StandardCharsets;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;

/** Messages as a log holds them, in the few words that paths are worked out from. */
final class LogLines {

    private static final SipParser PARSER = new SipParser();

    private LogLines() {}

    /**
     * A message of which the log tells no end.
     *
     * @param start {@code INVITE sip:bob@example.com} or {@code 200 OK}
     * @param headers {@code Via: 192.0.2.10;branch=a}, where protocol and transport are filled in, and others
     */
    static CapturedMessage message(String start, String... headers) {
        return between(Endpoint.UNKNOWN, Endpoint.UNKNOWN, start, headers);
    }

    /** A message of which the log tells the ends that are known. */
    static CapturedMessage between(Endpoint from, Endpoint to, String start, String... headers) {
        return CapturedMessage.untimed(1, from, to, Transport.UDP, sip(start, headers));
    }

    static SipMessage sip(String start, String... headers) {
        boolean response = Character.isDigit(start.charAt(0));
        String method = response ? "INVITE" : start.substring(0, start.indexOf(' '));
        StringBuilder text = new StringBuilder(response ? "SIP/2.0 " + start : start + " SIP/2.0").append("\r\n");
        for (String header : headers) {
            text.append(header.replace("Via: ", "Via: SIP/2.0/UDP ")).append("\r\n");
        }
        text.append("Call-ID: path\r\nCSeq: 1 ").append(method).append("\r\n\r\n");
        return PARSER.parse(text.toString().getBytes(StandardCharsets.ISO_8859_1))
                .orElseThrow();
    }

    static Endpoint at(String host, int port) {
        return new Endpoint(host, port);
    }
}
