package org.callcause.capture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A call that is refused with 486 after ringing, as the server saw it: Alice's phone at 192.0.2.10 calls, 192.0.2.1 is the server. */
final class SampleCall {

    static final String PHONE = "192.0.2.10:5060";

    static final String SERVER = "192.0.2.1:5060";

    static final List<Step> CALL = List.of(
            step(0, true, request("INVITE", "")),
            step(270, false, response("180 Ringing")),
            step(4_364, false, response("486 Busy Here")),
            step(4_370, true, request("ACK", ";tag=b1")));

    private SampleCall() {}

    /**
     * A message and how it went.
     *
     * @param received whether the server received it
     */
    record Step(Instant time, boolean received, String message) {

        String from() {
            return received ? PHONE : SERVER;
        }

        String to() {
            return received ? SERVER : PHONE;
        }

        String way(String in, String out) {
            return received ? in : out;
        }

        String at(String pattern) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                    .withZone(ZoneOffset.UTC)
                    .format(time);
        }

        String lines() {
            return message.replace("\r\n", "\n");
        }

        String linesWithoutBlankOnes() {
            return lines().lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        }

        Step cut() {
            String kept = message.lines()
                    .filter(line -> Stream.of("m=audio", "a=rtpmap", "Server: ", "Content-Length: 0")
                            .noneMatch(line::startsWith))
                    .collect(Collectors.joining("\r\n"));
            return new Step(time, received, kept);
        }

        String firstLine() {
            return message.lines().findFirst().orElseThrow();
        }
    }

    private static Step step(long millis, boolean received, String message) {
        return new Step(Instant.parse("2026-03-02T09:14:05.120Z").plusMillis(millis), received, message);
    }

    private static String request(String method, String toTag) {
        boolean offer = method.equals("INVITE");
        String sdp = String.join(
                "\r\n",
                "v=0",
                "o=alice 1 1 IN IP4 192.0.2.10",
                "s=-",
                "c=IN IP4 192.0.2.10",
                "t=0 0",
                "m=audio 4000 RTP/AVP 0",
                "a=rtpmap:0 PCMU/8000",
                "");
        return method + " sip:bob@192.0.2.1 SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-a1;rport\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: \"Alice\" <sip:alice@example.com>;tag=a1\r\n"
                + "To: <sip:bob@example.com>" + toTag + "\r\n"
                + "Call-ID: busy-1@192.0.2.10\r\n"
                + "CSeq: 1 " + method + "\r\n"
                + "Contact: <sip:alice@192.0.2.10:5060>\r\n"
                + (offer ? "Content-Type: application/sdp\r\n" : "")
                + "Content-Length: " + (offer ? sdp.length() : 0) + "\r\n\r\n"
                + (offer ? sdp : "");
    }

    private static String response(String status) {
        return "SIP/2.0 " + status + "\r\n"
                + "Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-a1;received=192.0.2.10;rport=5060\r\n"
                + "From: \"Alice\" <sip:alice@example.com>;tag=a1\r\n"
                + "To: <sip:bob@example.com>;tag=b1\r\n"
                + "Call-ID: busy-1@192.0.2.10\r\n"
                + "CSeq: 1 INVITE\r\n"
                + "Server: ExampleSwitch 2.1\r\n"
                + "Content-Length: 0\r\n\r\n";
    }

    /** The address alone. */
    static String host(String endpoint) {
        return endpoint.substring(0, endpoint.indexOf(':'));
    }

    /** Address and port as tcpdump writes them. */
    static String dotted(String endpoint) {
        return endpoint.replace(':', '.');
    }
}
