package org.callcause.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.message.SipFraming;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as one message. */
class MessageFuzzTests {

    /** What would lengthen, end or change almost any message if it were read. */
    private static final byte[] SURROUNDINGS = "\"\r\n\r\n7>;tag=x\r\nl: 9\r\n ,".getBytes(StandardCharsets.UTF_8);

    private final SipParser parser = new SipParser();

    static Stream<byte[]> seeds() {
        return Seeds.messages();
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        "\\x0D\\x0A",
        "SIP/2.0",
        "Via: ",
        ";branch=z9hG4bK",
        "Content-Length: ",
        "multipart/mixed;boundary="
    })
    @FuzzTest
    void anyBytesAreReadWithinTheirRangeAndAlwaysAlike(byte[] bytes) {
        int length = SipFraming.messageLength(bytes, 0, bytes.length);
        assertThat(length).isLessThanOrEqualTo(bytes.length);
        Optional<SipMessage> message = parser.parse(bytes);

        assertThat(read(surrounded(bytes), SURROUNDINGS.length, bytes.length)).isEqualTo(tell(message));

        message.ifPresent(read -> {
            assertThat(Everything.of(read.detach())).isEqualTo(tell(message));
            // Bytes after the body are not part of the message: what is read again is stable without them.
            SipMessage again = parser.parse(read.toBytes()).orElseThrow();
            assertThat(Everything.of(again.headers())).isEqualTo(Everything.of(read.headers()));
            assertThat(again.body()).isEqualTo(read.body());
            assertThat(tell(parser.parse(again.toBytes()))).isEqualTo(Everything.of(again));
        });
    }

    private static byte[] surrounded(byte[] bytes) {
        byte[] array = Arrays.copyOf(SURROUNDINGS, 2 * SURROUNDINGS.length + bytes.length);
        System.arraycopy(bytes, 0, array, SURROUNDINGS.length, bytes.length);
        System.arraycopy(SURROUNDINGS, 0, array, SURROUNDINGS.length + bytes.length, SURROUNDINGS.length);
        return array;
    }

    private String read(byte[] array, int offset, int length) {
        return tell(parser.parse(array, offset, length));
    }

    private static String tell(Optional<SipMessage> message) {
        return message.map(Everything::of).orElse("no message");
    }
}
