package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message within a larger array: no byte outside its range may change what is read. */
class RangeTests {
    /** What would lengthen, end or change almost any part of a message if it were taken for its beginning or its rest. */
    private static final List<String> POISON =
            List.of("\"", "\r\n\r\n", "\n", "7", " ", ">;tag=poison\r\n", ": ", "e", ",");

    private final SipParser parser = new SipParser();

    static Stream<TortureCase> cases() {
        return Stream.of("rfc4475", "rfc5118").flatMap(suite -> TortureCase.readAll(suite).stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bytesAroundTheMessageAreNotRead(TortureCase torture) {
        byte[] bytes = torture.bytes();
        for (String poison : POISON) {
            assertSameAmid(poison, bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bytesBehindACutAreNotRead(TortureCase torture) {
        byte[] bytes = torture.bytes();
        for (int length = 0; length < bytes.length; length++) {
            assertSameAmid(POISON.get(length % POISON.size()), Arrays.copyOf(bytes, length));
        }
    }

    private void assertSameAmid(String poison, byte[] bytes) {
        byte[] around = poison.repeat(8).getBytes(StandardCharsets.UTF_8);
        byte[] array = Arrays.copyOf(around, 2 * around.length + bytes.length);
        System.arraycopy(bytes, 0, array, around.length, bytes.length);
        System.arraycopy(around, 0, array, around.length + bytes.length, around.length);

        assertThat(everything(array, around.length, bytes.length))
                .as(poison)
                .isEqualTo(everything(bytes, 0, bytes.length));
    }

    private List<String> everything(byte[] bytes, int offset, int length) {
        String framed = "length " + SipFraming.messageLength(bytes, offset, length);
        return Stream.concat(
                        Stream.of(framed),
                        parser.parse(bytes, offset, length).stream()
                                .flatMap(ReadEverything::answers)
                                .map(String::valueOf))
                .toList();
    }
}
