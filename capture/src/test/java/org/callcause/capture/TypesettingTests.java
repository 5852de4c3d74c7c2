package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs for mails and forums do to the lines of a message. */
class TypesettingTests {

    private static String read(String startLine, String header) {
        return Reading.of(startLine + "\nVia: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK-a1\n" + header
                        + "\nTo: <sip:bob@example.com>\nCall-ID: typeset\nCSeq: 1 INVITE\nContent-Length: 0\n\n")
                .only()
                .message()
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "From: <sip:alice@example.com<mailto:alice@example.com>>;tag=a | From: <sip:alice@example.com>;tag=a",
                "From: <sip:alice@example.com <mailto:sip%3Aalice@example.com>>;tag=a | From: <sip:alice@example.com>;tag=a",
                "Contact: <sip:7a-11@192.0.2.10<mailto:11@192.0.2.10>:5062> | Contact: <sip:7a-11@192.0.2.10:5062>",
                "Contact: <sip:alice@192.0.2.10;ob<mailto:alice@192.0.2.10>> | Contact: <sip:alice@192.0.2.10;ob>",
                "Via: SIP/2.0/UDP 192.0.2.1:5060 <http://192.0.2.1:5060>;branch=z9hG4bK-1 | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-1",
                "From: \u00E2\u0080\u009CAlice\u00E2\u0080\u009D <sip:alice@example.com>;tag=a | From: \"Alice\" <sip:alice@example.com>;tag=a",
                // Not made of what stands before them, or as they were sent.
                "Contact: <mailto:alice@example.com> | Contact: <mailto:alice@example.com>",
                "Call-Info: <http://example.com/a.png>;purpose=icon | Call-Info: <http://example.com/a.png>;purpose=icon",
                "From: \"\u00E2\u0080\u009CAlice\u00E2\u0080\u009D\" <sip:alice@example.com> | From: \"\u00E2\u0080\u009CAlice\u00E2\u0080\u009D\" <sip:alice@example.com>"
            })
    void aHeaderIsReadAsItWasWritten(String pasted, String written) {
        assertThat(read("INVITE sip:bob@example.com SIP/2.0", pasted).getBytes(StandardCharsets.UTF_8))
                .asString(StandardCharsets.ISO_8859_1)
                .contains(written + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "INVITE sip:bob@192.0.2.1<mailto:sip%3Abob@192.0.2.1> SIP/2.0",
        "INVITE sip:bob@192.0.2.1 <mailto:sip%3Abob@192.0.2.1> SIP/2.0"
    })
    void aLinkInTheRequestLineHidesNoMessage(String pasted) {
        assertThat(read(pasted, "From: <sip:alice@example.com>;tag=a"))
                .startsWith("INVITE sip:bob@192.0.2.1 SIP/2.0\r\n");
    }
}
