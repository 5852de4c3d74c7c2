package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.message.Messages.invite;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that arrives byte by byte is measured as if it had come at once. */
class SipFramerTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INFO sip:x@example.com SIP/2.0\r\nl: 5\r\n\r\nhello",
                "\r\n\r\nINFO sip:x@example.com SIP/2.0\r\nContent-Length: 5\r\n\r\nhello",
                "INFO sip:x@example.com SIP/2.0\r\nSubject: in\r\n three\r\n\tlines\r\nl:\r\n 5\r\n\r\nhello",
                "INFO sip:x@example.com SIP/2.0\nl: 5\n\nhello",
                "INFO sip:x@example.com SIP/2.0\r\nl: 5\r\nl: 6\r\n\r\n",
                "INFO sip:x@example.com SIP/2.0\r\nl: five\r\n\r\n",
                "INFO sip:x@example.com SIP/2.0\r\nl: 99999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n"
            })
    void everyPieceIsMeasuredAsTheWhole(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        SipFramer framer = new SipFramer();
        for (int length = 1; length <= bytes.length; length++) {
            int measured = framer.messageLength(bytes, 0, length);

            assertThat(measured)
                    .as("%d of %d bytes", length, bytes.length)
                    .isEqualTo(SipFraming.messageLength(bytes, 0, length));
            if (measured != 0) {
                return;
            }
        }
    }

    @Test
    void theNextMessageIsMeasuredAnew() {
        byte[] first = invite().text().getBytes(StandardCharsets.UTF_8);
        byte[] second = "INFO sip:x@example.com SIP/2.0\r\nl: 5\r\n\r\nhello".getBytes(StandardCharsets.UTF_8);
        SipFramer framer = new SipFramer();

        assertThat(framer.messageLength(first, 0, first.length - 1)).isZero();
        assertThat(framer.messageLength(first, 0, first.length)).isEqualTo(first.length);
        assertThat(framer.messageLength(second, 0, second.length)).isEqualTo(second.length);
    }

    @Test
    void anUnfinishedMessageCanBeForgotten() {
        byte[] first = "INFO sip:x@example.com SIP/2.0\r\nl: 500\r\n\r\nhel".getBytes(StandardCharsets.UTF_8);
        byte[] second = "INFO sip:x@example.com SIP/2.0\r\nl: 5\r\n\r\nhello".getBytes(StandardCharsets.UTF_8);
        SipFramer framer = new SipFramer();
        framer.messageLength(first, 0, first.length);
        framer.forget();

        assertThat(framer.messageLength(second, 0, second.length)).isEqualTo(second.length);
    }
}
