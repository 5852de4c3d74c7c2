package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** Messages for tests, written as their lines. */
final class Messages {
    private Messages() {}

    /** The message made of these lines, each ended by CRLF; the headers end with the last line. */
    static SipMessage parse(String... lines) {
        return parseText(String.join("\r\n", lines) + "\r\n\r\n");
    }

    static SipMessage parseText(String text) {
        return new SipParser().parse(text).orElseThrow();
    }

    /** An INVITE without faults which has these headers too. */
    static SipRequest invite(String... headers) {
        return (SipRequest) parse(concat(
                headers,
                "INVITE sip:bob@biloxi.example.com SIP/2.0",
                "Via: SIP/2.0/UDP pc33.atlanta.example.com;branch=z9hG4bK776asdhds",
                "Max-Forwards: 70",
                "To: Bob <sip:bob@biloxi.example.com>",
                "From: Alice <sip:alice@atlanta.example.com>;tag=1928301774",
                "Call-ID: a84b4c76e66710@pc33.atlanta.example.com",
                "CSeq: 314159 INVITE"));
    }

    /** A final response without faults which has these headers too. */
    static SipResponse response(String statusLine, String... headers) {
        return (SipResponse) parse(concat(
                headers,
                statusLine,
                "Via: SIP/2.0/UDP pc33.atlanta.example.com;branch=z9hG4bK776asdhds",
                "To: Bob <sip:bob@biloxi.example.com>;tag=a6c85cf",
                "From: Alice <sip:alice@atlanta.example.com>;tag=1928301774",
                "Call-ID: a84b4c76e66710@pc33.atlanta.example.com",
                "CSeq: 314159 INVITE"));
    }

    /** The kinds of what is wrong, each of which can also be asked for by itself. */
    static List<DefectKind> kinds(SipMessage message) {
        List<DefectKind> kinds = message.defects().stream().map(Defect::kind).toList();
        for (DefectKind kind : DefectKind.values()) {
            assertThat(message.hasDefect(kind)).as("%s in %s", kind, kinds).isEqualTo(kinds.contains(kind));
        }
        return kinds;
    }

    private static String[] concat(String[] headers, String... lines) {
        return Stream.concat(Stream.of(lines), Stream.of(headers)).toArray(String[]::new);
    }
}
